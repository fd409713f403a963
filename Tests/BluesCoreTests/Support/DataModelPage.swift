import GRDB

/// docs/reference/data-model.md, written from the layout of a new project file.
struct DataModelPage {
  /// A table, and what a row of it is.
  struct Described {
    let table: String
    let row: String
  }

  /// The tables by the room that owns them.
  ///
  /// A new table gets its line here.
  static let rooms: [(room: String, tables: [Described])] = [
    (
      "Store",
      [
        Described(table: "file", row: "the number that ids of rows begin with; one row"),
        Described(
          table: "operation", row: "a step of the history, with the changeset that takes it back"),
        Described(table: "batch", row: "an import of a list: its file, its source, its counts"),
        Described(table: "list_option", row: "the options that an import of a list was given"),
        Described(
          table: "list_import", row: "the file of an import, and the records that its rows were of"),
        Described(
          table: "disclosure", row: "data of persons that were given out: what, how many, to whom"),
        Described(table: "last_id", row: "the last number that was given to a row of a table"),
      ]
    ),
    (
      "Project",
      [
        Described(table: "project", row: "the project's own facts; one row"),
        Described(
          table: "fact",
          row: "where a fact comes from: confirmed by a source, a default, or the project's own"),
        Described(table: "period", row: "a reporting period"),
        Described(
          table: "period_step",
          row: "what became of a period: locked, submitted, accepted, reopened"
        ),
        Described(table: "amendment", row: "a change of the project's start or end"),
        Described(table: "rule_figure", row: "a figure of a rule that the project changed"),
      ]
    ),
    (
      "Privacy",
      [
        Described(
          table: "consent",
          row: "a word of a contact on what may be done: what was agreed to, or withdrawn"),
        Described(table: "erasure", row: "a contact whose person was erased, and what is kept"),
        Described(
          table: "unfinished_erasure", row: "an erasure whose traces are not yet out of the file"),
        Described(
          table: "doubtful_contact",
          row: "a contact that may be an erased person, as a restore found it"),
        Described(
          table: "stop_key", row: "the random key of the stop list's digests; one row"),
        Described(table: "stop_person", row: "somebody who is not to be imported again"),
        Described(
          table: "stop_digest", row: "a digest by which a row of a list is known as that person's"),
      ]
    ),
    (
      "Parcels",
      [
        Described(
          table: "member_key",
          row: "a public key of a partner, which this copy admits or has revoked"),
        Described(
          table: "parcel",
          row: "a parcel that was sent or received; in a parcel, what it says of itself"),
        Described(table: "parcel_content", row: "the rows of a parcel, as a SQLite file"),
        Described(
          table: "parcel_decision", row: "what was decided on a row of a partner's parcel"),
        Described(
          table: "removed_row", row: "a row that is gone, so that the next parcels say so"),
        Described(
          table: "submission_step",
          row: "a step of a partner's submission for a period: withdrawn, returned, accepted"),
      ]
    ),
    (
      "Files",
      [Described(table: "document", row: "a file behind a record, with its SHA-256")]
    ),
    (
      "Records",
      [
        Described(
          table: "record_edit", row: "a value that was changed here after a list said otherwise")
      ]
    ),
    (
      "ExchangeRates",
      [
        Described(table: "exchange_rate", row: "the rate of a currency on a day, for one euro"),
        Described(
          table: "period_rate", row: "a rate that the project sets for a currency and period"),
      ]
    ),
    (
      "Partners",
      [
        Described(table: "partner", row: "a beneficiary of the grant"),
        Described(table: "organisation", row: "a firm or institution that contacts work for"),
        Described(
          table: "membership", row: "an organisation that is a member of a partner's cluster"),
        Described(table: "contact", row: "a person or an office that can be written to"),
        Described(
          table: "contact_edit", row: "a field that was changed here after a list said otherwise"),
        Described(table: "partner_name", row: "a short name that a partner had before"),
        Described(table: "contact_search", row: "the folded words of a contact, for the search"),
        Described(table: "merged_contact", row: "a contact that was made one with another"),
        Described(
          table: "merged_organisation", row: "an organisation that was made one with another"),
        Described(table: "distinct_contact", row: "two contacts that are alike and not the same"),
        Described(
          table: "distinct_organisation", row: "two organisations that are alike and not the same"),
      ]
    ),
    (
      "WorkPackages",
      [
        Described(table: "work_package", row: "a work package"),
        Described(table: "task", row: "a task of a work package"),
        Described(table: "follower_task", row: "a task that begins after another one"),
        Described(table: "deliverable", row: "a deliverable with its state"),
        Described(
          table: "deliverable_step", row: "a submission, decision, justification or moved due date"),
        Described(table: "milestone", row: "a milestone"),
        Described(
          table: "milestone_work_package", row: "a work package that a milestone belongs to"),
        Described(table: "milestone_lead", row: "a partner that leads to a milestone"),
        Described(table: "risk", row: "a risk, with how likely it is and what became of it"),
        Described(table: "review", row: "a meeting at which the Agency reviews the project"),
        Described(
          table: "planned_effort",
          row: "the planned person-months of a partner or third party in a work package"),
        Described(table: "baseline", row: "the plan as it once was, under a name"),
        Described(table: "risk_work_package", row: "a work package that a risk concerns"),
        Described(table: "risk_state", row: "what a risk was in a reporting period"),
      ]
    ),
    (
      "Indicators",
      [
        Described(table: "indicator", row: "an indicator with what it counts and its target"),
        Described(table: "indicator_target", row: "what one partner has to reach"),
        Described(table: "indicator_reading", row: "what an indicator was on a day"),
      ]
    ),
    (
      "Exchanges",
      [
        Described(table: "profile", row: "an organisation as a host or a visitor"),
        Described(table: "exchange", row: "a stay of a visitor at a host, with its state"),
        Described(table: "exchange_step", row: "a step of the workflow that was taken"),
        Described(
          table: "step_ground", row: "what a step stands on, so that it is not taken away below it"),
        Described(table: "paper", row: "a document of an exchange"),
        Described(table: "paper_signature", row: "a party that signed a paper"),
        Described(table: "exchange_person", row: "a contact that takes part in an exchange"),
        Described(
          table: "exchange_approval", row: "a rule that the Agency waived for an exchange"),
        Described(table: "feedback", row: "what one side of an exchange said of it"),
        Described(table: "feedback_score", row: "the score of one question"),
      ]
    ),
    (
      "Activities",
      [
        Described(table: "activity", row: "a training, event, mission, meeting or communication"),
        Described(table: "activity_partner", row: "a partner that takes part in an activity"),
        Described(table: "activity_contact", row: "a contact that took part in an activity"),
        Described(
          table: "activity_count",
          row: "how many persons of one type of organisation took part in an activity"),
        Described(table: "decision", row: "what the partners decided"),
        Described(table: "action", row: "what a partner was asked to do"),
      ]
    ),
    (
      "GrantPayments",
      [
        Described(
          table: "grant_payment",
          row: "a payment of the grant, received from the Agency or distributed to a partner")
      ]
    ),
    (
      "Periods",
      [
        Described(table: "frozen_document", row: "a document that the lock of a period keeps")
      ]
    ),
    (
      "Persons",
      [
        Described(table: "person", row: "a person who works for a partner"),
        Described(
          table: "person_share",
          row: "the share of a work package in the time of a person declared full time"),
        Described(table: "person_rate", row: "what a person costs in a year, from a day on"),
        Described(table: "timesheet", row: "the hours of a person on a day or in a month"),
        Described(
          table: "effort_explanation", row: "why effort is not as planned in a reporting period"),
      ]
    ),
    (
      "Texts",
      [
        Described(
          table: "report_text",
          row: "a text of a report, by section, work package, partner and period")
      ]
    ),
    (
      "Labels",
      [
        Described(table: "label", row: "a label of cluster excellence of a partner"),
        Described(table: "label_term", row: "a time for which a label was given before"),
        Described(table: "strategy", row: "a strategy document or an analysis of a partner"),
      ]
    ),
    (
      "Budget",
      [Described(table: "budget_line", row: "what a partner has for a category of costs")]
    ),
    (
      "Costs",
      [
        Described(table: "cost_line", row: "a cost of a partner, as one receipt says it"),
        Described(
          table: "cost_estimate", row: "what a partner expects of a category in a month"),
      ]
    ),
    (
      "Statements",
      [
        Described(table: "statement_word", row: "what a partner requests, and its receipts"),
        Described(table: "declared_line", row: "a line of a statement, as its lock keeps it"),
        Described(table: "locked_figure", row: "a figure of a rule on money, as a lock keeps it"),
        Described(table: "accepted_cost", row: "what the Agency accepted of a category of costs"),
        Described(
          table: "adjustment_reason", row: "why a line is declared later than it was incurred"),
      ]
    ),
  ]

  private struct Column {
    let name: String
    let type: String
    let isRequired: Bool
  }

  private struct Reference {
    let column: String
    let table: String
  }

  /// All tables but those that SQLite keeps for itself and for the search.
  static func tables(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema WHERE type = 'table'
        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'contact_search_%' ORDER BY rowid
        """)
  }

  static func text(_ db: Database) throws -> String {
    var lines = [
      "# The data model", "",
      "Written by `make docs` from the layout of a new project file; do not edit by hand. The whole",
      "layout with its checks and indexes is in [schema.sql](../../Tests/BluesCoreTests/Goldens/schema.sql).",
      "",
      "Days are ISO text such as `2021-03-31`, amounts whole cents, project months numbers from 1. Ids",
      "are numbers of 64 bits that no other file gives. `extra` holds the columns of a list that have",
      "no field, as a JSON object; `batch` is the step of the import that brought the row.", "",
      "```mermaid", "erDiagram",
    ]
    for table in rooms.flatMap(\.tables).map(\.table) {
      for reference in try references(of: table, db) {
        let isRequired = try columns(of: table, db)
          .contains { $0.name == reference.column && $0.isRequired }
        lines.append(
          "  \(reference.table) \(isRequired ? "||" : "|o")--o{ \(table) : \(reference.column)")
      }
    }
    lines.append("```")
    for (room, tables) in rooms {
      lines += ["", "## \(room)"]
      for table in tables { lines += try section(table, db) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ described: Described, _ db: Database) throws -> [String] {
    let references = try references(of: described.table, db)
    var lines = [
      "", "### \(described.table)", "", "A row is \(described.row).", "",
      "| Column | Type | Required | Refers to |", "|---|---|---|---|",
    ]
    for column in try columns(of: described.table, db) {
      let targets = references.filter { $0.column == column.name }.map { "`\($0.table)`" }
      lines.append(
        "| `\(column.name)` | \(column.type) | \(column.isRequired ? "yes" : "") "
          + "| \(targets.joined(separator: ", ")) |")
    }
    return lines
  }

  private static func columns(of table: String, _ db: Database) throws -> [Column] {
    try Row.fetchAll(
      db, sql: #"SELECT name, type, "notnull" OR pk AS required FROM pragma_table_info(?)"#,
      arguments: [table]
    ).map { Column(name: $0["name"], type: $0["type"], isRequired: $0["required"]) }
  }

  private static func references(of table: String, _ db: Database) throws -> [Reference] {
    try Row.fetchAll(
      db, sql: #"SELECT "from", "table" FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq"#,
      arguments: [table]
    ).map { Reference(column: $0["from"], table: $0["table"]) }
  }
}
