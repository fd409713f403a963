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
    if form.hasByteOrderMark { output.bytes += [0xEF, 0xBB, 0xBF] }
    if let headings { try write(cells: headings.map { .text($0) }) }
  }

  package func write(_ row: [UnsafeBufferPointer<UInt8>]) throws {
    for (position, cell) in row.enumerated() {
      if SpreadsheetGuard.isSuspect(cell) {
        let text = SpreadsheetGuard.guarded(String(decoding: cell, as: UTF8.self))
        Array(text.utf8).withUnsafeBufferPointer {
          form.append($0, at: position, of: row.count, to: &output.bytes)
        }
      } else {
        form.append(cell, at: position, of: row.count, to: &output.bytes)
      }
    }
    output.bytes += form.newline
    try output.flushIfMany()
  }

  package func finish() throws { try output.flush() }
}
