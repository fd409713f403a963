package import Basics

/// One rule of the programme with its figures, its dates and where it was read.
package struct Rule: Sendable, Equatable, Decodable {
  package let id: String
  /// The rule in one sentence.
  package let says: String
  let figures: [String: String]
  package let severity: Severity
  package let mark: Mark
  /// The tags of the sources.
  package let sources: [String]
  /// The first day in force, when it is limited.
  let from: String?
  /// The last day in force, when it is limited.
  let to: String?
  /// The state of an exchange that a refusal bars the way to; every state where none is named.
  package let gate: String?
  /// Where it was read that the Agency may set the rule aside; nil when it may not.
  package let approval: Approval?
  /// Why the project has another figure than the rule book, by figure; not in the data.
  private var changes: [String: String]? = nil

  /// Whether a breach stops the act, asks for attention, or is only told.
  package enum Severity: String, Sendable, Decodable, CaseIterable { case refusal, warning, note }

  /// The ground for setting a rule aside in a single case.
  package struct Approval: Sendable, Equatable, Decodable {
    package let mark: Mark
    package let sources: [String]
  }

  package var isApprovable: Bool { approval != nil }

  package var firstDay: Day? { from.flatMap(Day.init(iso:)) }
  package var lastDay: Day? { to.flatMap(Day.init(iso:)) }

  package func isInForce(on day: Day) -> Bool {
    day >= firstDay ?? day && day <= lastDay ?? day
  }

  package var figureNames: [String] { figures.keys.sorted() }

  /// A figure as the data have it: `5`, `1100.00 EUR`, `50 %` or words.
  package func text(_ figure: String) throws(ProgrammeProblem) -> String {
    guard let value = figures[figure] else {
      throw .noSuchFigure(rule: id, figure: figure, known: figureNames)
    }
    return value
  }

  /// A figure that counts something, such as days.
  package func whole(_ figure: String) throws(ProgrammeProblem) -> Int {
    let value = try text(figure)
    guard let number = wholeNumber(Array(value.utf8)) else { throw otherKind(figure, value) }
    return number
  }

  package func money(_ figure: String) throws(ProgrammeProblem) -> Money {
    let value = try text(figure)
    do { return try Money(value) } catch { throw otherKind(figure, value) }
  }

  package func percent(_ figure: String) throws(ProgrammeProblem) -> Percent {
    let value = try text(figure)
    do { return try Percent(value) } catch { throw otherKind(figure, value) }
  }

  package func day(_ figure: String) throws(ProgrammeProblem) -> Day {
    let value = try text(figure)
    guard let day = Day(iso: value) else { throw otherKind(figure, value) }
    return day
  }

  private func otherKind(_ figure: String, _ value: String) -> ProgrammeProblem {
    .figureHasOtherKind(rule: id, figure: figure, value: value)
  }

  /// The breach of this rule, told in the words of the case.
  ///
  /// With the source goes why the project changed a figure: one of those named, or any.
  package func breach(
    _ message: String, severity: Severity? = nil, figures: [String]? = nil
  ) -> Breach {
    let named = figures ?? (changes ?? [:]).keys.sorted()
    return Breach(
      rule: id, message: withOneStop(message), sources: Source.cited(sources),
      changes: named.compactMap { changes?[$0] }, severity: severity ?? self.severity,
      isApprovable: isApprovable)
  }

  /// The rule with other figures, and with another mark and sources where they are given.
  func with(figures: [String: String], mark: Mark? = nil, sources: [String]? = nil) -> Rule {
    Rule(
      id: id, says: says, figures: figures, severity: severity, mark: mark ?? self.mark,
      sources: sources ?? self.sources, from: from, to: to, gate: gate, approval: approval,
      changes: changes)
  }

  /// The rule with one figure changed by the project, and why.
  func changing(_ figure: String, to value: String, because reason: String) -> Rule {
    var changed = with(figures: figures.merging([figure: value]) { $1 })
    changed.changes = (changes ?? [:]).merging([figure: reason]) { $1 }
    return changed
  }
}

/// A rule that a case does not keep, with the place the rule was read in.
package struct Breach: Sendable, Equatable {
  /// The id of the rule.
  package let rule: String
  package let message: String
  package let sources: [Source]
  /// Why the project changed the figures that the breach is about.
  package var changes: [String] = []
  package let severity: Rule.Severity
  /// Whether the Agency may set the rule aside.
  package var isApprovable = false
  /// The state from which on it is told at each step, where that is earlier than the rule's gate.
  package var toldFrom: String?
  /// What the Agency said when it set the rule aside; nil when it did not.
  package var approved: String?

  /// Whether the breach stops the act: a refusal that nobody waived.
  package var stands: Bool { severity == .refusal && approved == nil }

  /// The message with the rule and the tag of its source, as a refusal tells it; `rule show` has
  /// the whole source.
  package var sentence: String { "\(message) (rule \(rule), \(tag))" }

  /// The short name of the first source, and why the project has another figure.
  package var tag: String {
    (sources.first?.tag ?? "unknown source")
      + changes.map { "; changed by the project: \($0)" }.joined()
  }

  /// The first source in words, and why the project has another figure; `unknown source` when the
  /// rule cites none.
  package var source: String {
    let own = changes.map { "; changed by the project: \($0)" }.joined()
    return (sources.first?.description ?? "unknown source") + own
  }
}
