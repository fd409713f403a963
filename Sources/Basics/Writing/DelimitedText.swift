/// How cells become lines of a delimited file.
package struct DelimitedText: Hashable, Sendable {
  package let delimiter: UInt8
  package let newline: [UInt8]
  package let hasByteOrderMark: Bool
  /// Whether tab, line end and backslash stand as \t, \n, \r and \\, and nothing in quotes.
  let isEscaped: Bool

  /// RFC 4180 with line feeds.
  package static let csv = DelimitedText(delimiter: UInt8(ascii: ","))
  /// Tabs between cells, quotes as in CSV: a list that reads back byte for byte.
  package static let tsv = DelimitedText(delimiter: UInt8(ascii: "\t"))
  /// Tabs between cells and every row a line, for tools that know no quotes.
  package static let lines = DelimitedText(delimiter: UInt8(ascii: "\t"), isEscaped: true)
  /// What Excel in Europe opens with its letters and columns right.
  ///
  /// A byte order mark, semicolons and CR LF; no `sep=` line, which would make it overlook the mark.
  package static let excel = DelimitedText(
    delimiter: UInt8(ascii: ";"), newline: [0x0D, 0x0A], hasByteOrderMark: true)

  package init(
    delimiter: UInt8, newline: [UInt8] = [0x0A], hasByteOrderMark: Bool = false,
    isEscaped: Bool = false
  ) {
    self.delimiter = delimiter
    self.newline = newline
    self.hasByteOrderMark = hasByteOrderMark
    self.isEscaped = isEscaped
  }

  /// What stands before the first row.
  package var opening: [UInt8] { hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : [] }

  /// Writes a row, with its line end.
  ///
  /// It is put together in one place and handed over at once: an export writes a million.
  package func append(row: [UnsafeBufferPointer<UInt8>], to output: inout [UInt8]) {
    // A byte becomes two at most, and a cell has two quotes and a delimiter besides.
    let most = row.reduce(newline.count) { $0 + 2 * $1.count + 3 }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { line in
      guard let start = line.baseAddress else { return }
      var next = start
      let isAlone = row.count == 1
      var isFirst = true
      for cell in row {
        if !isFirst { Self.put(delimiter, &next) }
        put(cell, isFirst: isFirst, isAlone: isAlone, &next)
        isFirst = false
      }
      for byte in newline { Self.put(byte, &next) }
      output.append(contentsOf: UnsafeBufferPointer(start: start, count: next - start))
    }
  }

  /// Writes a row of texts that lie by themselves.
  package func append(texts: [[UInt8]], to output: inout [UInt8]) {
    texts.flatMap(\.self).withUnsafeBufferPointer { bytes in
      var start = 0
      let row = texts.map { text in
        defer { start += text.count }
        return UnsafeBufferPointer(rebasing: bytes[start..<start + text.count])
      }
      append(row: row, to: &output)
    }
  }

  private func put(
    _ cell: UnsafeBufferPointer<UInt8>, isFirst: Bool, isAlone: Bool,
    _ next: inout UnsafeMutablePointer<UInt8>
  ) {
    guard let address = cell.baseAddress, !cell.isEmpty else {
      // A line without a character would be read as no row at all.
      if isAlone, !isEscaped { quote(cell, &next) }
      return
    }
    if isEscaped {
      escape(cell, &next)
    } else if needsQuotes(cell, isFirst: isFirst) {
      quote(cell, &next)
    } else {
      next.update(from: address, count: cell.count)
      next += cell.count
    }
  }

  private static let mark = UInt8(ascii: "\"")

  private static func put(_ byte: UInt8, _ next: inout UnsafeMutablePointer<UInt8>) {
    next.pointee = byte
    next += 1
  }

  /// A leading `#` could be taken for a comment, and blanks at either end for padding.
  private func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>, isFirst: Bool) -> Bool {
    let first = cell[0]
    if first == 0x20 || cell[cell.count - 1] == 0x20 { return true }
    if isFirst, first == UInt8(ascii: "#") { return true }
    // Every byte is looked at, without a way out on the way, so that many are at once.
    var found: UInt8 = 0
    for byte in cell {
      found |= byte == Self.mark ? 1 : 0
      found |= byte == delimiter ? 1 : 0
      found |= byte == 0x0A ? 1 : 0
      found |= byte == 0x0D ? 1 : 0
    }
    return found != 0
  }

  private func quote(
    _ cell: UnsafeBufferPointer<UInt8>, _ next: inout UnsafeMutablePointer<UInt8>
  ) {
    Self.put(Self.mark, &next)
    for byte in cell {
      if byte == Self.mark { Self.put(byte, &next) }
      Self.put(byte, &next)
    }
    Self.put(Self.mark, &next)
  }

  private func escape(
    _ cell: UnsafeBufferPointer<UInt8>, _ next: inout UnsafeMutablePointer<UInt8>
  ) {
    for byte in cell {
      let letter: UInt8? =
        switch byte {
        case 0x09: UInt8(ascii: "t")
        case 0x0A: UInt8(ascii: "n")
        case 0x0D: UInt8(ascii: "r")
        case UInt8(ascii: "\\"): byte
        default: nil
        }
      if letter != nil { Self.put(UInt8(ascii: "\\"), &next) }
      Self.put(letter ?? byte, &next)
    }
  }

  /// The text that the signs \\t, \\n, \\r and \\\\ of a cell stand for.
  package static func unescaped(_ cell: String) -> String {
    guard cell.utf8.contains(UInt8(ascii: "\\")) else { return cell }
    var text: [UInt8] = []
    var isSign = false
    for byte in cell.utf8 {
      guard isSign else {
        isSign = byte == UInt8(ascii: "\\")
        if !isSign { text.append(byte) }
        continue
      }
      isSign = false
      switch byte {
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "\\"): text.append(byte)
      default: text += [UInt8(ascii: "\\"), byte]
      }
    }
    if isSign { text.append(UInt8(ascii: "\\")) }
    return String(decoding: text, as: UTF8.self)
  }
}
