/// What the person says about a table; what is left out is found out from its bytes.
package struct ReadingOptions: Sendable {
  package var encoding: TextEncoding?
  /// The encoding of a text that is not UTF-8 and does not say what it is.
  package var usualEncoding: TextEncoding?
  package var delimiter: UInt8?
  package var quote: UInt8?
  /// Whether the first row holds the headings.
  package var hasHeader: Bool
  /// Name of a workbook's sheet, or its number from 1.
  package var sheet: String?
  /// Lines (of a workbook: rows) before the table, left out.
  package var preambleLines: Int?
  /// Whether headings at fault are told as a fault, rather than ending the reading.
  package var takesFaultyHeader = false
  /// Bytes asked of the source at a time.
  package var chunkBytes: Int

  package init(
    encoding: TextEncoding? = nil, delimiter: UInt8? = nil, quote: UInt8? = nil,
    hasHeader: Bool = true, sheet: String? = nil, preambleLines: Int? = nil,
    chunkBytes: Int = 1 << 20
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.quote = quote
    self.hasHeader = hasHeader
    self.sheet = sheet
    self.preambleLines = preambleLines
    self.chunkBytes = max(1, chunkBytes)
  }
}
