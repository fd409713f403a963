package import Basics

/// Writes rows as CSV or TSV; texts that a spreadsheet would run are guarded.
package final class DelimitedRows: RowSink {
  private let form: DelimitedText
  private var output: OutgoingBytes

  /// Begins with the headings, unless there are none.
  package init(
    _ form: DelimitedText, headings: [String]?, to target: @escaping ByteTarget
  ) throws {
    self.form = form
    output = OutgoingBytes(target)
    output.bytes += form.opening
    if let headings { try write(cells: headings.map { .text($0) }) }
  }

  package func write(_ row: [UnsafeBufferPointer<UInt8>]) throws {
    let guarded = row.contains(where: SpreadsheetGuard.isSuspect) ? Self.guarded(row) : [:]
    if guarded.isEmpty {
      form.append(row: row, to: &output.bytes)
    } else {
      let texts = row.enumerated().map { position, cell in guarded[position] ?? Array(cell) }
      form.append(texts: texts, to: &output.bytes)
    }
    try output.flushIfMany()
  }

  /// The cells that a spreadsheet would run, by their positions, with their guard.
  private static func guarded(_ row: [UnsafeBufferPointer<UInt8>]) -> [Int: [UInt8]] {
    var texts: [Int: [UInt8]] = [:]
    for (position, cell) in row.enumerated() where SpreadsheetGuard.isSuspect(cell) {
      let text = SpreadsheetGuard.guarded(String(decoding: cell, as: UTF8.self))
      if text.utf8.count > cell.count { texts[position] = Array(text.utf8) }
    }
    return texts
  }

  package func finish() throws { try output.flush() }
}
