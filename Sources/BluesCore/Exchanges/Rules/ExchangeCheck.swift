internal import Basics
internal import GRDB

/// One exchange checked against the rule book that holds for it.
package struct ExchangeCheck: Sendable, Equatable {
  package let exchange: Exchange
  /// The book in force, or the one the exchange was agreed under.
  package let book: RuleBook
  /// What it was checked against.
  package let asked: CheckInput
  package let breaches: [Breach]
  /// The lump sum; nil for a virtual exchange and where the host country has none.
  package let lumpSum: LumpSum?
  package let approvals: [Waiver]

  /// Whether a refusal stands that nobody waived.
  package var isRefused: Bool { breaches.contains(where: \.stands) }

  /// What the rules say at the gate to a state: nothing that only a later state asks for.
  package func breaches(at gate: Exchange.State) throws -> [Breach] {
    try breaches.filter { breach in
      guard let name = try breach.toldFrom ?? book.rule(breach.rule).gate,
        let own = Exchange.State(rawValue: name)
      else { return true }
      return own.place <= gate.place
    }
  }
}

extension ExchangeCheck {
  /// Holds an exchange against its rules as they are on a day.
  static func of(
    _ code: ExchangeCode, on today: Day, isBeingPaid: Bool = false, _ db: Database
  ) throws -> ExchangeCheck {
    let exchange = try Exchanges.fetch(code, db)
    let book = try RuleBook.of(exchange, db)
    var asked = try CheckInput.of(exchange, on: today, db)
    asked.isBeingPaid = isBeingPaid
    let approvals = try Waiver.of(code, db)
    let breaches = try book.breaches(of: asked).map { breach in
      var breach = breach
      breach.approved = approvals.first { $0.rule == breach.rule }?.reason
      return breach
    }
    return ExchangeCheck(
      exchange: exchange, book: book, asked: asked, breaches: breaches,
      lumpSum: try book.lumpSum(for: asked.stay, distance: asked.distance), approvals: approvals)
  }

  /// Lets an exchange through the gate to a state, or throws the refusals that stand there.
  ///
  /// What the Agency waived is kept with the exchange first, as of the day of the step. Handed
  /// back are the warnings and notes, and the breaches the Agency waived: all of them when it
  /// is proposed and agreed, later those of the gate alone, so that nobody is told twice; what
  /// is told from a state on is told at each step.
  static func pass(
    _ code: ExchangeCode, to gate: Exchange.State, word: WaiverRequest = .none, on day: Day,
    _ write: Transaction
  ) throws -> [Breach] {
    try Waiver.keep(word, for: code, on: day, write)
    let check = try of(code, on: day, isBeingPaid: gate == .paid, write.db)
    let breaches = try check.breaches(at: gate)
    let refusals = breaches.filter(\.stands)
    guard refusals.isEmpty else { throw ExchangeProblem.refused(refusals) }
    if gate == .draft || gate == .agreed { return breaches }
    return try breaches.filter {
      try $0.toldFrom != nil || check.book.rule($0.rule).gate == gate.rawValue
    }
  }
}

extension Exchange.State {
  /// How far along the way the state is; exits are beyond its end.
  var place: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

extension Exchanges {
  /// Holds one exchange against the rules.
  package func check(_ code: ExchangeCode) throws -> ExchangeCheck {
    try store.read { db in try ExchangeCheck.of(code, on: store.invocation.today, db) }
  }

  /// Holds every exchange that is neither closed nor given up against the rules.
  package func checkOpen() throws -> [ExchangeCheck] {
    try store.read { db in
      try Int.fetchAll(
        db,
        sql: """
          SELECT number FROM exchange
          WHERE state NOT IN ('closed', 'cancelled', 'withdrawn', 'no_show') ORDER BY number
          """
      ).map { try ExchangeCheck.of(Self.code($0), on: store.invocation.today, db) }
    }
  }
}
