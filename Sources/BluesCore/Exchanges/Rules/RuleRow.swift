package import Documents

/// A rule of the scheme as a list shows it, with the project's changes.
package struct RuleRow: Sendable {
  package let rule: Rule
  package let changes: [RuleBook.Override]

  package static let fields: [Field<RuleRow>] = [
    Field("rule", "Rule", "The name of the rule.", rank: .key) { .text($0.rule.id) },
    Field("says", "Says", "What the rule demands.", rank: .main) { .text($0.rule.says) },
    Field("figures", "Figures", "The figures of the rule.", kind: .list) { .list($0.figures) },
    Field(
      "severity", "Severity", "What a breach does.", kind: .words(of: Rule.Severity.self),
      shown: false
    ) { .text($0.rule.severity.rawValue) },
    Field("gate", "Blocks", "The step that a breach blocks.", shown: false) {
      .text(orEmpty: $0.rule.gate)
    },
    Field(
      "approvable", "Can be waived", "Whether the Agency may waive it for one exchange.",
      kind: .flag, shown: false
    ) { .flag($0.rule.isApprovable) },
    Field("from", "In force from", "The first day it is in force.", kind: .day, shown: false) {
      .day(orEmpty: $0.rule.firstDay)
    },
    Field("to", "In force to", "The last day it is in force.", kind: .day, shown: false) {
      .day(orEmpty: $0.rule.lastDay)
    },
    Field(
      "mark", "Mark", "How sure it is: C for confirmed, R for recalled, I for inferred.",
      kind: .words(of: Mark.self)
    ) { .text($0.rule.mark.rawValue) },
    Field("source", "Source", "Where it is from.", kind: .list) { .list($0.rule.sources) },
    Field("overridden", "Changed", "The figures that the project changed, and why.", kind: .list) {
      .list($0.changes.map { "\($0.figure): \($0.reason)" })
    },
  ]

  /// Each figure with its value; a long list of them is left to `rule show`.
  private var figures: [String] {
    let names = rule.figureNames
    guard names.count <= 8 else { return ["\(names.count) figures"] }
    return names.compactMap { name in (try? rule.text(name)).map { "\(name) \($0)" } }
  }
}

/// One figure of a rule with what the rule book has.
package struct FigureRow: Sendable {
  package let figure: String
  package let value: String
  /// The rule book's own value, where the project has another.
  package let standard: String?
  package let reason: String?
  package let mark: Mark
  /// The tags of the sources.
  package let sources: [String]

  package static let fields: [Field<FigureRow>] = [
    Field("figure", "Figure") { .text($0.figure) },
    Field("value", "Value") { .text($0.value) },
    Field("standard", "Rule book") { .text(orEmpty: $0.standard) },
    Field("reason", "Reason") { .text(orEmpty: $0.reason) },
    Field("mark", "Mark") { .text($0.mark.rawValue) },
    Field("source", "Source") { .list($0.sources) },
  ]
}

extension RuleBook {
  /// The rules of the scheme in their order.
  package var lines: [RuleRow] {
    exchangeRules.map { rule in
      RuleRow(rule: rule, changes: overrides.filter { $0.rule == rule.id })
    }
  }

  /// One rule, of the scheme or another; its sources in words are in `Source.cited`.
  package func line(_ id: String) throws(ProgrammeProblem) -> RuleRow {
    let isKnown =
      exchangeRules.contains { $0.id == id } || Self.sharedRules.contains { $0.id == id }
    guard isKnown, let rule = rules.first(where: { $0.id == id }) else {
      throw .noSuchRule(id, known: exchangeRules.map(\.id))
    }
    return RuleRow(rule: rule, changes: overrides.filter { $0.rule == id })
  }

  /// The figures of a rule by name.
  package func figures(of id: String) throws(ProgrammeProblem) -> [FigureRow] {
    let line = try line(id)
    let stated = try statedRule(id)
    var figures: [FigureRow] = []
    for name in line.rule.figureNames {
      let change = line.changes.first { $0.figure == name }
      let origin = id == Self.thresholdRule ? countries?.origin(of: name) : nil
      figures.append(
        FigureRow(
          figure: name, value: try line.rule.text(name),
          standard: change == nil ? nil : try stated.text(name), reason: change?.reason,
          mark: origin?.mark ?? line.rule.mark, sources: origin?.sources ?? line.rule.sources))
    }
    return figures
  }
}
