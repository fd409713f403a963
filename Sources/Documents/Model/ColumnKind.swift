/// What the values of a column are, for the reference pages and for tests; no format asks it.
package enum ColumnKind: Hashable, Sendable {
  case text, number, amount, day, flag, link
  /// A text of a known form, such as `country` or `project month`.
  case form(String)
  /// One of a few words.
  case word([String])
  /// Several texts.
  case list
  /// Several texts of a known form, such as codes of work packages.
  case listOf(String)

  /// One of the words of a closed list.
  package static func words<Word: CaseIterable & RawRepresentable>(
    of type: Word.Type
  ) -> ColumnKind where Word.RawValue == String {
    .word(type.allCases.map(\.rawValue))
  }
}
