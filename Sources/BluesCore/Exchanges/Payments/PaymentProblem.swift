package import Basics

/// Why payments cannot be ordered or added up.
package enum PaymentProblem: Problem, Equatable {
  /// Each with its exchange, in the order asked for.
  case refused([Refusal])
  case twice(ExchangeCode)
  case debtorAccount(IdentifierProblem)
  /// A name of which no letter is left in the signs of banks.
  case debtorName
  case past(Day, today: Day)
  case budgetCurrency(Money)
  case money(MoneyProblem)

  /// Why one exchange is not paid.
  package struct Refusal: Sendable, Equatable {
    package let code: ExchangeCode
    package let why: Reason

    var message: String {
      switch why {
      case .otherPartnership(let name): "\(code) is paid by \(name), which manages its visitor."
      case .virtual: "\(code) is virtual and receives no funding."
      case .notValidated(let state, let source):
        "\(code) is \(state.rawValue), not validated (rule payment-needs-report, \(source))."
      case .alreadyPaid: "\(code) is already paid."
      case .noAmount: "\(code) has no agreed amount."
      case .nothing: "\(code) has an agreed amount of zero."
      case .currency(let money):
        "\(code) is agreed in \(money.currency); SEPA transfers are in EUR."
      case .noAccount(let payee): "The IBAN of \(payee) (\(code)) is not known."
      case .noName(let payee):
        "The name \(payee) (\(code)) has no letter that every bank passes on."
      case .wrongAccount(let payee, let problem):
        "The IBAN of \(payee) (\(code)) is wrong: \(problem.message)"
      }
    }

    var hint: String {
      switch why {
      case .otherPartnership: "leave \(code) out"
      case .virtual: "blues exchange close \(code)"
      case .notValidated: "blues exchange show \(code)"
      case .alreadyPaid: "leave \(code) out"
      case .noAmount, .nothing, .currency: "agree on an amount in euros for \(code) first"
      case .noName: "give the organisation a name in Latin letters"
      case .noAccount(let payee), .wrongAccount(let payee, _):
        "import it in a column headed iban, with \(payee) as the organisation"
      }
    }
  }

  /// The ways in which a payment cannot be.
  package enum Reason: Sendable, Equatable {
    case otherPartnership(String)
    case virtual
    case notValidated(Exchange.State, source: String)
    case alreadyPaid
    case noAmount
    case nothing
    case currency(Money)
    case noAccount(String)
    case noName(String)
    case wrongAccount(String, IdentifierProblem)

    var kind: ProblemKind {
      switch self {
      case .otherPartnership, .virtual, .notValidated: .refusedByRule
      case .alreadyPaid: .conflict
      case .noAmount, .nothing, .currency, .noAccount, .noName, .wrongAccount: .badData
      }
    }
  }

  package var message: String {
    switch self {
    case .refused(let refusals): refusals.map(\.message).joined(separator: "\n")
    case .twice(let code): "\(code) is named twice."
    case .debtorAccount(let problem): "The account to pay from: \(problem.message)"
    case .debtorName: "The account holder has no letter that every bank passes on."
    case .past(let day, let today): "The bank cannot pay on \(day): today is \(today)."
    case .budgetCurrency(let money): "The budget is in euros, not in \(money.currency)."
    case .money(let problem): problem.message
    }
  }

  package var hint: String? {
    switch self {
    case .refused(let refusals): refusals.first?.hint
    case .twice: "name each exchange once"
    case .debtorAccount(let problem): problem.hint
    case .debtorName: "give the name in Latin letters with --name, as the bank has it"
    case .past: "give today or a later day with --on"
    case .budgetCurrency: "--budget \"18000 EUR\""
    case .money(let problem): problem.hint
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .refused(let refusals): refusals.first?.why.kind ?? .failed
    case .twice, .past, .budgetCurrency: .usage
    case .debtorAccount, .debtorName: .usage
    case .money: .badData
    }
  }
}
