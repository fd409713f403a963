package import Basics

/// Writes rows as the one sheet of a workbook, every cell as text.
package final class WorkbookRows: RowSink {
  private let book: WorkbookWriter
  private let sheet: SheetWriter
  private var whenDone: () throws -> Void = {}

  /// Writes to a workbook begun at its place.
  package init(_ book: WorkbookWriter, sheet name: String, headings: [String]) throws {
    self.book = book
    sheet = try book.addSheet(
      named: name, columns: headings.map { SheetColumn($0, kind: .text) })
  }

  /// Writes to memory, and hands the workbook over when it is whole.
  package convenience init(
    sheet name: String, headings: [String], scratch: String, day: Day?,
    to target: @escaping ByteTarget
  ) throws {
    let file = try MemoryFile()
    let book = try WorkbookWriter(path: file.path, scratch: scratch, day: day)
    try self.init(book, sheet: name, headings: headings)
    whenDone = { try file.forEach(target) }
  }

  package func write(_ row: [UnsafeBufferPointer<UInt8>]) throws { try sheet.write(row) }

  package func finish() throws {
    try book.finish()
    try whenDone()
  }
}
