internal import Tabular

/// Any bytes are read as cards or refused, the same in large pieces as in small ones, and cards
/// that were read without a fault are written so that they read back.
func fuzzCards(_ bytes: [UInt8]) -> CInt {
  // Without its first line a file is no file of cards; half of the inputs keep their own.
  let opening = bytes.count % 2 == 0 ? [] : Array("BEGIN:VCARD\n".utf8)
  var options = ReadingOptions()
  let whole = Account(opening + bytes, options)
  options.chunkBytes = 7
  precondition(whole == Account(opening + bytes, options), "cards in pieces differ")
  guard whole.isSound, let header = whole.header, header.starts(with: CardField.keys) else {
    return 0
  }
  for version in CardVersion.allCases {
    var writer = CardWriter(keys: header, version: version)
    for row in whole.cells { writer.write(row.map { String(decoding: $0, as: UTF8.self) }) }
    // Keys of its own are looked for in the first card, as far as it is looked at ahead.
    guard !whole.cells.isEmpty, writer.bytes.count < 60_000 else { continue }
    let again = Account(writer.bytes, ReadingOptions())
    precondition(
      again.header == header && again.cells == whole.cells,
      "cards that were written read back as others:\n\(whole)\n\(again)")
  }
  return 0
}
