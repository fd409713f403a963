internal import Basics

/// Who may change, and who may read, the rows of a table of a shared project.
struct ScopedTable: Sendable {
  /// How it is known to which partner a row belongs; the coordinator may change every row.
  indirect enum Owner: Sendable {
    case coordinator
    /// A column with the partner's number.
    case column(String)
    /// The owner of the row of another table that a column names.
    case parent(String, table: String)
    /// SQL that holds for a row of a partner; `{row}` is the row, `:me` the partner's number.
    case condition(String, words: String)
  }

  /// Who gets the rows.
  enum Reader: Sendable {
    case all
    /// The partner that a row belongs to.
    case owner
    /// As the row of another table that a column names.
    case parent(String, table: String)
    case condition(String, words: String)
  }

  /// A column that only the owner of a row gets, and what stands there for all others, in SQL.
  struct Withheld: Sendable {
    let column: String
    var blank = "NULL"
  }

  let name: String
  let owner: Owner
  let reader: Reader
  var withheld: [Withheld] = []
  /// The columns that the coordinator alone changes, whoever owns the row.
  let decided: [String]

  init(
    _ name: String, _ owner: Owner, _ reader: Reader, withheld: [String] = [],
    blank: [String: String] = [:], decided: [String] = []
  ) {
    self.name = name
    self.owner = owner
    self.reader = reader
    self.decided = decided
    self.withheld = withheld.map { Withheld(column: $0, blank: blank[$0] ?? "NULL") }
  }

  /// The column and table of what a row is a part of, with which it is decided; nil for other rows.
  var whole: (column: String, table: String)? {
    Self.parts.first { $0.value.contains(name) }.map { ("\($0.key)_id", $0.key) }
  }

  /// The tables whose rows have parts.
  static let wholes = Set(parts.keys)

  private static let parts: [String: Set<String>] = [
    "activity": ["activity_partner", "activity_contact", "activity_count"],
    "label": ["label_term"],
  ]

  var isOfCoordinator: Bool {
    if case .coordinator = owner { true } else { false }
  }

  /// Whether partners add rows in their own copies, so that no two may give one number twice.
  var isNumberedByCopies: Bool { !isOfCoordinator }

  /// SQL that holds for the rows that belong to the partner `:me`.
  func owns(_ row: String) -> String {
    switch owner {
    case .coordinator: return "0"
    case .column(let column): return "\(row).\(column) IS :me"
    case .parent(let column, let table):
      let parent = "\(row)_\(table)"
      let holds = SharedScope.table(table)?.owns(parent) ?? "0"
      return "EXISTS (SELECT 1 FROM \(table) AS \(parent) "
        + "WHERE \(parent).id = \(row).\(column) AND \(holds))"
    case .condition(let sql, _): return "(\(sql.replacing("{row}", with: row)))"
    }
  }

  /// SQL that holds for the rows that the partner `:me` gets.
  func reads(_ row: String) -> String {
    switch reader {
    case .all: return "1"
    case .owner: return owns(row)
    case .parent(let column, let table):
      let parent = "\(row)_\(table)"
      let holds = SharedScope.table(table)?.reads(parent) ?? "0"
      return "EXISTS (SELECT 1 FROM \(table) AS \(parent) "
        + "WHERE \(parent).id = \(row).\(column) AND \(holds))"
    case .condition(let sql, _): return "(\(sql.replacing("{row}", with: row)))"
    }
  }

  /// Who may change the rows, in words.
  var writers: String {
    switch owner {
    case .coordinator: "coordinator"
    case .column where !decided.isEmpty:
      "the partner it is of; coordinator: \(decided.map(Self.words).joined(separator: ", "))"
    case .column: "the partner it is of"
    case .parent(_, let table): "as \(Self.words(table))"
    case .condition(_, let words): words
    }
  }

  /// Who gets the rows, in words.
  var readers: String {
    switch reader {
    case .all: "all"
    case .owner: "its owner"
    case .parent(_, let table): "as \(Self.words(table))"
    case .condition(_, let words): words
    }
  }

  private static func words(_ table: String) -> String { table.replacing("_", with: " ") }
}
