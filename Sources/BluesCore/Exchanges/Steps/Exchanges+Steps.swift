package import Basics
internal import GRDB

extension Exchanges {
  /// A step of an exchange's way, with what is said of it.
  package struct Step: Sendable, Equatable {
    /// The state it leads to.
    package let state: Exchange.State
    package let on: Day
    /// Why the exchange ends.
    package let because: String?
    /// The amount agreed or paid; the one that is due otherwise.
    package let amount: Money?
    /// What the bank calls the payment.
    package let reference: String?
    /// What the Agency waived for it.
    package let word: WaiverRequest

    package init(
      _ state: Exchange.State, on day: Day, because: String? = nil, amount: Money? = nil,
      reference: String? = nil, word: WaiverRequest = .none
    ) {
      self.state = state
      on = day
      self.because = because
      self.amount = amount
      self.reference = reference
      self.word = word
    }
  }

  /// Takes a step with each of the exchanges, or with none of them.
  package func take(_ step: Step, _ codes: [ExchangeCode]) throws -> [Result] {
    var seen: Set<ExchangeCode> = []
    let codes = codes.filter { seen.insert($0).inserted }
    return try store.write { write in
      let results = try codes.map { try take(step, $0, write) }
      let names = codes.map(\.description)
      write.records(
        "\(names.joined(separator: ", ")) \(agreeing(names.count, "is", "are")) "
          + "\(step.state.rawValue) on \(step.on)",
        affecting: names)
      return results
    }
  }

  /// Takes a step with one exchange within a change.
  func take(_ step: Step, _ code: ExchangeCode, _ write: Transaction) throws -> Result {
    let db = write.db
    let today = store.invocation.today
    guard step.on <= today else {
      throw StepProblem.inTheFuture(code, on: step.on, today: today)
    }
    let exchange = try Self.fetch(code, db)
    try Self.order(step, exchange, db)
    let id = try Self.id(code, db)
    try Self.day(step, exchange, id, db)
    let papers = try Self.papers(step, exchange, db)
    try settle(step, exchange, write)
    try db.execute(
      sql: "UPDATE exchange SET state = ? WHERE id = ?", arguments: [step.state.rawValue, id])
    let earlier = try Int64.fetchOne(
      db, sql: "SELECT max(id) FROM exchange_step WHERE exchange_id = ?", arguments: [id])
    let taken = try Self.record(
      step.state, of: id, on: step.on, note: step.because?.trimmed, write)
    try StepDependency.lay(taken, after: earlier, papers, write)
    let warnings =
      step.state.isExit
      ? [] : try ExchangeCheck.pass(code, to: step.state, word: step.word, on: step.on, write)
    if step.state == .agreed { try StepDependency.hold(id, taken, write) }
    return Result(exchange: try Self.fetch(code, db), warnings: warnings)
  }

  /// No state is left out, and the exits are open where they make sense.
  private static func order(_ step: Step, _ exchange: Exchange, _ db: Database) throws {
    let state = exchange.state
    let code = exchange.code
    guard !state.isOver else { throw StepProblem.over(code, as: state) }
    if step.state.isExit { return try exit(step, exchange) }
    if step.state.isMoney { try money(step.state, exchange, db) }
    guard let needed = exchange.mode.state(before: step.state) else {
      throw StepProblem.over(code, as: state)
    }
    guard state == needed else {
      throw StepProblem.wrongState(code, is: state, needs: needed, next: exchange.next)
    }
  }

  private static func exit(_ step: Step, _ exchange: Exchange) throws {
    let state = exchange.state
    let code = exchange.code
    guard let reason = step.because, !reason.trimmed.isEmpty else {
      throw StepProblem.reasonMissing(code)
    }
    if step.state == .noShow {
      let needed = exchange.mode.state(before: .ongoing) ?? .contracted
      guard state == needed else {
        throw StepProblem.wrongState(code, is: state, needs: needed, next: exchange.next)
      }
    }
    // Who came cannot withdraw any more, and what took place cannot be cancelled.
    let isTooLate =
      state.tookPlace || (step.state == .withdrawn && state == .ongoing)
    guard !isTooLate else {
      throw StepProblem.tooLate(code, is: state, to: step.state, next: exchange.next)
    }
  }

  /// The days of the steps follow one another, and those of the stay lie within it.
  private static func day(_ step: Step, _ exchange: Exchange, _ id: Int64, _ db: Database) throws {
    let before = try lastDay(id, db)
    let ofStay: Day? =
      switch step.state {
      case .ongoing, .noShow: exchange.firstDay
      case .completed: exchange.lastDay
      default: nil
      }
    guard let earliest = [before, ofStay].compactMap(\.self).max(), step.on < earliest else {
      return
    }
    throw StepProblem.tooEarly(exchange.code, step: step.state, on: step.on, earliest: earliest)
  }

  /// The day of the last step.
  static func lastDay(_ id: Int64, _ db: Database) throws -> Day? {
    try Day.fetchOne(
      db,
      sql: "SELECT happened_on FROM exchange_step WHERE exchange_id = ? ORDER BY id DESC LIMIT 1",
      arguments: [id])
  }

  /// The papers that the step stands on; without all of them it is not taken.
  private static func papers(
    _ step: Step, _ exchange: Exchange, _ db: Database
  ) throws -> [PaperGate.Finding] {
    guard !step.state.isExit else { return [] }
    let gate = try PaperGate(exchange, db)
    let missing = gate.missing(upTo: step.state, on: step.on)
    guard missing.isEmpty else {
      throw StepProblem.papersMissing(exchange.code, step: step.state, missing)
    }
    return gate.findings(upTo: step.state, on: step.on)
  }

  /// What a step keeps with the exchange, before the rules are asked at its gate.
  private func settle(_ step: Step, _ exchange: Exchange, _ write: Transaction) throws {
    switch step.state {
    case .agreed: try ExchangeCheck.keepTerms(of: exchange.code, on: step.on, write)
    case .contracted: try Self.contract(step, exchange, write.db)
    case .paid: try Self.pay(step, exchange, write.db)
    default: break
    }
  }

  static func id(_ code: ExchangeCode, _ db: Database) throws -> Int64 {
    guard
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM exchange WHERE number = ?", arguments: [code.number])
    else { throw ExchangeProblem.unknown(code, known: []) }
    return id
  }
}
