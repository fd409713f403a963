package import Documents

/// A paper to be signed, filled in as far as the project knows.
package struct Agreement: Sendable, Equatable {
  /// Which paper.
  package enum Kind: String, Sendable, CaseIterable {
    case qualityCommitment = "quality-commitment"
    case financialAgreement = "financial-agreement"

    package var title: String {
      switch self {
      case .qualityCommitment: "Commitment to Quality"
      case .financialAgreement: "Financial agreement"
      }
    }
  }

  package let document: Document
  /// What is not known and stands as a line to write on, in the order of the paper.
  package let blanks: [String]
}

/// Gathers the parts of a paper, and what of them is left to be written in.
struct AgreementPage {
  private(set) var blocks: [Block] = []
  private(set) var blanks: [String] = []

  mutating func section(_ title: String) { blocks.append(.section(title)) }
  mutating func paragraph(_ text: String) { blocks.append(.paragraph(text)) }
  mutating func add(_ block: Block) { blocks.append(block) }

  /// What is known, else a line to write on, which is remembered under the name.
  mutating func known(_ text: String?, _ name: String) -> String {
    if let text, !text.isEmpty { return text }
    if !blanks.contains(name) { blanks.append(name) }
    return SignatureLine.blank
  }

  mutating func fact(_ name: String, _ label: String, _ text: String?, blank: String) -> Fact {
    Fact(name, label, .text(known(text, blank)))
  }

  /// The rules that bind the parties, each in its sentence with where it was read.
  mutating func rules(_ ids: [String], of book: RuleBook) throws {
    let rules = try ids.map { try book.rule($0) }
    add(
      .table(
        Table(
          noun: "rules",
          columns: [
            Column("says", "Rule"), Column("figures", "Figures"), Column("source", "Source"),
            Column("rule", "Name", shown: false),
          ],
          rows: try rules.map { rule in
            [
              .text(rule.says), .list(try Self.figures(of: rule)),
              .text(Source.cited(rule.sources).map(\.title).joined(separator: "; ")),
              .text(rule.id),
            ]
          })))
  }

  /// `below kilometres: 200`.
  private static func figures(of rule: Rule) throws -> [String] {
    try rule.figureNames.map { name in
      "\(String(name.map { $0 == "_" ? " " : $0 })): \(try rule.text(name))"
    }
  }
}
