/// Why a column goes where it goes.
package enum MappingReason: Sendable, Equatable {
  /// The person said so on the command line.
  case said
  /// A mapping file says so, by its name.
  case file(String)
  /// The heading is the field's own name.
  case ownName
  /// The heading is a word for the field.
  case heading(HeadingLanguage)
  /// The heading says the field in other words, such as `Kontakt-E-Mail`.
  case otherWords
  /// The heading alone could mean two fields; the other headings tell which.
  case otherHeadings
  /// No heading says it; the cells look like it and like nothing else.
  case values(ValuePattern)
  /// It is one of the columns that blues puts before a rejects file.
  case ownColumn
  /// It is a column of our own lists that is worked out, so that no import takes it.
  case workedOut
  /// It has no heading, and no value in the first rows.
  case blankColumn
  /// No field takes it, and it is kept without anyone asking for it.
  case keptByItself
  /// No field takes it.
  case noField

  /// Whether the heading itself tells where the column goes.
  var isOfHeading: Bool {
    switch self {
    case .ownName, .heading, .otherWords, .otherHeadings, .ownColumn, .workedOut: true
    case .said, .file, .values, .blankColumn, .keptByItself, .noField: false
    }
  }

  /// The word for scripts.
  package var key: String {
    switch self {
    case .said: "said"
    case .file: "file"
    case .ownName: "name"
    case .heading: "heading"
    case .otherWords: "words"
    case .otherHeadings: "headings"
    case .values: "values"
    case .ownColumn: "own"
    case .workedOut: "computed"
    case .blankColumn: "blank"
    case .keptByItself: "kept"
    case .noField: "none"
    }
  }

  /// The reason, to follow a column and its field: `by a Polish heading`.
  package var words: String {
    switch self {
    case .said: "as given"
    case .file(let name): "by \(name)"
    case .ownName: "by the field's own name"
    case .heading(let language): "by \(language.words) heading"
    case .otherWords: "by headings in other words"
    case .otherHeadings: "by what the other headings leave"
    case .values(let look): "by its values, which look like \(look.words)"
    case .ownColumn: "a column of a rejects file"
    case .workedOut: "a column of our own lists that is worked out"
    case .blankColumn: "no heading and no value"
    case .keptByItself: "no field matches it, so it is kept"
    case .noField: "no field matches it"
    }
  }
}
