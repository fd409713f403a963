internal import Basics
package import Documents
internal import GRDB

/// What the Agency paid, what the partners have of it, and what is owed to whom.
package struct PaymentFigures: Sendable, Equatable {
  /// What one partner has and is owed.
  package struct Line: Sendable, Equatable {
    package let partner: String
    package let isCoordinator: Bool
    /// Its share of what was received.
    package let due: Money
    /// What was distributed to it; of the coordinator, what it has kept of its own share.
    package let received: Money
    /// Its share of the whole, in hundredths of a per cent.
    package let share: Int

    package var owed: Money { Money(cents: due.cents - received.cents) }
  }

  package let received: Money
  /// The pre-financing and interim payments of it.
  package let advanced: Money
  package let distributed: Money
  package let lines: [Line]
  package let shares: PaymentShares
  /// The maximum grant; nil where no rule says it.
  package let maximum: Money?
  /// The share of it that pre-financing and interim payments may reach.
  package let ceilingShare: Percent?

  package var ceiling: Money? {
    guard let maximum, let ceilingShare else { return nil }
    return maximum.times(ceilingShare)
  }

  /// What the coordinator holds for the others and for itself.
  package var held: Money { Money(cents: received.cents - distributed.cents) }

  /// What the Agency still has to pay, as long as the maximum grant is taken for accepted.
  package var balance: Money? { maximum.map { Money(cents: $0.cents - received.cents) } }

  /// Works the figures out of the payments.
  ///
  /// The odd cents of the shares go to the largest remainders.
  package init(
    _ payments: [GrantPayment], _ shares: PaymentShares, coordinator: String?,
    maximum: Money?, ceilingShare: Percent?
  ) throws {
    let fromAgency = payments.filter { $0.partner == nil }
    received = try Money.sum(fromAgency.map(\.counted))
    advanced = try Money.sum(
      fromAgency.filter { $0.kind == .preFinancing || $0.kind == .interim }.map(\.counted))
    let given = try Dictionary(grouping: payments.filter { $0.partner != nil }) {
      $0.partner ?? ""
    }.mapValues { try Money.sum($0.map(\.counted)) }
    distributed = try Money.sum(given.values)
    self.shares = shares
    self.maximum = maximum
    self.ceilingShare = ceilingShare

    // The odd weight stands last: what is nobody's.
    let weights = shares.shares.map(\.weight) + [shares.unshared]
    // As the amounts are, so that the shares add up to the whole.
    let parts = Money(cents: 10_000).split(by: weights)
    let dues = received.split(by: weights)
    let kept = Money(cents: received.cents - distributed.cents)
    var lines: [Line] = []
    for (index, share) in shares.shares.enumerated() {
      let due = dues.isEmpty ? .zero() : dues[index]
      let isCoordinator = share.partner == coordinator
      var own = given[share.partner] ?? .zero()
      // What was received is with the coordinator already: its own share is its own.
      if isCoordinator {
        own = Money(cents: own.cents + max(0, min(kept.cents, due.cents - own.cents)))
      }
      lines.append(
        Line(
          partner: share.partner, isCoordinator: isCoordinator, due: due, received: own,
          share: parts.isEmpty ? 0 : Int(parts[index].cents)))
    }
    for (partner, amount) in given.sorted(by: { $0.key < $1.key })
    where !shares.shares.contains(where: { $0.partner == partner }) {
      lines.append(
        Line(partner: partner, isCoordinator: false, due: .zero(), received: amount, share: 0))
    }
    self.lines = lines
  }
}

extension PaymentFigures.Line {
  package static let fields: [Field<PaymentFigures.Line>] = [
    Field("partner", "Partner", "The partner.", rank: .key) { .text($0.partner) },
    Field("share", "Share %", "Its share of the grant in per cent.", kind: .number) {
      .decimal(hundredthsText($0.share))
    },
    Field("due", "Due", "Its share of what was received.", kind: .amount) { amount($0.due) },
    Field("received", "Received", "What it has of it.", kind: .amount) { amount($0.received) },
    Field("owed", "Owed", "What is owed to it; below zero, what it has too much.", kind: .amount) {
      amount($0.owed)
    },
  ]

  private static func amount(_ money: Money) -> Cell {
    .money(cents: Int(money.cents), currency: money.currency.code)
  }
}
