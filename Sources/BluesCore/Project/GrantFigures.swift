package import Documents
internal import GRDB

/// The figures of the grant's rules on money, and those that the project's agreement has otherwise.
package struct GrantFigures: Sendable {
  let store: Store

  /// The rules that statements and budgets ask.
  static let rules = [
    "reimbursement", "indirect-costs", "maximum-grant", "certificate", "use-of-resources",
    "budget-alarm", "lapse-alarm", "costs-after-end", "travel-before-start",
    "equipment-depreciation",
  ]

  /// The rule book with the project's figures.
  package func book() throws -> RuleBook { try store.read { try RuleBook.inForce($0) } }

  /// Every figure with what it is now.
  package func all() throws -> [GrantFigure] {
    let book = try book()
    return book.rules.filter { Self.rules.contains($0.id) }.flatMap { rule in
      rule.figureNames.map { name in
        GrantFigure(
          rule: rule, name: name, value: (try? rule.text(name)) ?? "",
          reason: book.overrides.first { $0.rule == rule.id && $0.figure == name }?.reason)
      }
    }
  }

  /// Changes a figure to what the grant agreement has.
  ///
  /// - Throws: `ProgrammeProblem` for an unknown rule or figure, a value of another kind, or no reason.
  package func set(
    _ rule: String, _ figure: String, to value: String, because reason: String
  ) throws -> GrantFigure {
    guard Self.rules.contains(rule) else {
      throw ProgrammeProblem.noSuchRule(rule, known: Self.rules)
    }
    let value = try book().typed(value, rule, figure)
    if let amount = try? Money(value), amount.cents < 0 {
      throw ProgrammeProblem.figureHasOtherKind(rule: rule, figure: figure, value: value)
    }
    try store.write { write in
      let book = try RuleBook.inForce(write.db)
        .overriding(rule, figure: figure, value: value, reason: reason)
      let programme = try Programme.of(Project.fetch(write.db))
      if programme.costCategories != nil {
        try CostCategories(programme, book).check(rule, figure, book)
      }
      try write.db.execute(
        sql: """
          INSERT INTO rule_figure (id, rule, figure, value, reason) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (rule, figure) DO UPDATE SET value = excluded.value, reason = excluded.reason
          """,
        arguments: [
          write.nextID("rule_figure"), rule, figure, CellText.trimmed(value),
          CellText.trimmed(reason),
        ])
      write.records("\(figure) of \(rule) is \(CellText.trimmed(value))", affecting: [rule])
    }
    guard let now = try all().first(where: { $0.rule.id == rule && $0.name == figure }) else {
      throw ProgrammeProblem.noSuchFigure(rule: rule, figure: figure, known: [])
    }
    return now
  }
}

/// A figure of a rule on money, such as the rate of indirect costs.
package struct GrantFigure: Sendable {
  package let rule: Rule
  package let name: String
  package let value: String
  /// Why the project has another figure than the programme; nil where it has the same.
  package let reason: String?

  package static let fields: [Field<GrantFigure>] = [
    Field("rule", "Rule", "The name of the rule.", rank: .key) { .text($0.rule.id) },
    Field("figure", "Figure", "The name of the figure.", rank: .key) { .text($0.name) },
    Field("value", "Value", "What it is now.") { .text($0.value) },
    Field("mark", "Mark", "How sure it is.", kind: .words(of: Mark.self)) {
      .text($0.rule.mark.rawValue)
    },
    Field("source", "Source", "Where it is from.", kind: .list) { .list($0.rule.sources) },
    Field("reason", "Changed", "Why the project changed it.", rank: .minor) {
      .text(orEmpty: $0.reason)
    },
  ]
}

extension Store {
  package var grantFigures: GrantFigures { GrantFigures(store: self) }
}
