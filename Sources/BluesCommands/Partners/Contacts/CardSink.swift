internal import Documents
internal import Tabular

/// Writes contacts as cards (vCard 4.0), one for each.
final class CardSink: RowSink {
  private var writer: CardWriter
  private let target: ByteTarget

  /// The keys say what the texts of a row are: fields of a contact, or kept columns.
  init(keys: [String], to target: @escaping ByteTarget) {
    writer = CardWriter(keys: keys)
    self.target = target
  }

  func write(_ row: [UnsafeBufferPointer<UInt8>]) throws {
    writer.write(row.map { String(decoding: $0, as: UTF8.self) })
    if writer.bytes.count > 1 << 16 { try flush() }
  }

  func finish() throws { try flush() }

  private func flush() throws {
    guard !writer.bytes.isEmpty else { return }
    try target(writer.bytes)
    writer.bytes.removeAll(keepingCapacity: true)
  }
}
