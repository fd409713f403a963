package import Documents

extension ExchangeCheck {
  /// The rules that every exchange is checked against, in the order of the rule book.
  package static let checkedRules = [
    "countries-differ", "eligible-country", "united-kingdom", "kosovo", "minimum-stay",
    "maximum-stay", "one-funded-visit", "virtual-allowed", "profile-assessment", "visitor-category",
    "eccp-membership",
    "host-category", "host-category-2022", "host-approval", "kpi-count", "virtual-unfunded",
    "country-threshold", "ceiling", "halving", "payment-needs-report", "payment-term",
  ]

  /// What was looked at and what came of it.
  package static let fields: [Field<ExchangeCheck>] = [
    Field("exchange", "Exchange") { .text($0.exchange.code.description) },
    Field("state", "State") { .state($0.exchange.state.rawValue, $0.exchange.state.tone) },
    Field("visitor", "Visitor") { .text($0.exchange.visitor) },
    Field("host", "Host") { .text($0.exchange.host) },
    Field("first_day", "First day") { .day($0.exchange.firstDay) },
    Field("last_day", "Last day") { .day($0.exchange.lastDay) },
    Field("mode", "Mode") { .text($0.exchange.mode.rawValue) },
    Field("working_days", "Working days") { check in
      let stay = check.asked.stay
      return stay.hostCountry.map {
        .integer(WorkingDays.count(from: stay.firstDay, to: stay.lastDay, in: $0))
      } ?? .empty
    },
    Field("distance_km", "Kilometres") {
      $0.asked.distance.kilometres.map { .integer($0) } ?? .empty
    },
    Field("agreed", "Agreed") { .money(orEmpty: $0.exchange.agreed) },
    Field("paid", "Paid") { .money(orEmpty: $0.exchange.paid) },
    Field("rule_book", "Rule book") { .text($0.book.version) },
    Field("refused", "Refused") { .flag($0.isRefused) },
  ]
}

/// A breach with the exchange it is of, as a line of a list.
package struct BreachRow: Sendable {
  package let exchange: ExchangeCode
  package let breach: Breach

  package static let fields: [Field<BreachRow>] = [
    Field("exchange", "Exchange", rank: .key) { .text($0.exchange.description) },
    Field("severity", "Severity") { .state($0.breach.severity.rawValue, $0.tone) },
    Field("rule", "Rule") { .text($0.breach.rule) },
    Field("message", "What", rank: .main) { .text($0.breach.message) },
    Field("source", "Source", rank: .minor) { .text($0.breach.source) },
    Field("approvable", "Can be waived", shown: false) { .flag($0.breach.isApprovable) },
    Field("approved", "Waived") { .text(orEmpty: $0.breach.approved) },
  ]

  private var tone: Tone {
    guard breach.approved == nil else { return .muted }
    return switch breach.severity {
    case .refusal: .bad
    case .warning: .warning
    case .note: .plain
    }
  }
}

extension ExchangeCheck {
  package var lines: [BreachRow] {
    breaches.map { BreachRow(exchange: exchange.code, breach: $0) }
  }
}

extension Waiver {
  package static let fields: [Field<Waiver>] = [
    Field("rule", "Rule") { .text($0.rule) },
    Field("reason", "Reason") { .text($0.reason) },
    Field("on", "On") { .day($0.on) },
  ]
}
