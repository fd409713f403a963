internal import Documents
internal import Tabular

/// Any bytes are read as JSON or refused, the same in large pieces as in small ones, and objects
/// that were read without a fault are written so that they read back.
func fuzzJSON(_ bytes: [UInt8]) -> CInt {
  // What opens otherwise is no JSON to the reader; half of the inputs keep their own beginning.
  let opening = bytes.count % 2 == 0 ? [] : Array("{\"".utf8)
  var options = ReadingOptions()
  let whole = Account(opening + bytes, options)
  options.chunkBytes = 7
  let pieces = Account(opening + bytes, options)
  precondition(whole == pieces, "JSON in pieces differs:\n\(whole)\n\(pieces)")
  guard whole.isSound, isJSON(opening + bytes), let keys = whole.header, !whole.cells.isEmpty else {
    return 0
  }
  for isLines in [true, false] {
    let again = Account(written(keys, whole.cells, isLines: isLines), ReadingOptions())
    precondition(
      again.cells == whole.cells, "JSON that was written reads back as another:\n\(whole)\n\(again)"
    )
  }
  return 0
}

private func isJSON(_ bytes: [UInt8]) -> Bool {
  guard let reader = try? RowReader(source: .bytes(bytes)) else { return false }
  if case .json = reader.reading.kind { return true }
  return false
}

private func written(_ keys: [String], _ rows: [[[UInt8]]], isLines: Bool) -> [UInt8] {
  var bytes: [UInt8] = []
  let take: ByteTarget = { bytes += $0 }
  let rowsAsJSON =
    isLines
    ? JSONRows(lines: keys, to: take)
    : JSONRows(schema: "fuzz/1", noun: "rows", keys: keys, to: take)
  do {
    for row in rows {
      // Their bytes stand one behind another, so that each cell can be pointed to.
      try row.flatMap(\.self).withUnsafeBufferPointer { all in
        var start = 0
        try rowsAsJSON.write(
          row.map { cell in
            defer { start += cell.count }
            return UnsafeBufferPointer(rebasing: all[start..<start + cell.count])
          })
      }
    }
    try rowsAsJSON.finish()
  } catch {
    preconditionFailure("\(error)")
  }
  return bytes
}
