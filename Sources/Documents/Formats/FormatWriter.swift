/// Writes one format: a document at once, or the rows of a table as they come.
protocol FormatWriter {
  func bytes(of document: Document) throws -> [UInt8]

  /// Begins a table, whose rows are then given one by one.
  func rows(_ layout: RowLayout, to target: RowTarget) throws -> any RowSink
}

extension FormatWriter {
  /// Rows that only make sense together are gathered and written as a document.
  func rows(_ layout: RowLayout, to target: RowTarget) throws -> any RowSink {
    GatheredRows(layout, self, to: target)
  }
}

/// What the rows of a table are, before the first of them comes.
package struct RowLayout {
  let schema: String
  let noun: String
  let columns: [Column]
  /// What the texts of each column stand for; texts where nothing is said.
  let kinds: [JSONRows.Kind]
  /// The title of a page of them.
  let title: String?
  /// Makes cards of them, where rows are people.
  let cards: Cards?

  package typealias Cards = ([String], @escaping ByteTarget) -> any RowSink

  package init(
    schema: String, noun: String, columns: [Column], kinds: [JSONRows.Kind] = [],
    title: String? = nil, cards: Cards? = nil
  ) {
    self.schema = schema
    self.noun = noun
    self.columns = columns
    self.kinds = kinds
    self.title = title
    self.cards = cards
  }

  var keys: [String] { columns.map(\.name) }
}

/// Where the bytes of rows go.
package struct RowTarget {
  let write: ByteTarget
  /// The place of a file that may be filled directly; nil for what is a stream.
  let path: String?

  package init(path: String? = nil, write: @escaping ByteTarget) {
    self.path = path
    self.write = write
  }
}

extension Rendering {
  /// Begins a table in the format, whose rows are then given one by one.
  package func rows(_ layout: RowLayout, to target: RowTarget) throws -> any RowSink {
    try format.traits.writer(self).rows(layout, to: target)
  }
}
