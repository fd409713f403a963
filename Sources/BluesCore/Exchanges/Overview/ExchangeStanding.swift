package import Basics
internal import GRDB

/// Where an exchange stands on a day: what is overdue, and what its next step still lacks.
package struct ExchangeStanding: Sendable, Equatable {
  package let exchange: Exchange
  /// The kinds of papers that the next step needs and that are missing or not fully signed.
  package let missing: [String]
  /// What should have happened by now, with the day it was due; nil when nothing is.
  package let overdue: Overdue?

  /// Something that should have happened.
  package struct Overdue: Sendable, Equatable {
    /// The step that is behind, such as `pay`.
    package let step: Exchange.State
    package let due: Day
    /// The days since then.
    package let days: Int
  }
}

extension Exchanges {
  /// Every exchange with its standing today.
  package func standings() throws -> [ExchangeStanding] {
    let today = store.invocation.today
    let missing = try Dictionary(grouping: store.papers.missing().filter(\.isNext)) {
      $0.paper.exchange
    }
    let payments = try store.payments.all().filter { $0.state == .overdue }
    let paymentDue = Dictionary(
      payments.compactMap { payment in payment.due.map { (payment.code, $0) } },
      uniquingKeysWith: { first, _ in first })
    return try all().map { exchange in
      ExchangeStanding(
        exchange: exchange, missing: (missing[exchange.code] ?? []).map(\.paper.kind.kind),
        overdue: exchange.overdue(on: today, paymentDue: paymentDue[exchange.code]))
    }
  }
}

extension Exchange {
  /// A stay that should have begun or ended by the day, or a payment beyond its term.
  func overdue(on today: Day, paymentDue: Day?) -> ExchangeStanding.Overdue? {
    func since(_ step: State, _ due: Day) -> ExchangeStanding.Overdue {
      .init(step: step, due: due, days: today - due)
    }
    if let paymentDue { return since(.paid, paymentDue) }
    if state == .ongoing, lastDay < today { return since(.completed, lastDay) }
    let awaitsStart = !state.isExit && !state.tookPlace && state != .ongoing
    return awaitsStart && firstDay < today ? since(.ongoing, firstDay) : nil
  }
}
