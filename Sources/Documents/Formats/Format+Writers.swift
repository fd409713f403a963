internal import Basics

extension TextWriter: FormatWriter {
  func bytes(of document: Document) -> [UInt8] { Array(text(of: document).utf8) }
}

extension MarkdownWriter: FormatWriter {
  func bytes(of document: Document) -> [UInt8] { Array(text(of: document).utf8) }
}

extension HTMLWriter: FormatWriter {
  func bytes(of document: Document) -> [UInt8] { Array(text(of: document).utf8) }
}

extension DelimitedWriter: FormatWriter {
  func rows(_ layout: RowLayout, to target: RowTarget) throws -> any RowSink {
    try DelimitedRows(
      rowForm, headings: rendering.header ? layout.keys : nil, to: target.write)
  }
}

/// A document as one JSON object.
struct JSONDocument: FormatWriter {
  func bytes(of document: Document) -> [UInt8] {
    document.kept.map { Array($0.utf8) } ?? JSONWriter.pretty(document.json)
  }

  func rows(_ layout: RowLayout, to target: RowTarget) -> any RowSink {
    JSONRows(
      schema: layout.schema, noun: layout.noun, keys: layout.keys, kinds: layout.kinds,
      to: target.write)
  }
}

/// The first table of a document as JSON objects, one to a line.
struct JSONLines: FormatWriter {
  func bytes(of document: Document) -> [UInt8] { JSONWriter.lines(document.jsonLines) }

  func rows(_ layout: RowLayout, to target: RowTarget) -> any RowSink {
    JSONRows(lines: layout.keys, kinds: layout.kinds, to: target.write)
  }
}

extension WorkbookDocument: FormatWriter {
  func rows(_ layout: RowLayout, to target: RowTarget) throws -> any RowSink {
    let name = layout.noun.prefix(1).uppercased() + layout.noun.dropFirst()
    guard let path = target.path else {
      return try WorkbookRows(
        sheet: name, headings: layout.keys, scratch: rendering.scratch, day: rendering.day,
        to: target.write)
    }
    return try WorkbookRows(
      WorkbookWriter(path: path, scratch: rendering.scratch, day: rendering.day), sheet: name,
      headings: layout.keys)
  }
}

/// Rows as cards; what holds no people has none.
struct CardRows: FormatWriter {
  func bytes(of document: Document) -> [UInt8] { [] }

  func rows(_ layout: RowLayout, to target: RowTarget) -> any RowSink {
    layout.cards?(layout.keys, target.write) ?? GatheredRows(layout, self, to: target)
  }
}
