/// A ceiling that keeps a hostile or broken workbook from filling memory; all absolute, since
/// honest workbooks compress a hundredfold too.
package struct TableLimit: Equatable, Sendable {
  package let text: String
  let most: Int

  static let fileBytes = TableLimit(text: "512 MB", most: 512 << 20)
  static let parts = TableLimit(text: "10,000 parts", most: 10_000)
  static let partBytes = TableLimit(text: "256 MB in one part", most: 256 << 20)
  static let unpackedBytes = TableLimit(text: "512 MB when unpacked", most: 512 << 20)
  static let depth = TableLimit(text: "256 nested elements", most: 256)
  /// As many rows as a sheet has in Excel.
  static let rows = TableLimit(text: "1,048,576 rows", most: 1_048_576)
  /// A cell has four at most: itself, its formula, its value and the text in that.
  static let elements = TableLimit(text: "30,000,000 elements in one sheet", most: 30_000_000)
  static let cells = TableLimit(text: "5,000,000 cells", most: 5_000_000)
  /// Far more than a cell of any program holds; what is a little too long is a fault of its row.
  static let cellBytes = TableLimit(text: "7 MB in one cell", most: 7 << 20)
  static let sharedBytes = TableLimit(text: "128 MB of shared texts", most: 128 << 20)
  static let sharedStrings = TableLimit(text: "2,000,000 shared texts", most: 2_000_000)
}

/// Ceilings of one row; a row above them is a fault, not the end of the file.
enum RowLimit {
  /// A longer field is a quote that was never closed, or not a table at all.
  static let fieldBytes = 1_000_000
  /// As many as a sheet has in Excel.
  static let columns = 16_384
  static let recordBytes = 16 << 20
  /// What is kept of a row above the ceiling.
  static let shownBytes = 64 << 10
}
