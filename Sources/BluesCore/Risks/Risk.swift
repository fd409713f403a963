package import Basics
internal import Documents

/// The code of a risk, `R4`.
package struct RiskCode: NumberedCode {
  package static let form = CodeForm("R", "risk", example: "R4")
  package let number: Int

  package init(checked number: Int) { self.number = number }
}

/// What may keep the project from its aims: foreseen in Annex 1, or met on the way.
package struct Risk: StatefulRecord {
  /// The three words of the grant's portal.
  package enum Level: String, RecordWord { case low, medium, high }
  /// Whether Annex 1 names it.
  package enum Kind: String, RecordWord { case foreseen, unforeseen }
  /// What was recorded of it.
  package enum State: String, RecordWord { case open, occurred, closed }

  package let code: RiskCode
  package var title: String
  package var workPackages: [WorkPackageCode] = []
  package var kind = Kind.foreseen
  package var likelihood = Level.medium
  package var impact = Level.medium
  package var owner: String?
  package var mitigation: String?
  package var raisedOn: Day?
  package var state = State.open
  package var stateOn: Day?
  package var note: String?
  /// The reporting periods whose state of play is known.
  package internal(set) var statedIn: [String] = []

  package init(code: RiskCode) {
    self.code = code
    title = code.description
  }

  /// Likelihood times impact, 1 to 9.
  package var score: Int { likelihood.rank * impact.rank }

  package static let register = Register<Risk>(
    noun: "risk", path: "workpackage risk", example: "R1", heading: "No",
    headings: "no,number,risk no,risk number\(HeadingWords.number)", table: .numbered("risk"),
    attributes: [
      .title(
        "title", \.title, "Risk", "What may happen.",
        headings: "risk,description,description of risk,name\(HeadingWords.risk)"),
      .references(
        "work_packages", \.workPackages, .workPackages(of: "risk"), "WP",
        "A work package it touches; may be repeated.",
        headings: "wp,wps,work package\(HeadingWords.workPackage)", option: "wp"
      ),
      .word("kind", \.kind, "Kind", "foreseen (in Annex 1) or unforeseen.", uses: .hidden),
      .word(
        "likelihood", \.likelihood, "Likelihood", "low, medium or high.",
        headings: "probability\(HeadingWords.likelihood)",
        read: { Level(listed: $0) }),
      .word(
        "impact", \.impact, "Impact", "low, medium or high.",
        headings: "severity\(HeadingWords.impact)",
        read: { Level(listed: $0) }),
      .computed("score", "Score", "Likelihood times impact, 1 to 9.", kind: .number) {
        .integer($0.score, $0.score >= 6 ? .bad : .plain)
      },
      .reference(
        "owner", \.owner, to: Partner.target, of: "risk", "Owner", "The partner that watches it.",
        headings: "responsible\(HeadingWords.lead)"),
      .text(
        "mitigation", \.mitigation, "Mitigation", "What is done about it.",
        headings:
          "proposed risk-mitigation measures,measures,proposed mitigation\(HeadingWords.mitigation)",
        uses: .hidden),
      .day("raised_on", \.raisedOn, "Raised", "Since when it is known.", uses: .hidden),
    ] + Attribute.states(\.state, \.stateOn, \.note, bad: .occurred) + [
      .computed(
        "stated_in", "Stated in", "The reporting periods whose state of play is recorded.",
        kind: .list, shown: false
      ) { .list($0.statedIn) }
    ],
    parts: [RecordPart(table: "risk_state", column: "risk_id")],
    rules: RecordRules(derive: derivation), together: [["state", "state_on", "note"]],
    details: details)
}

extension Store {
  package var risks: Records<Risk> { records() }
}
