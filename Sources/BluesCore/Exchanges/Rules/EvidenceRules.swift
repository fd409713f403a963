internal import Basics

/// The rules on the days of papers: what proves a stay is not older than the stay.
struct EvidenceRules {
  let book: RuleBook

  /// The papers that cannot be there before the stay; tickets can.
  private static let later = ["closing-report", "stay-proof", "payment-proof", "host-feedback"]

  func breaches(of exchange: CheckInput) throws -> [Breach] {
    let first = exchange.stay.firstDay
    let early = Self.later.compactMap { kind -> (kind: String, day: Day)? in
      guard let day = exchange.paperDays[kind], day < first else { return nil }
      return (kind, day)
    }
    guard !early.isEmpty else { return [] }
    let rule = try book.rule("payment-needs-report")
    return early.map { kind, day in
      var breach = rule.breach(
        "\(exchange.subject) has a \(kind) of \(day), before the stay, which begins on \(first).",
        severity: .warning)
      breach.toldFrom = Exchange.State.reported.rawValue
      return breach
    }
  }
}
