internal import Basics

/// Why one row cannot be taken as it is; the rows after it are read on.
package struct RowFault: Error, Equatable, Sendable {
  /// What is wrong.
  package enum Kind: Equatable, Sendable {
    /// Something is wrong with a card of a vCard file.
    case card(CardFault)
    /// A formula of a workbook ended in an error such as `#N/A`.
    case errorValue(String)
    /// Something is wrong with an object of a JSON file.
    case json(JSONFault)
    /// Another file was put behind this one without a line end between.
    case filesJoined
    /// The headings once more, letter for letter: a second table begins, or a page.
    case headingsAgain
    case nulByte
    /// A pair of quotes begins amid one cell and ends amid another: a delimiter is missing.
    case quoteAcrossCells
    /// Fewer or more cells than the headings (or the first row) have.
    case ragged(expected: Int, found: Int)
    case textAfterQuote
    case tooLong(most: Int)
    /// A row of nothing but one cell that is merged across the table.
    case titleWithin
    case tooManyCells(most: Int)
    /// The offset is the byte's place in the file, counted from 0.
    case undecodable(byte: UInt8, offset: Int, encoding: TextEncoding)
    case unclosedQuote
  }

  /// Line (of a workbook: row number) where the fault is, counted from 1.
  package let line: Int
  /// Number of the cell, counted from 1; 0 when it is the row as a whole.
  package let column: Int
  package let kind: Kind

  package init(line: Int, column: Int, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }

  /// What stands there, to follow the word "found".
  package var found: String {
    switch kind {
    case .card(let fault): fault.found
    case .errorValue(let value): "the error \(value)"
    case .json(let fault): fault.found
    case .filesJoined: "a byte order mark in the middle of the line, where another file begins"
    case .headingsAgain: "the headings once more"
    case .nulByte: "a NUL byte"
    case .quoteAcrossCells: "a quote that opens inside this cell and closes inside another"
    case .ragged(_, let found): cells(found)
    case .textAfterQuote: "text after a closing quote"
    case .tooLong(let most): "more than \(most) bytes without an end"
    case .titleWithin: "only one cell, merged across the table"
    case .tooManyCells(let most): "more than \(most) cells"
    case .undecodable(let byte, let offset, let encoding):
      "byte 0x\(UndecodableByte.hex(byte)) at \(offset), which has no meaning in \(encoding.name)"
    case .unclosedQuote: "a quote that opens here and does not close"
    }
  }

  /// What should stand there, to follow the word "expected".
  package var expected: String {
    switch kind {
    case .card(let fault): fault.expected
    case .errorValue: "a value"
    case .json(let fault): fault.expected
    case .filesJoined: "a line end before it"
    case .headingsAgain, .titleWithin: "a row"
    case .nulByte, .undecodable: "text"
    case .quoteAcrossCells: "a delimiter before the quote"
    case .ragged(let expected, _): cells(expected)
    case .textAfterQuote: "a delimiter or the end of the line (a quote inside is written twice)"
    case .tooLong, .tooManyCells: "fewer"
    case .unclosedQuote: "a closing quote"
    }
  }

  private func cells(_ count: Int) -> String {
    counted(count, "cell")
  }
}
