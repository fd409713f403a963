/// The conventions a table of text follows.
package struct Dialect: Equatable, Sendable {
  package var delimiter: UInt8
  package var quote: UInt8
  package var newline: Newline
  /// Lines before the table: a title, comments, the `sep=;` of a spreadsheet program.
  package var preambleLines: Int

  package init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\""),
    newline: Newline = .lf, preambleLines: Int = 0
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.newline = newline
    self.preambleLines = preambleLines
  }
}

/// How the lines of a text end; the reader takes every kind anywhere, this is for stating it.
package enum Newline: String, Equatable, Sendable {
  case lf = "LF"
  case crlf = "CRLF"
  case cr = "CR"
  case mixed

  /// The bytes to write; a mixed text is written on with LF.
  package var bytes: [UInt8] {
    switch self {
    case .lf, .mixed: [0x0A]
    case .crlf: [0x0D, 0x0A]
    case .cr: [0x0D]
    }
  }
}
