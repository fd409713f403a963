internal import Basics
internal import GRDB

/// What rows of tables are called, and how their values read, in the words of lists.
struct RowWords: Sendable {
  /// A kind of record with a register.
  private struct Kind: Sendable {
    let table: String
    let noun: String
    /// Headings by columns of the table.
    let headings: [String: String]
    let codes: @Sendable (Database) throws -> [Int64: String]
    let reading: Reader

    init<R: Record>(_ kind: R.Type) {
      let register = R.register
      table = register.table.name
      noun = register.noun
      headings = register.stored.reduce(into: [:]) { headings, stored in
        for column in stored.storage.columns { headings[column] = stored.attribute.heading }
      }
      codes = { try register.codesByRow($0) }
      reading = { try register.reading($0, $1, $2) }
    }
  }

  /// Reads values by column as a record of a kind.
  typealias Reader = @Sendable ([String], [DatabaseValue], Database) throws -> StatedRow

  /// Nil for a table that is of no kind of record.
  static func reader(_ table: String) -> Reader? { kinds[table]?.reading }

  private static let kinds: [String: Kind] = {
    let all = [
      Kind(WorkPackage.self), Kind(PlanTask.self), Kind(Deliverable.self), Kind(Milestone.self),
      Kind(Risk.self), Kind(Indicator.self), Kind(Review.self), Kind(Activity.self),
      Kind(Decision.self), Kind(ActionPoint.self), Kind(PartnerLabel.self),
      Kind(StrategyPaper.self), Kind(BudgetLine.self), Kind(CostLine.self),
      Kind(CostEstimate.self), Kind(GrantPayment.self), Kind(Person.self), Kind(PersonRate.self),
      Kind(Partner.self),
    ]
    return Dictionary(uniqueKeysWithValues: all.map { ($0.table, $0) })
  }()

  private static let letters = ["contact": "C", "organisation": "O"]

  /// The codes of rows, by table, where they could be read.
  private var codes: [String: [Int64: String]] = [:]

  /// Reads the codes of some tables; those of a later place complete those of an earlier one.
  mutating func read(_ tables: Set<String>, in db: Database) {
    for table in tables {
      if table == "period" { readPeriods(db) }
      // A part of a project can lack what a code is made of; such rows go by their numbers.
      guard let kind = Self.kinds[table], let found = try? kind.codes(db) else { continue }
      codes[table, default: [:]].merge(found) { first, _ in first }
    }
  }

  private mutating func readPeriods(_ db: Database) {
    guard let rows = try? Row.fetchAll(db, sql: "SELECT id, number FROM period") else { return }
    for row in rows {
      guard let id: Int64 = try? row.value("id"), let number: Int = try? row.value("number")
      else { continue }
      codes["period", default: [:]][id] = "RP\(number)"
    }
  }

  /// Gives a row of no kind a name of what it is of, such as `NP-1 2020-05-08 WP5`, which commands take.
  mutating func name(_ row: Changeset.Row, _ columns: [String], _ values: [DatabaseValue]) {
    guard codes[row.table]?[row.id] == nil, let name = RowName.of(row.table, columns, values, self)
    else { return }
    codes[row.table, default: [:]][row.id] = name
  }

  /// The same of a row that is there.
  mutating func name(_ row: Changeset.Row, in db: Database) {
    read(RowName.tables(row.table).union([row.table]), in: db)
    guard let columns = try? db.columns(in: row.table).map(\.name),
      let found = try? Row.fetchOne(
        db, sql: "SELECT \(columns.joined(separator: ", ")) FROM \(row.table) WHERE id = ?",
        arguments: [row.id])
    else { return }
    name(row, columns, Array(found.databaseValues))
  }

  /// What one row of a table is called, such as `cost line`.
  static func noun(_ table: String) -> String {
    kinds[table]?.noun ?? table.replacing("_", with: " ")
  }

  /// The code of a row, such as `K12`; else its number.
  func code(_ table: String, _ id: Int64) -> String {
    if let code = codes[table]?[id] { return code }
    let running = RowID(id).running
    return Self.letters[table].map { "\($0)\(running)" } ?? "\(Self.noun(table)) \(running)"
  }

  /// What lists call a column.
  static func heading(_ table: String, _ column: String) -> String {
    if let heading = kinds[table]?.headings[column] { return heading }
    var name = column
    for ending in ["_id", "_cents", "_hundredths"] where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    let words = name.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// A value as people read it: amounts with two decimals, references by their codes.
  func value(_ value: DatabaseValue, of table: String, _ column: String) -> String {
    switch value.storage {
    case .null: return ""
    case .string(let text): return text
    case .double(let number): return "\(number)"
    case .blob(let data): return "\(data.count) bytes"
    case .int64(let number):
      if column.hasSuffix("_cents") || column.hasSuffix("_hundredths")
        || Self.inHundredths.contains("\(table).\(column)")
      {
        return Self.decimal(number)
      }
      guard let target = Self.target(table, column) else { return "\(number)" }
      return code(target, number)
    }
  }

  private static let inHundredths: Set<String> = [
    "timesheet.hours", "planned_effort.person_months", "work_package.person_months",
  ]

  /// The table that a column refers to.
  static func target(_ table: String, _ column: String) -> String? {
    guard column.hasSuffix("_id") else { return nil }
    let whole = "\(table).\(column)"
    return targets[whole] ?? targets[column] ?? String(column.dropLast(3))
  }

  private static let targets = [
    "lead_id": "partner", "owner_id": "partner", "managing_partner_id": "partner",
    "successor_id": "partner", "charged_in_id": "period", "meeting_id": "activity",
    "host_id": "profile", "visitor_id": "profile", "after_id": "task", "step_id": "period_step",
    "exchange_step.step_id": "exchange_step", "step_ground.step_id": "exchange_step",
    "earlier_step_id": "exchange_step", "signature_id": "paper_signature",
    "cost_line.sender_id": "",
  ]

  private static func decimal(_ number: Int64) -> String {
    let digits = String(number.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    return "\(number < 0 ? "-" : "")\(padded.dropLast(2)).\(padded.suffix(2))"
  }
}
