internal import Basics
internal import BluesCore
internal import Documents
internal import Glibc
internal import Tabular

/// Rejected rows on their way into a file.
protocol RejectedRows: AnyObject {
  /// Writes one row; the place of the cell that is at fault is counted from 0.
  func write(_ cells: [String], marked: Int?) throws
  func finish() throws
}

/// Rejected rows as a text in UTF-8.
final class RejectedText: RejectedRows {
  private let file: OutputFile
  private var writer: CSVWriter

  /// Begins the file, with the delimiter, the line ends and the byte order mark of a list.
  init(_ path: String, _ headings: [String], like reading: Tabular.Reading?) throws {
    file = try OutputFile(path, overwriting: false)
    var form = DelimitedText.csv
    if case .text(let text) = reading?.kind {
      form = DelimitedText(
        delimiter: text.dialect.delimiter, newline: text.dialect.newline.bytes,
        hasByteOrderMark: text.hadByteOrderMark)
    }
    writer = CSVWriter(form)
    writer.write(headings)
  }

  func write(_ cells: [String], marked: Int?) throws {
    writer.write(cells)
    if writer.bytes.count > 1 << 16 { try flush() }
  }

  func finish() throws {
    try flush()
    try file.finish()
  }

  private func flush() throws {
    try file.append(writer.bytes)
    writer.bytes.removeAll(keepingCapacity: true)
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The delimiter of a file of ours; nil where a file is none.
  static func delimiter(of path: String) -> UInt8? {
    let descriptor = open(path.fileName, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var found = [UInt8](repeating: 0, count: 64)
    let count = found.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    var start = found.prefix(max(count, 0))
    if start.starts(with: mark) { start = start.dropFirst(mark.count) }
    let first = Array(Mapping.ownHeadings[0].utf8)
    guard start.starts(with: first), let delimiter = start.dropFirst(first.count).first else {
      return nil
    }
    let old = Mapping.ownHeadings.dropLast()
    let heading = old.joined(separator: String(Unicode.Scalar(delimiter)))
    return start.starts(with: heading.utf8) ? delimiter : nil
  }
}

/// Rejected rows as a workbook, the cells at fault marked.
final class RejectedSheet: RejectedRows {
  private let file: OutputFile
  private let book: WorkbookWriter
  private let sheet: SheetWriter

  init(_ path: String, _ headings: [String]) throws {
    file = try OutputFile(path, overwriting: false)
    book = try WorkbookWriter(path: file.temporary, scratch: file.folder)
    sheet = try book.addSheet(
      named: "Rejected rows", columns: headings.map { SheetColumn($0, kind: .text) })
  }

  func write(_ cells: [String], marked: Int?) throws {
    try sheet.write(cells.map(Self.fitting), marked: marked)
  }

  /// As much of a text as a cell of Excel holds.
  private static func fitting(_ text: String) -> String {
    text.utf8.count <= mostUnits || text.utf16.count <= mostUnits
      ? text : String(text.prefix(mostUnits / 4)) + "…"
  }

  private static let mostUnits = 30_000

  func finish() throws {
    try book.finish()
    try file.finish()
  }
}
