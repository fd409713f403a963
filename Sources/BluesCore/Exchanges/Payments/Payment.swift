package import Basics
internal import GRDB

/// What the visitor of one exchange is to receive, and how far that has come.
package struct Payment: Sendable, Equatable {
  /// How a payment stands on a day.
  package enum State: String, Sendable, CaseIterable {
    /// The stay is still to come, or going on.
    case expected
    /// The stay is over, the closing report is not validated.
    case toBeValidated = "to_be_validated"
    case due
    /// The term is over, validated or not.
    case overdue
    case paid
  }

  /// How much is known of the payee's account.
  package enum Account: Sendable, Equatable {
    case unknown
    /// What is kept is no IBAN.
    case wrong
    case known(IBAN)
  }

  package let code: ExchangeCode
  package let payee: String
  package let exchangeState: Exchange.State
  package let completedOn: Day?
  /// The day it has to be paid by: completion and the days of the rule `payment-term` in
  /// the book that holds for the exchange.
  package let due: Day?
  package let state: State
  /// Days that the term is over; none when it is not.
  package let daysLate: Int?
  package let agreed: Money?
  package let paid: Money?
  package let account: Account
  package let bankReference: String?

  init(row: Row, exchange: Exchange, term: Int, today: Day) throws {
    code = exchange.code
    payee = exchange.visitor
    exchangeState = exchange.state
    completedOn = try row.value("completed_on")
    let due = completedOn.map { $0.adding(days: term) }
    self.due = due
    agreed = exchange.agreed
    paid = exchange.paid
    bankReference = exchange.bankReference
    let isLate = due.map { $0 < today } ?? false
    switch exchange.state {
    case .paid, .closed: state = .paid
    case .validated: state = isLate ? .overdue : .due
    case .completed, .reported: state = isLate ? .overdue : .toBeValidated
    default: state = .expected
    }
    daysLate = state == .overdue ? due.map { today - $0 } : nil
    let iban: String? = try row.value("visitor_iban")
    account =
      iban.map { text in (try? IBAN(text)).map { .known($0) } ?? .wrong } ?? .unknown
  }

  /// Whether its term runs or is over, and nothing is paid yet.
  package var isOpen: Bool {
    switch state {
    case .toBeValidated, .due, .overdue: true
    case .expected, .paid: false
    }
  }

  /// What has to happen before the money can go.
  package var waitsFor: String? {
    switch exchangeState {
    case .completed: "closing report"
    case .reported: "validation"
    case .validated: account == .unknown ? "account" : "payment"
    default: nil
    }
  }
}
