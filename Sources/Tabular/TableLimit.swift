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
  static let cells = TableLimit(text: "5,000,000 cells", most: 5_000_000)
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
