import Basics
import Testing

@testable import BluesCore

extension CheckInput {
  /// A week of a Spanish SME at a German cluster, 1,738 km away, to which no rule objects.
  static func week(
    from visitor: String = "ES", to host: String = "DE", _ first: String = "2020-11-09",
    _ last: String = "2020-11-13", mode: Exchange.Mode = .physical, kilometres: Int? = 1_738,
    others: [String] = [], today: String = "2020-11-20"
  ) throws -> CheckInput {
    CheckInput(
      subject: "EX-001",
      stay: .init(
        visitor: "Aqua", visitorCountry: CountryCode(visitor), hostCountry: CountryCode(host),
        firstDay: try .of(first), lastDay: try .of(last), mode: mode, otherVisits: others),
      visitor: Party(name: "Aqua", category: "sme", cluster: "Zinnae"),
      host: Party(name: "Plasma", category: "cluster"),
      distance: kilometres.map { .known(kilometres: $0, basis: "as given") }
        ?? .unknown(asks: "How far is it?"),
      today: try .of(today))
  }

  func with(_ change: (inout CheckInput) throws -> Void) rethrows -> CheckInput {
    var copy = self
    try change(&copy)
    return copy
  }

  func breaches(_ book: RuleBook = .standard) throws -> [Breach] { try book.breaches(of: self) }

  /// The refusals as a command tells them, and whether they end in exit 6.
  func refusal(_ book: RuleBook = .standard) throws -> String {
    let problem = ExchangeProblem.refused(try breaches(book).filter(\.stands))
    #expect(problem.kind == .refusedByRule)
    return problem.message
  }
}

extension Breach {
  /// Rule and severity, for tests that ask only for these.
  var brief: String { "\(rule) \(severity)" }
}
