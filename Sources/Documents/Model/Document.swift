internal import Basics

/// A page of headings, facts, tables and charts that every format can print.
package struct Document: Hashable, Sendable {
  /// The name and version of the JSON shape, such as "blues.deliverable/1".
  package let schema: String
  package private(set) var title: String?
  package let subtitle: String?
  /// The language of the page, as HTML wants it.
  package let language: String
  package internal(set) var blocks: [Block]
  /// Closing paragraphs of reports, such as the funding sentence.
  package private(set) var footer: [String]
  /// The title in the properties of a file whose page shows none.
  package var fileTitle: String?
  /// Who made it and from what; nil for pages that need not say so.
  package var imprint: Imprint?
  /// The JSON that is kept to the byte, and written in place of that of the blocks.
  package var kept: String?

  package init(
    schema: String, title: String? = nil, subtitle: String? = nil, language: String = "en",
    blocks: [Block], footer: [String] = [], imprint: Imprint? = nil
  ) {
    self.schema = schema
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.blocks = blocks
    self.footer = footer
    self.imprint = imprint
  }

  /// The same page with other closing paragraphs.
  package func with(footer: [String], imprint: Imprint? = nil) -> Document {
    var copy = self
    copy.footer = footer
    copy.imprint = imprint
    return copy
  }

  /// The same page, which says by which command it was made.
  package func made(by command: String) -> Document {
    var copy = self
    copy.imprint?.command = command
    return copy
  }

  /// The same page without its title.
  package var untitled: Document {
    var copy = self
    copy.title = nil
    return copy
  }

  /// The closing paragraphs and what the page was made from.
  var closing: [String] { footer + (imprint.map { [$0.origin] } ?? []) }

  /// The document as the bytes of a file or a stream; text ends in a line feed unless empty.
  ///
  /// A document is no person: as cards it has no bytes.
  ///
  /// - Throws: Where a workbook, a PDF or a Word document is wanted and cannot be written.
  package func bytes(_ rendering: Rendering) throws -> [UInt8] {
    let traits = rendering.format.traits
    return try traits.writer(rendering).bytes(of: traits.features.contains(.page) ? evened : self)
  }
}
