/// A row that was not taken: where, what stood there, and which rule spoke against it.
package struct Rejection: Sendable, Equatable {
  package let line: Int
  /// The number of the cell from 1; 0 when it is the row as a whole.
  package let column: Int
  package let value: String
  package let rule: String
  /// Why the row cannot stand, as a sentence.
  package let reason: String
  /// The row's cells as they came, so that the row can be mended and imported again.
  package let cells: [String]

  package init(
    line: Int, column: Int, value: String, rule: String, reason: String, cells: [String]
  ) {
    self.line = line
    self.column = column
    self.value = value
    self.rule = rule
    self.reason = reason
    self.cells = cells
  }
}

/// Where rejected rows go while an import runs.
package protocol RejectionSink: AnyObject {
  /// Takes one rejected row; the heading row is the list's own.
  func take(_ rejection: Rejection, header: [String]) throws
  /// Makes what was taken safe on disk, before the import itself is.
  func finish() throws
}
