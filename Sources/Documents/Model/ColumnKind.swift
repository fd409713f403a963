/// What the values of a column are, for the reference pages, for tests and for conditions; a terminal
/// does not cut those that are whole or nothing.
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

  /// A number as its sender wrote it, such as `1 200`; it may be any text.
  package static let figure = ColumnKind.form("figure")
  /// A day as a text in ISO form.
  package static let writtenDay = ColumnKind.form("day")
  /// A day and a time in ISO form.
  package static let time = ColumnKind.form("time")
  /// A project month, or a day; a column named after it with `_on` has the day.
  package static let due = ColumnKind.form("project month or day")
  /// The code of a country.
  package static let country = ColumnKind.form("country")
  /// The codes of several countries, with semicolons between them.
  package static let countries = ColumnKind.form("countries")

  /// Whether a part of a value would be another one: a code, a command, a word of a closed list.
  var isWhole: Bool {
    switch self {
    case .word: true
    case .form: self != .figure
    case .text, .number, .amount, .day, .flag, .link, .list, .listOf: false
    }
  }

  /// One of the words of a closed list.
  package static func words<Word: CaseIterable & RawRepresentable>(
    of type: Word.Type
  ) -> ColumnKind where Word.RawValue == String {
    .word(type.allCases.map(\.rawValue))
  }
}
