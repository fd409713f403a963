internal import Tabular

/// Any bytes as the sheet of a workbook that is sound otherwise are read or refused; the first
/// byte says whether they are the sheet, its strings or its styles.
func fuzzSheets(_ bytes: [UInt8]) -> CInt {
  guard let first = bytes.first else { return 0 }
  let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
  var book = Book(rows: first % 3 == 0 ? text : "<row r='1'><c t='s' s='1'><v>1</v></c></row>")
  if first % 3 == 1 { book.strings = text }
  if first % 3 == 2 { book.styles = text }
  _ = Account(book.bytes, ReadingOptions(hasHeader: false))
  return 0
}
