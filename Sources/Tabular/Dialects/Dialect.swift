/// The conventions a table of text follows.
package struct Dialect: Equatable, Sendable {
  package var delimiter: UInt8
  package var quote: UInt8
  package var newline: Newline
  /// The byte before a quote or a delimiter that stands for itself, where quotes are not doubled.
  package var escape: UInt8?
  package var padding: Padding
  /// Lines before the table: a title, comments, the `sep=;` of a spreadsheet program.
  package var preambleLines: Int

  package init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\""),
    newline: Newline = .lf, escape: UInt8? = nil, padding: Padding = .none,
    preambleLines: Int = 0
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.newline = newline
    self.escape = escape
    self.padding = padding
    self.preambleLines = preambleLines
  }
}

/// Blanks that stand before cells and are none of them, as in `a, "b"`.
package enum Padding: String, Equatable, Sendable {
  case none
  case beforeQuotes = "before quotes"
  /// Behind every delimiter.
  case always
}

extension Dialect {
  /// Whether a character can stand between cells: a quote and the end of a line cannot.
  package static func canDelimit(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "\"") && byte != 0 && !LineEnds.isEnd(byte)
  }

  /// Whether the fast scanner reads it: quotes doubled, nothing padded.
  var isCommon: Bool {
    escape == nil && padding == .none && quote != UInt8(ascii: "'")
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
