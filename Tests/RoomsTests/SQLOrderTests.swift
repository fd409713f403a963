import Testing

/// Inside the core each room's SQL knows only the tables of its own and earlier rooms.
@Suite struct `The order of the rooms in SQL` {
  /// The tables of the layout by the room that owns them.
  static let owned: [String: [String]] = [
    "Store": [
      "file", "operation", "batch", "list_option", "list_import", "disclosure", "last_id",
    ],
    "Files": ["document"],
    "Project": ["project", "fact", "period", "amendment", "rule_figure", "period_step"],
    "Partners": [
      "partner", "partner_name", "organisation", "membership", "contact", "contact_search",
      "contact_edit",
      "merged_contact", "merged_organisation", "distinct_contact", "distinct_organisation",
    ],
    "WorkPackages": [
      "work_package", "task", "follower_task", "deliverable", "deliverable_step", "milestone",
      "milestone_work_package", "milestone_lead", "review",
    ],
    "Records": ["record_edit"],
    "ExchangeRates": ["exchange_rate", "period_rate"],
    "GrantPayments": ["grant_payment"],
    "Risks": ["risk", "risk_work_package", "risk_state"],
    "Effort": ["planned_effort"],
    "Persons": ["person", "person_share", "person_rate"],
    "Timesheets": ["timesheet", "effort_explanation"],
    "Baselines": ["baseline"],
    "Indicators": ["indicator", "indicator_target", "indicator_reading"],
    "Exchanges": [
      "profile", "exchange", "exchange_step", "step_ground", "paper", "paper_signature",
      "exchange_person", "exchange_approval", "feedback", "feedback_score",
    ],
    "Activities": [
      "activity", "activity_partner", "activity_contact", "activity_count", "decision", "action",
    ],
    "Budget": ["budget_line"],
    "Costs": ["cost_line", "cost_estimate"],
    "Statements": [
      "statement_word", "declared_line", "locked_figure", "accepted_cost", "adjustment_reason",
      "frozen_document",
    ],
    "Texts": ["report_text"],
    "Privacy": [
      "consent", "erasure", "unfinished_erasure", "stop_key", "stop_person", "stop_digest",
      "doubtful_contact",
    ],
    "Parcels": [
      "member_key", "parcel", "parcel_content", "parcel_decision", "removed_row",
      "submission_step",
    ],
    "Labels": ["label", "label_term", "strategy"],
  ]

  static let owner: [String: String] = Dictionary(
    uniqueKeysWithValues: owned.flatMap { room, tables in tables.map { ($0, room) } })

  /// A table that a file's SQL reads or changes, with the line.
  struct Use {
    let table: String
    let line: Int
  }

  /// The tables named after a word of SQL that a table follows.
  static func uses(_ file: SourceFile) -> [Use] {
    var uses: [Use] = []
    var isAwaited = false
    for (index, line) in file.lines.enumerated()
    where !line.drop(while: { $0 == " " }).hasPrefix("//") {
      for word in line.split(whereSeparator: { $0 == " " || $0 == "\"" || $0 == "(" }) {
        if isAwaited {
          let name = word.prefix { $0.isLowercase || $0.isNumber || $0 == "_" }
          let isWhole = name.endIndex == word.endIndex || ",;)".contains(word[name.endIndex])
          if !name.isEmpty, isWhole { uses.append(Use(table: String(name), line: index + 1)) }
          // A comma is followed by another table.
          if word[name.endIndex...] == "," { continue }
        }
        isAwaited = ["FROM", "JOIN", "INTO", "UPDATE", "REFERENCES"].contains(word)
      }
    }
    return uses
  }

  @Test func `every table that a migration lays out has an owner`() {
    let migrations = SourceFile.all.filter { $0.path.contains("/Migrations/") }
    var tables: Set<String> = []
    for file in migrations {
      for line in file.lines {
        let words = line.split { $0 == " " || $0 == "(" }.map(String.init)
        if let place = words.firstIndex(of: "TABLE"), words.first == "CREATE" {
          tables.insert(words[place + 1])
        } else if words.starts(with: ["ALTER", "TABLE"]), words.contains("RENAME") {
          tables.remove(words[2])
        }
      }
    }
    #expect(tables.subtracting(Self.owner.keys).sorted() == [])
    #expect(Set(Self.owner.keys).subtracting(tables).sorted() == [])
  }

  @Test func `no room's SQL names a table of a later room`() {
    var breaches: [String] = []
    var found = 0
    for file in SourceFile.of("BluesCore") where !file.path.contains("/Migrations/") {
      for use in Self.uses(file) {
        guard let owner = Self.owner[use.table] else { continue }
        found += 1
        guard let here = `The order of the rooms`.rank(file.room),
          let there = `The order of the rooms`.rank(owner)
        else { continue }
        if there > here { breaches.append("\(file.path):\(use.line) \(use.table) of \(owner)") }
      }
    }
    #expect(breaches == [])
    #expect(found > 200)
  }

  @Test func `a table is found wherever SQL names one`() {
    let file = SourceFile(
      path: "BluesCore/Store/X.swift",
      text: """
        // FROM nowhere
        sql: "SELECT count(*) FROM contact, task", next: "UPDATE OR IGNORE x"
          INSERT INTO \\(table) SELECT id FROM
            organisation JOIN partner ON (SELECT 1 FROM fact)
          REFERENCES exchange (id)
          json_each(x) FROM membership
        """)
    #expect(
      Self.uses(file).map { "\($0.table) \($0.line)" } == [
        "contact 2", "task 2", "organisation 4", "partner 4", "fact 4", "exchange 5",
        "membership 6",
      ])
  }
}
