internal import Basics
internal import BluesCore
internal import Glibc
internal import Tabular

/// The rejected rows of an import, in a file that can be mended and imported again.
///
/// Four columns stand before the list's own: line, column, value and rule. It comes into being
/// with the first rejected row, and is whole on disk before the import is.
final class RejectsFile: RejectionSink {
  /// Where the rows went; nil while there are none.
  private(set) var path: String?
  private let wanted: String?
  private let list: String
  private let isRehearsal: Bool
  private var file: OutputFile?
  private var writer = CSVWriter()

  init(_ wanted: String?, of list: String, isRehearsal: Bool) {
    self.wanted = wanted
    self.list = list
    self.isRehearsal = isRehearsal
  }

  /// Whether a file begins with the four columns of ours.
  static func isOne(_ path: String) -> Bool {
    var about = stat()
    // Opened and closed, a pipe would lose its writer before the list is read.
    guard stat(path, &about) == 0, about.st_mode & S_IFMT == S_IFREG else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let wanted = Array(Mapping.ownHeadings.joined(separator: ",").utf8)
    var found = [UInt8](repeating: 0, count: wanted.count)
    let count = found.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    return count == wanted.count && found == wanted
  }

  func take(_ rejection: Rejection, header: [String]) throws {
    guard !isRehearsal else { return }
    if file == nil {
      let path = wanted ?? Self.freePath(beside: list)
      file = try OutputFile(path, overwriting: false)
      self.path = path
      writer.write(Mapping.ownHeadings + Self.own(header))
    }
    let column = rejection.column == 0 ? "" : "\(rejection.column)"
    writer.write(
      ["\(rejection.line)", column, rejection.value, rejection.rule]
        + Self.ownCells(rejection.cells, header))
    if writer.bytes.count > 1 << 16 { try flush() }
  }

  func finish() throws {
    try flush()
    try file?.finish()
  }

  private func flush() throws {
    try file?.append(writer.bytes)
    writer.bytes.removeAll(keepingCapacity: true)
  }

  /// A list that is itself a rejects file does not get the four columns twice.
  private static func own(_ header: [String]) -> [String] {
    isRejects(header) ? Array(header.dropFirst(Mapping.ownHeadings.count)) : header
  }

  private static func ownCells(_ cells: [String], _ header: [String]) -> [String] {
    isRejects(header) ? Array(cells.dropFirst(Mapping.ownHeadings.count)) : cells
  }

  private static func isRejects(_ header: [String]) -> Bool {
    header.starts(with: Mapping.ownHeadings)
  }

  /// `members.csv` gives `members.rejects.csv`, or `members.rejects-2.csv` when that is there,
  /// since somebody may be mending it.
  private static func freePath(beside list: String) -> String {
    var stem = list == "-" ? "standard-input" : list
    if let dot = stem.lastIndex(of: "."), dot > (stem.lastIndex(of: "/") ?? stem.startIndex) {
      stem = String(stem[..<dot])
    }
    var path = "\(stem).rejects.csv"
    var number = 2
    var found = stat()
    while lstat(path, &found) == 0 {
      path = "\(stem).rejects-\(number).csv"
      number += 1
    }
    return path
  }
}
