package import Basics

/// Why an exchange cannot be found, added or moved on.
package enum ExchangeProblem: Problem, Equatable {
  case unknown(ExchangeCode, known: [String])
  case endsBeforeStart(Day, Day)
  case visitorTwice(String)
  case refused([Breach])
  /// A rule that nobody may waive, with those that the Agency may.
  case notApprovable(Breach, known: [String])
  case approvalWithoutReason(rule: String)
  case negativeDistance(Int)

  package var message: String {
    switch self {
    case .unknown(let code, _): "Unknown exchange: \(code)."
    case .endsBeforeStart(let first, let last):
      "The stay would end on \(last), before it starts on \(first)."
    case .visitorTwice(let name): "\(name) is named twice as a visitor of one group."
    case .refused(let breaches):
      breaches.map(\.sentence).joined(separator: "\n")
    case .notApprovable(let breach, _): breach.sentence
    case .negativeDistance(let kilometres): "Not a distance: \(kilometres) km."
    case .approvalWithoutReason(let rule):
      "A waiver of the rule \(rule) needs the Agency's reason."
    }
  }

  package var hint: String? {
    switch self {
    case .unknown(_, let known):
      known.isEmpty
        ? "blues exchange propose --host NAME --visitor NAME --from DATE --to DATE"
        : "known: \(known.joined(separator: ", "))"
    case .endsBeforeStart: "give the first and last day at the host with --from and --to"
    case .visitorTwice: "name each visitor once"
    case .refused(let breaches):
      breaches.first(where: \.isApprovable).map {
        "once the Agency has agreed: --waive \($0.rule) --because TEXT"
      } ?? breaches.first.map { "blues exchange rule show \($0.rule)" }
    case .notApprovable(_, let known): "the Agency can waive \(known.joined(separator: ", "))"
    case .negativeDistance: "give whole kilometres with --distance"
    case .approvalWithoutReason: "give the Agency's reason with --because"
    }
  }

  package var hints: [String] {
    guard case .refused(let breaches) = self, let first = breaches.first else {
      return hint.map { [$0] } ?? []
    }
    return [hint, "blues exchange rule show \(first.rule)"].compactMap(\.self)
  }

  package var kind: ProblemKind {
    switch self {
    case .unknown: .notFound
    case .refused, .notApprovable: .refusedByRule
    default: .usage
    }
  }
}
