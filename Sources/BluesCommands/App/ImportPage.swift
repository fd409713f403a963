internal import Basics
internal import BluesCore
internal import Documents

/// What an import tells: how the list was read, what became of every row, where rejects went.
enum ImportPage {
  static func answer(
    _ outcome: ImportOutcome, of name: String, reused: [String], rejects: String?,
    isRehearsal: Bool, showsValues: Bool = false, again: [String] = []
  ) -> Answer {
    var answer = Answer(document(outcome, name, reused, rejects, isRehearsal, showsValues))
    answer.remarks = doubts(outcome, name)
    guard outcome.rejected > 0 else { return answer }
    if let rejects {
      answer.remarks += [
        "Rejected rows are in \(rejects): correct them there and import that file."
      ]
      if outcome.created + outcome.updated + outcome.unchanged == 0, !again.isEmpty {
        answer.remarks.append(
          "No row was imported, so the options are not kept: add "
            + "\(again.joined(separator: " ")) when you import that file.")
      }
    }
    answer.exitCode = someRejected
    return answer
  }

  /// What may be a slip in the records that were taken, with its place.
  private static func doubts(_ outcome: ImportOutcome, _ name: String) -> [String] {
    let shown = outcome.firstDoubts
    let rest = outcome.doubted - shown.count
    return shown.map { "\(name):\($0.line): \($0.sentence)" }
      + (rest > 0 ? ["\(name): \(counted(rest, "more warning"))."] : [])
  }

  private static func document(
    _ outcome: ImportOutcome, _ name: String, _ reused: [String], _ rejects: String?,
    _ isRehearsal: Bool, _ showsValues: Bool
  ) -> Document {
    let rehearsal = isRehearsal ? " (dry run: nothing was changed)" : ""
    var blocks: [Block] = [
      .facts(
        Facts(
          [
            Fact("file", "List", .text(name + rehearsal)),
            Fact("reading", "Read as", .list(outcome.reading)),
            Fact("read", "Read", .integer(outcome.read)),
            Fact("created", "Created", .integer(outcome.created)),
            Fact("updated", "Updated", .integer(outcome.updated)),
            Fact("unchanged", "Unchanged", .integer(outcome.unchanged)),
            Fact("rejected", "Rejected", .integer(outcome.rejected)),
            Fact("repeated", "Repeats", .integer(outcome.repeated)),
          ] + passedOver(outcome))),
      rejects.map { .facts(Facts([Fact("rejects_file", "Rejects file", .text($0))])) }
        ?? .data("rejects_file", .null),
      .data("reused_options", .array(reused.map { .string($0) })),
      .data("columns", ColumnWords.data(outcome.mapping)),
      .paragraph(ColumnWords.text(outcome.mapping)),
      .paragraph(
        "read \(outcome.read) = created \(outcome.created) + updated \(outcome.updated) "
          + "+ unchanged \(outcome.unchanged) + rejected \(outcome.rejected)"),
    ]
    if let sentence = reusedSentence(reused) { blocks.append(.paragraph(sentence)) }
    if let changes = outcome.changes { blocks += changed(changes, name) }
    if let absent = outcome.absent { blocks += AbsentPage.blocks(absent) }
    blocks += warnings(outcome, name) + ManualEditPage.blocks(outcome.keptEdits, name)
    guard outcome.rejected > 0 else {
      blocks += [.data("rejected_by_rule", .array([])), .data("first_rejections", .array([]))]
      return Document(schema: "blues.import/1", blocks: blocks)
    }
    blocks += [
      .section("Rejected, by rule"),
      .table(byRule(outcome)),
      .section("The first rejected rows"),
      .table(first(outcome, name, showsValues)),
    ]
    return Document(schema: "blues.import/1", blocks: blocks)
  }

  /// That options are those of the last import; nil where none are.
  static func reusedSentence(_ options: [String]) -> String? {
    guard !options.isEmpty else { return nil }
    return "As for the last import of this list: \(options.joined(separator: ", "))."
  }

  /// Rows that are none of the list; said where there are any.
  private static func passedOver(_ outcome: ImportOutcome) -> [Fact] {
    var facts: [Fact] = []
    if outcome.blankRows > 0 {
      facts.append(Fact("blank_rows", "Blank rows", .integer(outcome.blankRows)))
    }
    if outcome.totals > 0 {
      let lines = outcome.firstTotals.map(String.init).joined(separator: ", ")
      facts += [
        Fact("totals", "Totals left out", .integer(outcome.totals)),
        Fact("totals_lines", "In lines", .text(lines)),
      ]
    }
    if !outcome.stopped.isEmpty {
      facts += [
        Fact("stopped", "Left out by the stop list", .integer(outcome.stopped.count)),
        Fact("stopped_lines", "In rows", .list(outcome.stopped.map(String.init))),
      ]
    }
    return facts
  }

  /// What the list changed in known records; in text where it changed something.
  private static func changed(_ changes: [ChangedField], _ name: String) -> [Block] {
    guard !changes.isEmpty else { return [.data("changed_fields", .array([]))] }
    return [
      .section("Changed by the list"),
      .table(
        Table(
          noun: "changed_fields",
          fields: [
            Field("place", "Where") { .text("\(name):\($0.line)") },
            Field("code", "Id") { .text($0.code) },
            Field("field", "Field") { .text($0.field) },
            Field("was", "Before") { .text(orEmpty: $0.was) },
            Field("now", "Now") { .text(orEmpty: $0.now) },
          ], rows: changes)),
    ]
  }

  /// What was noticed in rows that were taken; in data always there, in text where there is any.
  private static func warnings(_ outcome: ImportOutcome, _ name: String) -> [Block] {
    guard outcome.warned > 0 else {
      return [
        .data("warned", .integer(0)), .data("warnings_by_rule", .array([])),
        .data("first_warnings", .array([])),
      ]
    }
    let rules = outcome.warningsByRule.map { ($0.key.rawValue, $0.value) }
    return [
      .facts(Facts([Fact("warned", "Accepted with a warning", .integer(outcome.warned))])),
      .section("Warnings, by rule"),
      .table(
        Table(
          noun: "warnings_by_rule",
          fields: [
            Field("rule", "Rule") { .text($0.0) }, Field("values", "Values") { .integer($0.1) },
          ], rows: rules.sorted { ($1.1, $0.0) < ($0.1, $1.0) })),
      .section("The first warnings"),
      .table(
        Table(
          noun: "first_warnings",
          fields: placed(outcome, name) { ($0.line, $0.column, $0.rule, $0.reason) },
          rows: outcome.firstWarnings)),
    ]
  }

  private static func byRule(_ outcome: ImportOutcome) -> Table {
    Table(
      noun: "rejected_by_rule",
      fields: [
        Field("rule", "Rule") { .text($0.key) },
        Field("rows", "Rows") { .integer($0.value) },
      ], rows: outcome.rejectedByRule.sorted { ($1.value, $0.key) < ($0.value, $1.key) })
  }

  /// Places and rules, and values where they are those of the plan.
  ///
  /// Those of persons are in the file of rejected rows alone.
  private static func first(
    _ outcome: ImportOutcome, _ name: String, _ showsValues: Bool
  ) -> Table {
    let value = Field<Rejection>("value", "Found") {
      .text(orEmpty: $0.value.isEmpty ? nil : $0.value)
    }
    var fields: [Field<Rejection>] = placed(outcome, name) {
      ($0.line, $0.column, $0.rule, $0.reason)
    }
    if showsValues { fields.append(value) }
    return Table(noun: "first_rejections", fields: fields, rows: outcome.firstRejections)
  }

  private typealias Place = (line: Int, column: Int, rule: String, reason: String)

  private static func placed<Row>(
    _ outcome: ImportOutcome, _ name: String, _ place: @escaping @Sendable (Row) -> Place
  ) -> [Field<Row>] {
    let columns = outcome.mapping.columns
    return [
      Field("place", "Where") { .text("\(name):\(place($0).line)") },
      Field("column", "Column") { row in
        let number = place(row).column
        guard number > 0, number <= columns.count else {
          return number == 0 ? .empty : .text("column \(number)")
        }
        return .text(columns[number - 1].heading)
      },
      Field("rule", "Rule") { .text(place($0).rule) },
      Field("reason", "Why") { .text(place($0).reason) },
    ]
  }
}
