/// A partner and a period, to which one statement belongs.
package struct StatementKey: Hashable, Sendable {
  package let partner: String
  package let period: String

  package init(partner: String, period: String) {
    self.partner = partner
    self.period = period
  }
}

/// What a partner says of a statement beyond its costs.
package struct StatementWord: Sendable, Equatable {
  /// What is requested where it is less than the maximum.
  package var requested: Money?
  package var receipts: Money?

  package init(requested: Money? = nil, receipts: Money? = nil) {
    self.requested = requested
    self.receipts = receipts
  }
}
