/// How cells become lines of a delimited file.
package struct DelimitedText: Hashable, Sendable {
  let delimiter: UInt8
  let newline: [UInt8]
  let hasByteOrderMark: Bool
  /// Whether tab, line end and backslash stand as \t, \n, \r and \\, and nothing in quotes.
  let isEscaped: Bool

  /// RFC 4180 with line feeds.
  package static let csv = DelimitedText(delimiter: UInt8(ascii: ","))
  /// Tabs between cells, quotes as in CSV: a list that reads back byte for byte.
  package static let tsv = DelimitedText(delimiter: UInt8(ascii: "\t"))
  /// Tabs between cells and every row a line, for tools that know no quotes.
  static let lines = DelimitedText(delimiter: UInt8(ascii: "\t"), isEscaped: true)
  /// What Excel in Europe opens with its letters and columns right.
  ///
  /// A byte order mark, semicolons and CR LF; no `sep=` line, which would make it overlook the mark.
  package static let excel = DelimitedText(
    delimiter: UInt8(ascii: ";"), newline: [0x0D, 0x0A], hasByteOrderMark: true)

  private init(
    delimiter: UInt8, newline: [UInt8] = [0x0A], hasByteOrderMark: Bool = false,
    isEscaped: Bool = false
  ) {
    self.delimiter = delimiter
    self.newline = newline
    self.hasByteOrderMark = hasByteOrderMark
    self.isEscaped = isEscaped
  }

  /// Writes the cell at a position of its row, with the delimiter before it.
  func append(
    _ cell: UnsafeBufferPointer<UInt8>, at position: Int, of count: Int, to output: inout [UInt8]
  ) {
    if position > 0 { output.append(delimiter) }
    if isEscaped {
      escape(cell, to: &output)
    } else if needsQuotes(cell, isFirst: position == 0) {
      quote(cell, to: &output)
    } else if cell.isEmpty, count == 1 {
      // A line without a character would be read as no row at all.
      output += [Self.mark, Self.mark]
    } else {
      output.append(contentsOf: cell)
    }
  }

  private static let mark = UInt8(ascii: "\"")

  /// A leading `#` could be taken for a comment, and blanks at either end for padding.
  private func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>, isFirst: Bool) -> Bool {
    guard let first = cell.first, let last = cell.last else { return false }
    if first == 0x20 || last == 0x20 || (isFirst && first == UInt8(ascii: "#")) { return true }
    for byte in cell
    where byte == Self.mark || byte == delimiter || byte == 0x0A || byte == 0x0D {
      return true
    }
    return false
  }

  private func quote(_ cell: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.append(Self.mark)
    for byte in cell {
      if byte == Self.mark { output.append(byte) }
      output.append(byte)
    }
    output.append(Self.mark)
  }

  private func escape(_ cell: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    for byte in cell {
      switch byte {
      case UInt8(ascii: "\t"): output += #"\t"#.utf8
      case UInt8(ascii: "\n"): output += #"\n"#.utf8
      case UInt8(ascii: "\r"): output += #"\r"#.utf8
      case UInt8(ascii: "\\"): output += #"\\"#.utf8
      default: output.append(byte)
      }
    }
  }
}
