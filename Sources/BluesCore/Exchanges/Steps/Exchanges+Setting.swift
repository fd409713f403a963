package import Basics
internal import GRDB

extension Exchanges {
  /// What is changed of a planned stay; what is nil stays as it is.
  package struct Setting: Sendable, Equatable {
    package var firstDay: Day?
    package var lastDay: Day?
    package var mode: Exchange.Mode?
    /// An empty text takes the goals away.
    package var goals: String?
    package var agenda: String?
    /// Whole kilometres between the organisations.
    package var distance: Int?
    /// Where the distance is from.
    package var distanceBasis: String?

    package init() {}

    /// Whether it moves what host and visitor agree on.
    var movesStay: Bool { firstDay != nil || lastDay != nil || mode != nil }
  }

  /// Changes a planned stay: days and mode until it is agreed, the rest until it is over.
  package func set(_ code: ExchangeCode, _ setting: Setting) throws -> Result {
    guard setting != Setting() else { throw StepProblem.nothingToSet(code) }
    if let distance = setting.distance, distance < 0 {
      throw ExchangeProblem.negativeDistance(distance)
    }
    return try store.write { write in
      let db = write.db
      let now = try Self.fetch(code, db)
      guard !now.state.isOver else { throw StepProblem.over(code, as: now.state) }
      if setting.movesStay, !Self.isOpen(now.state) {
        throw StepProblem.agreedAlready(code, is: now.state)
      }
      let first = setting.firstDay ?? now.firstDay
      let last = setting.lastDay ?? now.lastDay
      guard first <= last else { throw ExchangeProblem.endsBeforeStart(first, last) }
      let sum = try Self.lumpSum(code, write)
      try db.execute(
        sql: """
          UPDATE exchange
          SET first_day = :first, last_day = :last, mode = :mode, goals = :goals,
              agenda = :agenda, distance_km = :distance, distance_basis = :basis
          WHERE number = :number
          """,
        arguments: [
          "first": first, "last": last, "mode": (setting.mode ?? now.mode).rawValue,
          "goals": Self.text(setting.goals, else: now.goals),
          "agenda": Self.text(setting.agenda, else: now.agenda),
          "distance": setting.distance ?? now.distance,
          "basis": setting.distance == nil
            ? now.distanceBasis : setting.distanceBasis?.trimmed ?? "stated",
          "number": code.number,
        ])
      let exchange = try Self.fetch(code, db)
      let newSum = try Self.lumpSum(code, write)
      write.records(
        "changed \(code)\(newSum == sum ? "" : ": lump sum \(sum) → \(newSum)")",
        affecting: [code.description])
      return Result(
        exchange: exchange,
        warnings: setting.movesStay
          ? try ExchangeCheck.pass(code, to: now.state, on: store.invocation.today, write) : [],
        amountChange: newSum == sum ? nil : Self.told(from: sum, to: newSum, exchange.agreed))
    }
  }

  /// The lump sum that the rules give, in words.
  private static func lumpSum(_ code: ExchangeCode, _ write: Transaction) throws -> String {
    let check = try ExchangeCheck.of(code, on: write.invocation.today, write.db)
    return check.lumpSum?.words ?? "none"
  }

  private static func told(from old: String, to new: String, _ agreed: Money?) -> String {
    "The lump sum by the rules is now \(new); it was \(old)"
      + (agreed.map { "; \($0) is agreed and stays." } ?? ".")
  }

  /// Whether host and visitor have not agreed yet.
  private static func isOpen(_ state: Exchange.State) -> Bool {
    [.draft, .applied, .eligible, .matched].contains(state)
  }

  private static func text(_ new: String?, else old: String?) -> String? {
    guard let new = new?.trimmed else { return old }
    return new.isEmpty ? nil : new
  }
}
