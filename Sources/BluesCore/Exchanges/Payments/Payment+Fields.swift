package import Documents

extension Payment {
  /// An account shows its last four signs in every form; only the file for the bank has all of it.
  package static let fields: [Field<Payment>] = [
    Field("code", "No", "The code of the exchange, such as EX-017.", rank: .key) {
      .text($0.code.description)
    },
    Field("payee", "Visitor", "The visitor, who is paid.", rank: .main) { .text($0.payee) },
    Field("state", "State", "The state of the payment.", kind: .word(State.allCases.map(\.words))) {
      .state($0.state.words, $0.state.tone)
    },
    Field("waits_for", "Waits for", "What has to happen before it can be paid.") {
      .text(orEmpty: $0.waitsFor)
    },
    Field("completed_on", "Completed", "The day the stay was completed.", kind: .day, shown: false)
    { .day(orEmpty: $0.completedOn) },
    Field("due", "Due", "The day it has to be paid by.", kind: .day) { .day(orEmpty: $0.due) },
    Field("days_late", "Days late", "How many days the term is over.", kind: .number) {
      $0.daysLate.map { .integer($0) } ?? .empty
    },
    Field("late", "Late", "Whether it is overdue.", kind: .flag, shown: false) {
      .flag($0.state == .overdue)
    },
    Field("agreed", "Agreed", "The lump sum of the financial agreement.", kind: .amount) {
      .amount($0.agreed)
    },
    Field("paid", "Paid", "What was paid.", kind: .amount) { .amount($0.paid) },
    Field(
      "iban", "IBAN", "The last four characters of the account, or what is wrong with it.",
      rank: .minor
    ) {
      $0.account.cell
    },
    Field(
      "bank_reference", "Bank reference", "The reference of the payment at the bank.", shown: false
    ) { .text(orEmpty: $0.bankReference) },
    Field(
      "exchange_state", "Exchange", "How far the exchange has come.",
      kind: .words(of: Exchange.State.self), shown: false
    ) { .text($0.exchangeState.rawValue) },
  ]
}

extension Payment.State {
  package var words: String { self == .toBeValidated ? "to be validated" : rawValue }

  package var tone: Tone {
    switch self {
    case .expected, .due: .plain
    case .toBeValidated: .warning
    case .overdue: .bad
    case .paid: .good
    }
  }
}

extension Payment.Account {
  /// The last four signs, by which a person can tell which account it is.
  var cell: Cell {
    switch self {
    case .unknown: .state("missing", .warning)
    case .wrong: .state("wrong", .bad)
    case .known(let iban): .text("…\(iban.compact.suffix(4))")
    }
  }
}

extension Cell {
  static func amount(_ money: Money?) -> Cell {
    money.map { .money(cents: Int($0.cents), currency: $0.currency.code) } ?? .empty
  }
}
