internal import Basics

/// What there is to know of a format besides its name: its endings, its kind, and what writes it.
package struct FormatTraits: Sendable {
  /// The endings of file names that ask for it.
  package let endings: [String]
  package let features: Features
  let writer: @Sendable (Rendering) -> any FormatWriter

  init(
    _ endings: [String], _ features: Features,
    _ writer: @escaping @Sendable (Rendering) -> any FormatWriter
  ) {
    self.endings = endings
    self.features = features
    self.writer = writer
  }

  /// What commands ask of a format.
  package struct Features: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Read by people: sentences and pictures, and of things only what is worth showing.
    package static let page = Features(rawValue: 1)
    /// A page of its own, which wants a title.
    package static let titled = Features(rawValue: 2)
    /// One table and nothing else.
    package static let oneTable = Features(rawValue: 4)
    /// Values within values keep their shape.
    package static let nested = Features(rawValue: 8)
    /// Programs read its rows as they come.
    package static let streamed = Features(rawValue: 16)
    /// No text: a terminal does not get it, and it says on which day it was made.
    package static let file = Features(rawValue: 32)
    /// Rows that are people, and nothing else.
    package static let people = Features(rawValue: 64)
  }
}

extension Format {
  /// All that differs between formats: the one switch over them.
  package var traits: FormatTraits {
    switch self {
    case .text: FormatTraits(["txt", "text"], .page) { TextWriter(rendering: $0) }
    case .csv:
      FormatTraits(["csv"], [.oneTable, .streamed]) {
        DelimitedWriter(form: .csv, rowForm: $0.isExcel ? .excel : .csv, rendering: $0)
      }
    case .tsv:
      FormatTraits(["tsv"], [.oneTable, .streamed]) {
        DelimitedWriter(form: $0.isExport ? .tsv : .lines, rowForm: .tsv, rendering: $0)
      }
    case .json: FormatTraits(["json"], [.nested, .streamed]) { _ in JSONDocument() }
    case .jsonl:
      FormatTraits(["jsonl", "ndjson"], [.nested, .oneTable, .streamed]) { _ in JSONLines() }
    case .markdown:
      FormatTraits(["md", "markdown"], [.page, .titled]) { MarkdownWriter(header: $0.header) }
    case .html: FormatTraits(["html", "htm"], [.page, .titled]) { _ in HTMLWriter() }
    case .xlsx:
      FormatTraits(["xlsx"], [.oneTable, .file]) { WorkbookDocument(rendering: $0) }
    case .pdf:
      FormatTraits(["pdf"], [.page, .titled, .file]) { PDFDocument(rendering: $0) }
    case .docx:
      FormatTraits(["docx"], [.page, .titled, .file]) { WordDocument(rendering: $0) }
    case .vcard: FormatTraits(["vcf", "vcard"], [.oneTable, .people]) { _ in CardRows() }
    }
  }
}
