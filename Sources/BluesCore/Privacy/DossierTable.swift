internal import Basics
internal import Documents
internal import GRDB

/// The rows of one table that are a person's own or refer to it, with every column of the table.
///
/// Which tables refer to contacts is asked of SQLite, so that a new one is never forgotten.
struct DossierTable {
  let title: String
  let block: Block
  /// The record of the contact as data, which no page shows again.
  private(set) var stored: Block?

  /// A row of more columns is read from above to below.
  private static let widest = 12

  private static let titles = [
    "contact": "The record", "merged_contact": "Merged into it",
    "contact_edit": "Changed by hand after a list", "consent": "Consents",
    "distinct_contact": "Known to be another person", "exchange_person": "Part in exchanges",
    "activity_contact": "Part in activities", "document": "Documents of the record",
  ]

  static func all(of rows: ErasedRows, _ db: Database) throws -> [DossierTable] {
    let list = "(\(rows.contacts.sorted().map(String.init).joined(separator: ",")))"
    var conditions: [(table: String, condition: String)] = [
      ("contact", "id IN \(list)"), ("contact_edit", "contact_id IN \(list)"),
      ("document", "record_kind = 'contact' AND record_id IN \(list)"),
    ]
    for (table, columns) in Dictionary(
      grouping: try References.columns(to: "contact", in: db), by: \.table
    )
    .sorted(by: { $0.key < $1.key }) {
      conditions.append((table, columns.map { "\($0.name) IN \(list)" }.joined(separator: " OR ")))
    }
    return try conditions.compactMap { table, condition in
      let found = try Row.fetchAll(
        db, sql: "SELECT * FROM \(table) WHERE \(condition) ORDER BY id")
      guard !found.isEmpty else { return nil }
      return try DossierTable(table, found, db)
    }
  }

  private init(_ name: String, _ rows: [Row], _ db: Database) throws {
    let names = try db.columns(in: name).map(\.name)
    let parents = try Row.fetchAll(
      db, sql: "SELECT * FROM pragma_foreign_key_list(?)", arguments: [name]
    )
    .reduce(into: [String: String]()) {
      $0[try $1.value("from", as: String.self)] = try $1.value("table", as: String.self)
    }
    title = Self.titles[name] ?? Self.heading(name)
    let noun = name == "contact" ? "record" : name
    let cells = try rows.map { row in
      try names.enumerated().map { place, column -> Cell in
        let value = row[place]?.databaseValue
        let parent: String? =
          column == "id" ? name : column == "contact_id" ? "contact" : parents[column]
        guard let parent, case .int64(let id) = value?.storage else { return Self.cell(value) }
        return .text(try Self.code(parent, id, db))
      }
    }
    if cells.count == 1, names.count > Self.widest {
      block = .facts(
        Facts(key: noun, zip(names, cells[0]).map { Fact($0, Self.heading($0), $1) }, isBrief: true)
      )
    } else {
      block = .table(
        Documents.Table(
          noun: noun, columns: names.map { Documents.Column($0, Self.heading($0)) }, rows: cells))
    }
    if name == "contact", cells.count == 1 {
      stored = .data(
        noun, .object(zip(names, cells[0]).map { JSONMember($0, $1.json) }))
    }
  }

  /// How a row of another record is called: by its code where it has one.
  private static func code(_ table: String, _ id: Int64, _ db: Database) throws -> String {
    switch table {
    case "contact", "merged_contact": return "C\(RowID(id).running)"
    case "organisation": return "O\(RowID(id).running)"
    case "partner":
      return try String.fetchOne(db, sql: "SELECT code FROM partner WHERE id = ?", arguments: [id])
        ?? "\(RowID(id).running)"
    case "exchange":
      let number = try Int.fetchOne(
        db, sql: "SELECT number FROM exchange WHERE id = ?", arguments: [id])
      return number.flatMap { ExchangeCode(number: $0) }.map(\.description)
        ?? "\(RowID(id).running)"
    case "activity":
      let number = try Int.fetchOne(
        db, sql: "SELECT number FROM activity WHERE id = ?", arguments: [id])
      return number.flatMap { ActivityCode(number: $0) }.map(\.description)
        ?? "\(RowID(id).running)"
    default: return "\(RowID(id).running)"
    }
  }

  /// The name of a column as people read it.
  static func heading(_ name: String) -> String {
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  static func cell(_ value: DatabaseValue?) -> Cell {
    switch value?.storage {
    case .int64(let number): .integer(Int(number))
    case .string(let text): .text(text)
    case .double(let number): .text("\(number)")
    case .blob, .null, nil: .empty
    }
  }
}
