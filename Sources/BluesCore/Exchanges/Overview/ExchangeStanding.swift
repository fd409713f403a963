package import Basics
internal import GRDB

/// Where an exchange stands on a day: what is overdue, and what its next step still lacks.
package struct ExchangeStanding: Sendable, Equatable {
  package let exchange: Exchange
  /// The kinds of papers that the next step needs and that are missing or not fully signed.
  package let missing: [String]
  /// What has to happen by which day, late or not; nil when nothing has a day.
  package let deadline: Deadline?
  /// What should have happened by now, with the day it was due; nil when nothing is.
  package let overdue: Overdue?
  /// What is to be paid to the visitor; nil where nothing is due yet, or it is paid.
  package let unpaid: Payment?

  init(
    _ exchange: Exchange, missing: [String], unpaid: Payment?, today: Day
  ) {
    self.exchange = exchange
    self.missing = missing
    self.unpaid = unpaid
    deadline = exchange.deadline(paymentDue: unpaid?.due)
    overdue = exchange.overdue(on: today, paymentDue: unpaid?.due)
  }

  /// A step that has to be taken by a day.
  package struct Deadline: Sendable, Equatable {
    /// The step, such as `pay`.
    package let step: Exchange.State
    package let due: Day
  }

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
    let unpaid = try Dictionary(
      store.payments.all().filter(\.isOpen).map { ($0.code, $0) },
      uniquingKeysWith: { first, _ in first })
    return try all().map { exchange in
      ExchangeStanding(
        exchange, missing: (missing[exchange.code] ?? []).map(\.paper.kind.kind),
        unpaid: unpaid[exchange.code], today: today)
    }
  }
}

extension Exchange {
  /// The day by which its stay has to begin or end, or by which the visitor has to be paid.
  func deadline(paymentDue: Day?) -> ExchangeStanding.Deadline? {
    if let paymentDue { return .init(step: .paid, due: paymentDue) }
    if state == .ongoing { return .init(step: .completed, due: lastDay) }
    let awaitsStart = !state.isExit && !state.tookPlace
    return awaitsStart ? .init(step: .ongoing, due: firstDay) : nil
  }

  /// A stay that should have begun or ended by the day, or a payment beyond its term.
  func overdue(on today: Day, paymentDue: Day?) -> ExchangeStanding.Overdue? {
    guard let deadline = deadline(paymentDue: paymentDue), deadline.due < today else { return nil }
    return .init(step: deadline.step, due: deadline.due, days: today - deadline.due)
  }
}
