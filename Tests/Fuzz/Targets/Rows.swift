internal import Tabular

/// What a reader says of a table, whichever way its bytes come.
///
/// A table that is refused part of the way may have shown more or less of itself before.
private struct Account: Equatable {
  var header: [String]?
  var lines: [Int] = []
  var cells: [[[UInt8]]] = []
  var faults: [RowFault?] = []
  var end: String?

  init(_ bytes: [UInt8], _ options: ReadingOptions) {
    do {
      let reader = try RowReader(source: .bytes(bytes), options: options)
      header = reader.header
      try reader.forEach { row in
        lines.append(row.line)
        cells.append((0..<row.count).map { Array(row[$0]) })
        faults.append(row.fault)
      }
    } catch {
      self = Account(refusedFor: "\(error)")
    }
  }

  private init(refusedFor reason: String) {
    end = String(reason.prefix { $0 != "(" })
  }
}

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

/// Any bytes are decoded or refused in every encoding, in pieces as at once.
func fuzzEncodings(_ bytes: [UInt8]) -> CInt {
  for encoding in TextEncoding.allCases {
    var options = ReadingOptions(encoding: encoding, delimiter: UInt8(ascii: ";"))
    let whole = Account(bytes, options)
    options.chunkBytes = 5
    precondition(whole == Account(bytes, options), "\(encoding.name): pieces differ")
    for (row, fault) in zip(whole.cells, whole.faults) where fault == nil {
      for cell in row {
        precondition(String(validating: cell, as: UTF8.self) != nil, "\(encoding.name): not UTF-8")
      }
    }
  }
  return 0
}

/// Any bytes after a zip archive's mark are read or refused.
func fuzzWorkbooks(_ bytes: [UInt8]) -> CInt {
  _ = Account([0x50, 0x4B, 0x03, 0x04] + bytes.dropFirst(4), ReadingOptions())
  return 0
}

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

private func readsBack(_ account: Account) {
  let isSound = account.end == nil && account.faults.allSatisfy { $0 == nil }
  guard isSound, let header = account.header, header.count > 1 else { return }
  var writer = CSVWriter()
  writer.write(header)
  for row in account.cells { writer.write(row.map { String(decoding: $0, as: UTF8.self) }) }
  let options = ReadingOptions(encoding: .utf8, delimiter: UInt8(ascii: ","), quote: 0x22)
  let again = Account(writer.bytes, options)
  precondition(again.cells == account.cells, "what was written reads back as another table")
}
