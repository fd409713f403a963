package import Documents

/// What the values of an attribute are, for completion, documentation and tests.
package enum AttributeKind: Sendable, Equatable {
  case text
  /// The address of a page.
  case link
  case number
  case country
  case day
  case month
  /// A project month or a day.
  case due
  /// One of a few words.
  case word([String])
  /// A value of one of the programme's code lists.
  case code(String)
  /// A value of one of several code lists, or several of them.
  case codes([String], isList: Bool)
  /// A number with at most two decimals, between two whole ones.
  case decimal(ClosedRange<Int>)
  /// A sum of money.
  case amount
  /// A text of a known form, such as `currency`.
  case form(String)
  /// The code of another record, by the command of its kind.
  case reference(String)
  case references(String)
  /// Worked out, never said.
  case computed(ColumnKind)

  package var isList: Bool {
    switch self {
    case .references, .codes(_, isList: true): true
    default: false
    }
  }

  /// The kind of its column in lists.
  var column: ColumnKind {
    switch self {
    case .text: .text
    case .link: .link
    case .number, .decimal: .number
    case .country: .country
    case .amount: .amount
    case .form(let form): .form(form)
    case .day: .day
    case .month: .form("project month")
    case .due: .due
    case .word(let words): .word(words)
    case .code(let list): .form("code of the list `\(list)`")
    case .codes(let lists, isList: false): .form(Self.code(of: lists))
    case .codes(let lists, isList: true): .listOf(Self.code(of: lists))
    case .reference(let command): .form(Self.noun(command))
    case .references(let command): .listOf(Self.noun(command))
    case .computed(let kind): kind
    }
  }

  /// What its cells in a list hold; a due date may be a day.
  var content: CellContent {
    switch self {
    case .text, .computed: .text
    case .link, .number, .month, .form: .typed
    case .amount, .decimal: .amount
    case .day, .due: .day
    case .country: .country
    case .word, .code, .codes, .reference, .references: .name
    }
  }

  private static func code(of lists: [String]) -> String {
    "code of \(lists.count == 1 ? "the list" : "one of the lists") "
      + lists.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// What the records of a command are called.
  private static func noun(_ command: String) -> String {
    command == "workpackage" ? "work package" : String(command.split(separator: " ").last ?? "")
  }
}
