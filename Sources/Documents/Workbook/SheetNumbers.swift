import CXlsxWriter
import Glibc

/// The numbers of a sheet with the digits they have: 8.88, not 8.880000000000001.
///
/// The library writes sixteen digits; a spreadsheet keeps fifteen, and no number of ours has more.
enum SheetNumbers {
  /// Shortens the numbers in the part of a sheet that holds its rows.
  ///
  /// - Throws: Where the part cannot be read and written.
  static func shorten(in part: UnsafeMutablePointer<FILE>) throws(WorkbookProblem) {
    var found = stat()
    guard fflush(part) == 0, fstat(fileno(part), &found) == 0 else { throw failed() }
    let size = Int(found.st_size)
    guard size > 0 else { return }
    let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, fileno(part), 0)
    guard let memory, memory != MAP_FAILED else { throw failed() }
    defer { munmap(memory, size) }
    shorten(UnsafeMutableRawBufferPointer(start: memory, count: size))
  }

  /// Shortens the numbers in place; the room that is left becomes blanks between two cells.
  static func shorten(_ rows: UnsafeMutableRawBufferPointer) {
    var index = 0
    while index + open.count < rows.count {
      guard starts(open, in: rows, at: index) else {
        index += 1
        continue
      }
      let start = index + open.count
      var end = start
      while end < rows.count, rows[end] != UInt8(ascii: "<") { end += 1 }
      index = end
      guard end - start > 15, starts(close, in: rows, at: end),
        let number = Double(String(decoding: rows[start..<end], as: UTF8.self))
      else { continue }
      let written = text(of: number) + close
      guard written.count < end - start + close.count else { continue }
      for offset in 0..<(end - start + close.count) {
        rows[start + offset] = offset < written.count ? written[offset] : UInt8(ascii: " ")
      }
      index = start + written.count
    }
  }

  private static let open = Array("<v>".utf8)
  private static let close = Array("</v></c>".utf8)

  private static func starts(
    _ mark: [UInt8], in rows: UnsafeMutableRawBufferPointer, at index: Int
  ) -> Bool {
    guard index + mark.count <= rows.count else { return false }
    for offset in mark.indices where rows[index + offset] != mark[offset] { return false }
    return true
  }

  /// A number with the fifteen digits that a spreadsheet keeps, without zeros at the end.
  private static func text(of number: Double) -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 40)
    let count = withVaList([number]) { vsnprintf(&buffer, buffer.count, "%.15G", $0) }
    return buffer.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) }
  }

  private static func failed() -> WorkbookProblem {
    .failed(detail: String(cString: strerror(errno)))
  }
}
