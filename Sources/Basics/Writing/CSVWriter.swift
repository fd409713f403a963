/// Collects rows of texts as CSV or in another delimited form.
package struct CSVWriter {
  /// What is written so far; the caller takes it and may empty it.
  package var bytes: [UInt8]

  private let form: DelimitedText

  package init(_ form: DelimitedText = .csv) {
    self.form = form
    bytes = form.opening
  }

  /// Writes one row.
  package mutating func write(_ cells: some Sequence<String>) {
    form.append(texts: cells.map { Array($0.utf8) }, to: &bytes)
  }
}
