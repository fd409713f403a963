internal import Basics
internal import GRDB

extension Exchanges {
  /// Whether money may be spoken of at all: not in a virtual exchange, and no payment before the
  /// closing report is validated.
  static func money(_ state: Exchange.State, _ exchange: Exchange, _ db: Database) throws {
    let code = exchange.code
    let book = try RuleBook.of(exchange, db)
    if exchange.mode == .virtual {
      let rule = try book.rule("virtual-unfunded")
      let most = try rule.money("amount")
      let limit = most.isZero ? "" : " The maximum is \(most)."
      let breach = rule.breach(
        "\(code) is virtual: it has no financial agreement and no payment.\(limit)")
      throw StepProblem.againstRule(breach, code, next: exchange.next)
    }
    let way = exchange.mode.way
    guard state == .paid, let here = way.firstIndex(of: exchange.state),
      let validated = way.firstIndex(of: .validated), here < validated
    else { return }
    let breach = try book.rule("payment-needs-report").breach(
      "\(code) is \(exchange.state.rawValue); it is paid once its closing report is validated.")
    throw StepProblem.againstRule(breach, code, next: exchange.next)
  }

  /// Keeps the amount of the financial agreement, the lump sum where none is stated.
  static func contract(_ step: Step, _ exchange: Exchange, _ db: Database) throws {
    let check = try ExchangeCheck.of(exchange.code, on: step.on, db)
    let amount = try inEuros(step.amount ?? check.lumpSum?.amount, exchange)
    try db.execute(
      sql: "UPDATE exchange SET agreed_cents = ? WHERE number = ?",
      arguments: [amount.cents, exchange.code.number])
  }

  /// Keeps what was paid, the amount agreed where none is stated, under the bank's reference.
  static func pay(_ step: Step, _ exchange: Exchange, _ db: Database) throws {
    let amount = try inEuros(step.amount ?? exchange.agreed, exchange)
    if let agreed = exchange.agreed, amount > agreed {
      throw StepProblem.againstRule(
        try RuleBook.of(exchange, db).rule("financial-agreement").breach(
          "\(amount) is more than the \(agreed) agreed for \(exchange.code)."),
        exchange.code, next: exchange.next)
    }
    try db.execute(
      sql: "UPDATE exchange SET paid_cents = ?, bank_reference = ? WHERE number = ?",
      arguments: [amount.cents, step.reference?.trimmed, exchange.code.number])
  }

  private static func inEuros(_ amount: Money?, _ exchange: Exchange) throws -> Money {
    guard let amount else { throw StepProblem.amountMissing(exchange.code) }
    guard amount.currency == .eur, amount.cents >= 0 else { throw StepProblem.notInEuros(amount) }
    return amount
  }
}
