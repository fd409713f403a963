internal import Basics

/// A page of headings, facts, tables and charts that every format can print.
package struct Document: Hashable, Sendable {
  /// The name and version of the JSON shape, such as "blues.deliverable/1".
  package let schema: String
  package let title: String?
  package let subtitle: String?
  /// The language of the page, as HTML wants it.
  package let language: String
  package let blocks: [Block]
  /// Closing paragraphs of reports, such as the funding sentence.
  package let footer: [String]

  package init(
    schema: String, title: String? = nil, subtitle: String? = nil, language: String = "en",
    blocks: [Block], footer: [String] = []
  ) {
    self.schema = schema
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.blocks = blocks
    self.footer = footer
  }

  /// The same page with other closing paragraphs.
  package func with(footer: [String]) -> Document {
    Document(
      schema: schema, title: title, subtitle: subtitle, language: language, blocks: blocks,
      footer: footer)
  }

  /// The same page without its title.
  package var untitled: Document {
    Document(
      schema: schema, subtitle: subtitle, language: language, blocks: blocks, footer: footer)
  }

  /// The document as the bytes of a file or a stream; text ends in a line feed unless empty.
  ///
  /// A document is no person: as cards it has no bytes.
  ///
  /// - Throws: Where a workbook is wanted and cannot be written.
  package func bytes(_ rendering: Rendering) throws(WorkbookProblem) -> [UInt8] {
    try rendering.format.traits.writer(rendering).bytes(of: self)
  }
}
