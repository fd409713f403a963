/// How the partners share what the Agency pays.
package struct PaymentShares: Sendable, Equatable {
  /// The weight of one partner, in any unit that all have in common.
  package struct Share: Sendable, Equatable {
    package let partner: String
    package let weight: Int

    package init(partner: String, weight: Int) {
      self.partner = partner
      self.weight = weight
    }
  }

  package let shares: [Share]
  /// The weight that no partner has: where all shares are set, and are less than the whole.
  package let unshared: Int
  /// Where they come from, as a sentence.
  package let source: String

  package init(_ shares: [Share], unshared: Int = 0, source: String) {
    self.shares = shares
    self.unshared = unshared
    self.source = source
  }

  /// The same share for every partner, until the budget says other ones.
  package static func equal(_ partners: [String]) -> PaymentShares {
    PaymentShares(
      partners.map { Share(partner: $0, weight: 1) },
      source: "The shares are equal: no budget says other ones.")
  }
}
