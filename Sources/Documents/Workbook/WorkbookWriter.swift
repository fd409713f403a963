package import Basics
import CXlsxWriter
import Glibc

/// Writes a workbook (.xlsx), sheet after sheet and row after row, in memory that does not grow
/// with the rows.
///
/// The same rows give the same bytes: nothing in the file comes from the clock.
package final class WorkbookWriter {
  private let library: XlsxLibrary
  private var book: XlsxLibrary.Book?
  private var names = SheetNames()
  private var sheets: [SheetWriter] = []
  private let styles: SheetStyles
  private let scratch: String

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: The file to write, which is replaced when it is there.
  ///   - scratch: A folder for parts on their way, which have no name there.
  ///   - day: The day the workbook says it was made on; 1 January 1980 without one.
  /// - Throws: `noLibrary` where libxlsxwriter is not installed.
  package init(path: String, scratch: String, day: Day? = nil) throws(WorkbookProblem) {
    guard let library = XlsxLibrary.found else { throw .noLibrary }
    self.library = library
    self.scratch = scratch
    book = scratch.fileName.withUnsafeBufferPointer { scratch in
      var options = lxw_workbook_options()
      options.constant_memory = 1
      options.use_zip64 = 0
      options.tmpdir = UnsafeMutablePointer(mutating: scratch.baseAddress)
      return library.openBook(path.fileName, &options)
    }
    guard let book, let styles = SheetStyles(book, library) else {
      throw .failed(detail: "the memory is not enough for it")
    }
    self.styles = styles
    var properties = lxw_doc_properties()
    // Zero would have the library ask the clock; without a day it is 1 January 1980.
    properties.created = max(1, Int(day?.number ?? 3_652) * 86_400)
    _ = library.setProperties(book, &properties)
  }

  deinit {
    if let book { library.freeBook(book) }
  }

  /// Adds a sheet with its headings, to be filled before the next one is added.
  package func addSheet(
    named name: String, columns: [SheetColumn]
  ) throws(WorkbookProblem) -> SheetWriter {
    try sheets.last?.finish()
    let name = names.name(for: name)
    guard let book, let sheet = library.addSheet(book, name) else {
      throw .failed(detail: "sheet \(name) cannot be added")
    }
    let writer = try SheetWriter(
      sheet, named: name, columns: columns, library: library, styles: styles)
    sheets.append(writer)
    return writer
  }

  /// Adds the first sheet of a report.
  func addCover(_ cover: CoverSheet) throws(WorkbookProblem) {
    let name = names.name(for: "Cover")
    guard let book, let sheet = library.addSheet(book, name) else {
      throw .failed(detail: "sheet \(name) cannot be added")
    }
    try cover.write(to: sheet, library, styles)
  }

  /// The names that sheets will get, so that a cover can list them.
  func namesToCome(for wanted: [String]) -> [String] {
    var coming = names
    _ = coming.name(for: "Cover")
    return wanted.map { coming.name(for: $0) }
  }

  /// Writes what is left, so that the file at the path is whole; it is not yet durable.
  package func finish() throws(WorkbookProblem) {
    guard let book else { return }
    for sheet in sheets { try sheet.finish() }
    try checkRoom()
    // Closing frees the book, whether it succeeds or not.
    self.book = nil
    let code = library.closeBook(book)
    guard code == LXW_NO_ERROR else {
      throw .failed(detail: library.explain(code).map { String(cString: $0) } ?? "no reason")
    }
  }

  /// Closing copies the rows of a sheet once more and packs them, and the library keeps quiet
  /// when the copy finds no room; so the room is taken first, and given back.
  private func checkRoom() throws(WorkbookProblem) {
    var most = 0
    var all = 0
    for sheet in sheets {
      let size = try sheet.rowBytes()
      most = max(most, size)
      all += size
    }
    var name = "\(scratch)/.room-XXXXXX".fileName
    let room = mkstemp(&name)
    guard room >= 0 else { throw .failed(detail: String(cString: strerror(errno))) }
    defer { close(room) }
    unlink(name)
    // Packed rows were measured at a tenth of their size; half is on the safe side.
    let code = posix_fallocate(room, 0, off_t(most + all / 2 + Self.otherParts))
    guard code == 0 || code == EOPNOTSUPP || code == EINVAL else {
      throw .failed(detail: String(cString: strerror(code)))
    }
  }

  /// Bytes that the parts beside the rows never reach.
  private static let otherParts = 1 << 16

  /// Writes a workbook to memory, and hands it over when it is whole.
  package static func inMemory(
    scratch: String, day: Day?, _ write: (WorkbookWriter) throws -> Void,
    to target: ByteTarget
  ) throws {
    let file = try MemoryFile()
    let book = try WorkbookWriter(path: file.path, scratch: scratch, day: day)
    try write(book)
    try book.finish()
    try file.forEach(target)
  }
}
