package import Documents

extension Payment {
  /// An account shows its last four signs in every form; only the file for the bank has all of it.
  package static let fields: [Field<Payment>] = [
    Field("code", "No") { .text($0.code.description) },
    Field("payee", "Visitor") { .text($0.payee) },
    Field("state", "State") { .state($0.state.words, $0.state.tone) },
    Field("waits_for", "Waits for") { .text(orEmpty: $0.waitsFor) },
    Field("completed_on", "Completed", shown: false) { .day(orEmpty: $0.completedOn) },
    Field("due", "Due") { .day(orEmpty: $0.due) },
    Field("days_late", "Days late") { $0.daysLate.map { .integer($0) } ?? .empty },
    Field("agreed", "Agreed") { .amount($0.agreed) },
    Field("paid", "Paid") { .amount($0.paid) },
    Field("iban", "IBAN") { $0.account.cell },
    Field("bank_reference", "Bank reference", shown: false) { .text(orEmpty: $0.bankReference) },
    Field("exchange_state", "Exchange", shown: false) { .text($0.exchangeState.rawValue) },
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
