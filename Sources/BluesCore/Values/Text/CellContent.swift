/// What the cells of a field hold, as far as the reading of a list goes by it.
package enum CellContent: Sendable, Equatable {
  /// A text, which may be any word.
  case text
  /// A value of a form, such as an address or a figure.
  case typed
  case day
  /// A sum of money, whose decimal sign is that of its column.
  case amount
  /// A number that may have decimals, whose sign is that of its column; other words stay as they are.
  case number
  case country
  /// A name or a word of a closed list: only those who know them can tell which there are.
  case name
}

extension CellContent {
  /// Whether it has decimals.
  var hasDecimals: Bool { self == .amount || self == .number }
}

extension BlankWords {
  /// Whether a cell says only that there is nothing, by what its field holds.
  ///
  /// A word for a country is a country, such as `NA`. Whether a name is one is asked of those who
  /// know the names; where it is none, `contains` answers.
  func empties(_ text: String, of content: CellContent) -> Bool {
    switch content {
    case .text, .name: false
    case .typed, .number, .day: mayContain(text) && contains(text)
    case .amount: mayContain(text) && contains(WrittenAmount.withoutCurrency(text))
    case .country: mayContain(text) && contains(text) && CountryCode(spelled: text) == nil
    }
  }

  /// What is told of such a cell.
  static let reason = "The word means no value and is read as blank."
}
