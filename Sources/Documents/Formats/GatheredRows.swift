/// Holds all rows, and writes them as one document at the end.
final class GatheredRows: RowSink {
  private let layout: RowLayout
  private let writer: any FormatWriter
  private let target: RowTarget
  private var rows: [[Cell]] = []

  init(_ layout: RowLayout, _ writer: any FormatWriter, to target: RowTarget) {
    self.layout = layout
    self.writer = writer
    self.target = target
  }

  func write(_ row: [UnsafeBufferPointer<UInt8>]) {
    rows.append(
      row.map { $0.baseAddress == nil ? .empty : .text(String(decoding: $0, as: UTF8.self)) })
  }

  func finish() throws {
    let table = Table(noun: layout.noun, columns: layout.columns, rows: rows)
    let document = Document(
      schema: layout.schema, title: layout.title, blocks: [.table(table)])
    try target.write(writer.bytes(of: document))
  }
}
