/// The side of its column a cell stands on.
package enum Alignment: Hashable, Sendable {
  case leading, trailing
}

/// One column of a table: its key for machines and its heading for people.
package struct Column: Hashable, Sendable {
  /// The key in JSON and CSV and the word for `--columns`, in snake_case.
  package let name: String
  package let heading: String
  /// What it is, as a sentence; empty in tables that no reference page lists.
  package let help: String
  package let kind: ColumnKind
  package let alignment: Alignment
  /// Whether pages for people show it unasked; data formats have every column.
  package var isShown: Bool
  /// How much it matters on a narrow terminal; nil where its cells say.
  package var rank: ColumnRank?

  package init(
    _ name: String, _ heading: String, _ help: String = "", kind: ColumnKind = .text,
    alignment: Alignment = .leading, shown: Bool = true, rank: ColumnRank? = nil
  ) {
    self.name = name
    self.heading = heading
    self.help = help
    self.kind = kind
    self.alignment = alignment
    self.isShown = shown
    self.rank = rank
  }
}
