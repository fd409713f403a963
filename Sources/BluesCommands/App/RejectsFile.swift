internal import Basics
internal import BluesCore
internal import Documents
internal import Glibc
internal import Tabular

/// The rejected rows of an import, in a file that can be mended and imported again: a workbook for
/// a workbook, else a text with the delimiter, line ends and byte order mark of the list.
///
/// Five columns stand before the list's own: line, column, value, rule and reason. It comes into
/// being with the first rejected row, and is whole on disk before the import is.
final class RejectsFile: RejectionSink {
  /// Where the rows went; nil while there are none.
  private(set) var path: String?

  private let wanted: String?
  private let list: String
  private let isRehearsal: Bool
  private(set) var reading: Tabular.Reading?
  private var rows: (any RejectedRows)?

  init(_ wanted: String?, of list: String, isRehearsal: Bool) {
    self.wanted = wanted
    self.list = list
    self.isRehearsal = isRehearsal
  }

  /// Takes over how the list is written.
  func follow(_ reading: Tabular.Reading) {
    self.reading = reading
  }

  func take(_ rejection: Rejection, header: [String]) throws {
    guard !isRehearsal else { return }
    let rows = try self.rows ?? open(header)
    self.rows = rows
    let column = rejection.column == 0 ? "" : "\(rejection.column)"
    let own = Self.ownColumns(header)
    var cells = rejection.cells.dropFirst(own)
    // Delimiters with nothing behind them are not written on.
    while cells.count > header.count - own, cells.last?.isEmpty == true { cells.removeLast() }
    let marked =
      rejection.column > own ? Mapping.ownHeadings.count + rejection.column - own - 1 : nil
    try rows.write(
      ["\(rejection.line)", column, rejection.value, rejection.rule, rejection.reason] + cells,
      marked: marked)
  }

  /// Where a rejects file of the list has the same rows, that one is kept and no other is added.
  func finish() throws {
    try rows?.finish()
    guard wanted == nil, let written = path, rows != nil else { return }
    guard let same = siblings.first(where: { $0 != written && Self.isSame($0, written) }) else {
      return
    }
    unlink(written.fileName)
    path = same
  }

  /// The rejects files of the list that are there.
  private var siblings: [String] {
    var found: [String] = []
    var number = 1
    while true {
      let path = Self.path(number, beside: list, ending)
      guard Self.isThere(path) else { return found }
      found.append(path)
      number += 1
    }
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    guard let first = try? FileDigest(path: one), let second = try? FileDigest(path: other) else {
      return false
    }
    return first == second
  }

  private func open(_ header: [String]) throws -> any RejectedRows {
    let isWorkbook = isSheet
    let path = wanted ?? Self.freePath(beside: list, ending)
    let headings = Mapping.ownHeadings + header.dropFirst(Self.ownColumns(header))
    let rows: any RejectedRows =
      isWorkbook
      ? try RejectedSheet(path, headings) : try RejectedText(path, headings, like: reading)
    self.path = path
    return rows
  }

  /// How many columns of ours a list has that is itself a rejects file; it does not get them twice.
  private static func ownColumns(_ header: [String]) -> Int {
    let own = Mapping.ownHeadings
    guard header.starts(with: own.dropLast()) else { return 0 }
    // Files of older versions have no reason.
    return header.starts(with: own) ? own.count : own.count - 1
  }

  /// Whether the rows go into a workbook.
  private var isSheet: Bool {
    if let wanted { return wanted.lowercased().hasSuffix(".xlsx") }
    if case .workbook = reading?.kind { return true }
    return false
  }

  /// What the name of the file ends in: as that of the list where this says how cells are apart.
  private var ending: String {
    isSheet ? "xlsx" : list.lowercased().hasSuffix(".tsv") ? "tsv" : "csv"
  }

  /// `members.csv` gives `members.rejects.csv`, or `members.rejects-2.csv` when that is there,
  /// since somebody may be mending it; so do rows that are rejected of a rejects file again.
  private static func freePath(beside list: String, _ ending: String) -> String {
    var number = 1
    while true {
      let path = path(number, beside: list, ending)
      if !isThere(path) { return path }
      number += 1
    }
  }

  /// The rejects file of a list by its number, from 1.
  private static func path(_ number: Int, beside list: String, _ ending: String) -> String {
    let place = list == "-" ? "standard-input" : list
    let name = ListFile.lastPart(place)
    let stem = place.dropLast(name.count) + ListName.list(name)
    return "\(stem).rejects\(number == 1 ? "" : "-\(number)").\(ending)"
  }

  private static func isThere(_ path: String) -> Bool {
    var found = stat()
    return lstat(path.fileName, &found) == 0
  }
}
