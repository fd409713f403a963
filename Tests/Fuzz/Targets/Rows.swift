internal import Basics
internal import Tabular

/// Any bytes are read or refused, the same in large pieces as in small ones, and a table that was
/// read without a fault is written so that it reads back.
func fuzzRows(_ bytes: [UInt8]) -> CInt {
  var options = ReadingOptions()
  let whole = Account(bytes, options)
  options.chunkBytes = 7
  let pieces = Account(bytes, options)
  precondition(
    whole == pieces, "read in pieces of 7 bytes it is another table:\n\(whole)\n\(pieces)")
  readsBack(whole)
  return 0
}

private func readsBack(_ account: Account) {
  guard account.isSound, let header = account.header, header.count > 1 else { return }
  var writer = CSVWriter()
  writer.write(header)
  for row in account.cells { writer.write(row.map { String(decoding: $0, as: UTF8.self) }) }
  let options = ReadingOptions(encoding: .utf8, delimiter: UInt8(ascii: ","), quote: 0x22)
  let again = Account(writer.bytes, options)
  precondition(again.cells == account.cells, "what was written reads back as another table")
}
