/// The cells that can be made out in a row that fell apart, for showing the row to a person.
///
/// A quote counts as one only when a delimiter or the end of the row follows the quote that closes it;
/// any other stands for itself.
enum BrokenRow {
  static func cells(of raw: UnsafeBufferPointer<UInt8>, _ dialect: Dialect) -> [String] {
    var cells: [String] = []
    var index = 0
    while true {
      let (cell, after) =
        quoted(raw, from: index, dialect) ?? bare(raw, from: index, dialect.delimiter)
      cells.append(cell)
      guard after < raw.count, cells.count < RowLimit.columns else { return cells }
      index = after + 1
    }
  }

  private static func bare(
    _ raw: UnsafeBufferPointer<UInt8>, from start: Int, _ delimiter: UInt8
  ) -> (String, after: Int) {
    let end = raw[start...].firstIndex(of: delimiter) ?? raw.count
    return (UndecodableByte.shown(UnsafeBufferPointer(rebasing: raw[start..<end])), end)
  }

  private static func quoted(
    _ raw: UnsafeBufferPointer<UInt8>, from start: Int, _ dialect: Dialect
  ) -> (String, after: Int)? {
    guard start < raw.count, raw[start] == dialect.quote else { return nil }
    var bytes: [UInt8] = []
    var index = start + 1
    while index < raw.count {
      guard raw[index] == dialect.quote else {
        bytes.append(raw[index])
        index += 1
        continue
      }
      index += 1
      if index == raw.count || raw[index] == dialect.delimiter {
        return (bytes.withUnsafeBufferPointer { UndecodableByte.shown($0) }, index)
      }
      guard raw[index] == dialect.quote else { return nil }
      bytes.append(dialect.quote)
      index += 1
    }
    return nil
  }
}
