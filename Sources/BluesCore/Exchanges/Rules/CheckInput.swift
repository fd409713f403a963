package import Basics

/// All that the rules ask about one exchange.
package struct CheckInput: Sendable, Equatable {
  /// What the exchange is called in sentences, such as `EX-001`.
  package var subject: String
  package var stay: StayRules.Stay
  package var visitor: Party
  package var host: Party
  package var distance: StayDistance
  package var agreed: Money?
  package var paid: Money?
  package var completedOn: Day?
  package var validatedOn: Day?
  package var paidOn: Day?
  /// Whether the question is if it may be paid now.
  package var isBeingPaid = false
  /// The kinds of papers registered, such as `stay-proof`.
  package var papers: Set<String> = []
  /// The latest day that a paper of each kind is of.
  package var paperDays: [String: Day] = [:]
  package var today: Day

  /// One side of the exchange as its profile has it.
  package struct Party: Sendable, Equatable {
    package var name: String
    /// What it is in the scheme, such as `sme`.
    package var category: String
    /// The cluster profiled on ECCP that it belongs to.
    package var cluster: String?
    /// The managing partnership, when it is another than this project's.
    package var partnership: String?
    /// Why its profile was rejected; nil when it was not.
    package var rejection: String?

    package init(
      name: String, category: String, cluster: String? = nil, partnership: String? = nil,
      rejection: String? = nil
    ) {
      self.name = name
      self.category = category
      self.cluster = cluster
      self.partnership = partnership
      self.rejection = rejection
    }
  }

  package init(
    subject: String, stay: StayRules.Stay, visitor: Party, host: Party, distance: StayDistance,
    today: Day
  ) {
    self.subject = subject
    self.stay = stay
    self.visitor = visitor
    self.host = host
    self.distance = distance
    self.today = today
  }
}

/// How far apart the two organisations are.
package enum StayDistance: Sendable, Equatable {
  /// Whole kilometres, and where they are from in words.
  case known(kilometres: Int, basis: String)
  /// What is to be found out, in a sentence.
  case unknown(asks: String)

  package var kilometres: Int? {
    guard case .known(let kilometres, _) = self else { return nil }
    return kilometres
  }
}

extension RuleBook {
  /// Every rule the exchange breaks; refusals, warnings and notes.
  package func breaches(of exchange: CheckInput) throws -> [Breach] {
    try StayRules(book: self).breaches(of: exchange.stay)
      + PartyRules(book: self).breaches(of: exchange)
      + MoneyRules(book: self).breaches(of: exchange)
      + EvidenceRules(book: self).breaches(of: exchange)
  }
}
