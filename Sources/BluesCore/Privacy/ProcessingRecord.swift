package import Basics
package import Documents
internal import GRDB

/// What a project holds of one group of people (GDPR, Article 30): why, since when, until when.
package struct ProcessingRecord: Sendable, Equatable {
  /// A group as the data file has it.
  struct Group: Decodable {
    let id: String
    let what: String
    let why: String
    let basis: String
    /// The rule of retention; nil where the data have no end.
    let rule: String?
    /// Commands that bring such data in.
    let commands: [String]
  }

  /// The shape of the data file.
  struct File: Decodable {
    let mark: Mark
    let sources: [String]
    let records: [Group]
  }

  static let file = Resource.decode(
    File.self, from: PackageResources.privacy_records_json, named: "privacy-records.json")

  /// Where the purposes and grounds come from, in a sentence.
  package static var source: String {
    "Purposes and grounds: mark \(file.mark.rawValue), "
      + Source.cited(file.sources).map(\.tag).joined(separator: ", ")
      + ". Compare them with the agreement between the partners."
  }

  package let id: String
  package let what: String
  /// How many persons, or organisations where it is about accounts.
  package let count: Int
  package let why: String
  package let basis: String
  /// The day on which the first of them came in; nil where none did.
  package let since: Day?
  /// The rule of retention, and its last day where it is known.
  package let rule: String?
  package let until: Day?

  package static let fields: [Field<ProcessingRecord>] = [
    Field("id", "Group", "The group of people, in one word.", shown: false) { .text($0.id) },
    Field("what", "Data", "What is held.", rank: .key) { .text($0.what) },
    Field("count", "People", "How many people it is about.", kind: .number) {
      .integer($0.count)
    },
    Field("why", "Why", "What it is for.", rank: .main) { .text($0.why) },
    Field("basis", "Ground", "The legal basis of Article 6(1).") { .text($0.basis) },
    Field("since", "Since", "When the first of them came in.", kind: .day) {
      .day(orEmpty: $0.since)
    },
    Field("until", "Until", "The last day on which they may be held.", kind: .day) {
      .day(orEmpty: $0.until)
    },
    Field("rule", "Rule", "The rule of retention.") { .text(orEmpty: $0.rule) },
  ]

  /// The groups of which anybody is held.
  static func fetchAll(_ db: Database, days: LocalDays) throws -> [ProcessingRecord] {
    let end = try Day.fetchOne(db, sql: "SELECT end_day FROM project")
    let months = try RuleBook.inForce(db).rule("contact-retention").whole("months")
    let ends = [
      "evidence-retention": try RetentionTerm.evidenceEnd(db),
      "contact-retention": end?.adding(months: months),
    ]
    return try file.records.compactMap { group in
      let count = try Int.fetchOne(db, sql: counts[group.id] ?? "SELECT 0") ?? 0
      guard count > 0 else { return nil }
      return ProcessingRecord(
        id: group.id, what: group.what, count: count, why: group.why, basis: group.basis,
        since: try first(group, db).flatMap { days.day($0) }, rule: group.rule,
        until: group.rule.flatMap { ends[$0] ?? nil })
    }
  }

  /// How many people a group has, in SQL.
  private static let counts = [
    "contacts": "SELECT count(*) FROM contact WHERE \(Erasures.isHeld)",
    "consents": "SELECT count(DISTINCT contact_id) FROM consent",
    "participants": """
    SELECT count(*) FROM (SELECT contact_id FROM exchange_person
                          UNION SELECT contact_id FROM activity_contact)
    """,
    "accounts": "SELECT count(*) FROM organisation WHERE iban IS NOT NULL",
    "staff": "SELECT count(*) FROM person",
    "users": "SELECT count(DISTINCT who) FROM operation",
    "stopped": "SELECT count(*) FROM stop_person",
  ]

  /// The instant of the first change by a command that brings such data in.
  private static func first(_ group: Group, _ db: Database) throws -> String? {
    try group.commands.compactMap { command in
      try String.fetchOne(
        db,
        sql: """
          SELECT min(at) FROM operation
          WHERE kind = 'change' AND (command = :command OR command GLOB :command || ' *')
          """, arguments: ["command": command])
    }.min()
  }
}
