internal import Basics
internal import GRDB

/// A table whose rows belong to a reporting period, by a day or by the period itself.
struct DatedTable: Sendable {
  /// How a row finds its period.
  enum Rule: Sendable {
    /// As costs do: the period of the day, or the one that the row names, or where that is locked the
    /// first open one after it, as an adjustment.
    case charged
    /// The period of the day.
    case day
    /// The period that the row names.
    case named
  }

  let name: String
  let rule: Rule
  /// The columns that the expressions are made of.
  let columns: [String]
  /// SQL over `row`: the number of the partner, a day or a month, the number of the row of `period`.
  var partner = "row.partner_id"
  var day = "NULL"
  var period = "NULL"
  /// SQL over `row`: what it is called in a sentence.
  let words: String
  /// SQL over `row`: what rows belong to a report at all.
  var condition = "1"
  /// SQL over `row` that holds for those of `:partner`; else what `partner` says.
  var isOfPartner: String?
  /// Whether the report of a locked period says it, so that it does not become an adjustment.
  var isKeptByLock = false

  static let all: [DatedTable] = [
    DatedTable(
      name: "cost_line", rule: .charged,
      columns: ["number", "partner_id", "incurred_on", "charged_in_id"], day: "row.incurred_on",
      period: "row.charged_in_id", words: "'cost K' || row.number"),
    DatedTable(
      name: "timesheet", rule: .charged, columns: ["person_id", "worked_on"],
      partner: "(SELECT partner_id FROM person WHERE person.id = row.person_id)",
      day: "row.worked_on",
      words: "'hours' || coalesce("
        + "' of ' || (SELECT code FROM person WHERE person.id = row.person_id), '')"
        + " || ' on ' || row.worked_on",
      isOfPartner: "row.person_id IN (SELECT person.id FROM person WHERE partner_id = :partner)"),
    DatedTable(
      name: "cost_estimate", rule: .day, columns: ["number", "partner_id", "month"],
      day: "row.month", words: "'estimate EST' || row.number"),
    DatedTable(
      name: "effort_explanation", rule: .named,
      columns: ["partner_id", "period_id", "work_package_id"], period: "row.period_id",
      words: "'the explanation of effort in WP' || coalesce("
        + "(SELECT number FROM work_package WHERE work_package.id = row.work_package_id), '')",
      isKeptByLock: true),
    DatedTable(
      name: "statement_word", rule: .named, columns: ["partner_id", "period_id"],
      period: "row.period_id", words: "'what is said on the statement'", isKeptByLock: true),
    DatedTable(
      name: "adjustment_reason", rule: .named, columns: ["partner_id", "period_id", "source"],
      period: "row.period_id", words: "'the reason of the adjustment of ' || row.source",
      isKeptByLock: true),
    DatedTable(
      name: "report_text", rule: .named, columns: ["partner_id", "period_id", "section"],
      period: "row.period_id", words: "'text ' || row.section", isKeptByLock: true),
    DatedTable(
      name: "indicator_reading", rule: .day, columns: ["indicator_id", "partner_id", "read_on"],
      day: "row.read_on",
      words: "'the reading of I' || coalesce("
        + "(SELECT number FROM indicator WHERE indicator.id = row.indicator_id), '')"
        + " || ' on ' || row.read_on"),
    DatedTable(
      name: "activity", rule: .day,
      columns: ["id", "number", "starts_on", "ends_on", "status"],
      partner: "(SELECT partner_id FROM activity_partner WHERE activity_id = row.id "
        + "ORDER BY activity_partner.id LIMIT 1)",
      day: "coalesce(row.ends_on, row.starts_on)", words: "'activity A' || row.number",
      condition: "row.status = 'delivered'"),
  ]

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// What a row is of: its partner, its day and its period.
  struct Place: Sendable {
    /// Nil where the row does not say it any more, as of a person who is gone.
    let partner: Int64?
    let day: String?
    let period: Int64?
    let words: String
  }

  /// Where a row with some values by column belongs; nil where it is in no report.
  func place(_ values: [String: DatabaseValue], _ db: Database) throws -> Place? {
    let row = columns.map { ":\($0) AS \($0)" }.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "SELECT \(selection) FROM (SELECT \(row)) AS row WHERE \(condition)")
    let arguments = Dictionary(
      uniqueKeysWithValues: columns.map { ($0, values[$0] ?? DatabaseValue.null) })
    return try Row.fetchOne(statement, arguments: StatementArguments(arguments)).map(Self.read)
  }

  /// Where the rows that an import added belong, each once.
  func places(ofBatch step: Int64, _ db: Database) throws -> [Place] {
    guard try db.columns(in: name).contains(where: { $0.name == "batch" }) else { return [] }
    return try Row.fetchAll(
      db,
      sql: "SELECT DISTINCT \(selection) FROM \(name) AS row WHERE batch = ? AND \(condition)",
      arguments: [step]
    ).map(Self.read)
  }

  /// Whether a partner has a row of a period, of which a project knows the days and the row.
  func has(
    _ partner: Int64, in days: ClosedRange<Day>, period id: Int64, _ db: Database
  ) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM \(name) AS row
            WHERE \(isOfPartner ?? "\(self.partner) = :partner") AND \(condition)
              AND coalesce(\(period) = :period, \(day) BETWEEN :first AND :last
                OR \(day) || '-01' BETWEEN :first AND :last))
          """),
      arguments: [
        "partner": partner, "period": id, "first": days.lowerBound.description,
        "last": days.upperBound.description,
      ]) == true
  }

  private var selection: String {
    "\(partner) AS partner, \(day) AS day, \(period) AS period, \(words) AS words"
  }

  private static func read(_ row: Row) throws -> Place {
    Place(
      partner: try row.value("partner"), day: try row.value("day"),
      period: try row.value("period"), words: try row.value("words"))
  }
}
