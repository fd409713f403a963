package import Basics
internal import GRDB

/// What a reporting period still lacks, and the lock that keeps its report as it is.
package struct PeriodCheck: Sendable {
  /// Everything that is asked before a lock, in the order in which it is listed.
  package static let requirements: [any PeriodRequirement.Type] = [
    PeriodIsOver.self, EarlierPeriodLocked.self, LatenessJustified.self, MilestonesForecast.self,
    RiskStatesKnown.self, IndicatorsRead.self, ActionsDone.self, FiguresComputed.self,
    CostsChecked.self, HoursChecked.self, LateHoursChecked.self,
  ]

  /// The command that locks a period in spite of what is missing, on record.
  package static func acceptance(of period: String) -> String {
    "blues report period lock \(period) --because \"…\""
  }

  let store: Store

  /// What a period lacks.
  package func missing(in name: String) throws -> [MissingItem] {
    try missing(PeriodContext(store.periods.standing(name), store))
  }

  private func missing(_ context: PeriodContext) throws -> [MissingItem] {
    let copy = try store.read { try PartnersCopy($0) }
    return try Self.requirements.flatMap { requirement in
      try requirement.missing(context).map { item in
        var item = item
        item.requirement = requirement.name
        if let copy { item.command = copy.offered(item.command) }
        return item
      }
    }
  }

  /// Locks a period: what its report says is kept to the byte, and no longer changed.
  ///
  /// A reason locks in spite of what is missing, which is kept with the lock; what a figure cannot
  /// be computed without is never passed by.
  ///
  /// - Throws: `PeriodRefusal` while something is missing.
  package func lock(
    _ name: String, on day: Day, because reason: String? = nil
  ) throws -> (standing: Periods.Standing, missing: [MissingItem]) {
    let last = try store.read { try lastStep($0) }
    let standing = try store.periods.standing(name)
    let period = standing.period
    try store.checkMayStep(period.name)
    guard !standing.state.isLocked else {
      throw PeriodStepProblem.wrongState(period.name, standing.state, wanted: .locked)
    }
    let context = PeriodContext(standing, store)
    let missing = try missing(context)
    let hasReason = reason.map { !CellText.trimmed($0).isEmpty } ?? false
    if !missing.isEmpty, !hasReason || missing.contains(where: \.isFigure) {
      throw PeriodRefusal(period: period.name, missing: missing)
    }
    let ledger = try context.ledger.get()
    let documents = try FrozenDocuments.drawn(context)
    let locked = try store.write { write in
      // What was checked and drawn up is what is locked.
      guard try lastStep(write.db) == last else { throw PeriodStepProblem.meanwhile(period.name) }
      let step = try Periods.step(
        .locked, of: period, on: day, because: reason,
        missing: missing.map(\.told), write)
      for one in documents { try FrozenDocuments.freeze(one, at: step, write) }
      if let ledger {
        try DeclaredLines.keep(ledger, of: period.name, at: step, write)
        try LockedFigures.keep(at: step, write)
      }
      write.records(
        "locked \(period.name) on \(day)"
          + (missing.isEmpty ? "" : " in spite of \(counted(missing.count, "missing item"))"),
        affecting: [period.name])
      return try Periods.standing(of: period, write.db)
    }
    return (locked, missing)
  }

  private func lastStep(_ db: Database) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT max(id) FROM operation")
  }
}

/// The refusal of a lock, because something is missing.
package struct PeriodRefusal: Problem, Equatable {
  package let period: String
  package let missing: [MissingItem]

  private var figures: [MissingItem] { missing.filter(\.isFigure) }

  package var message: String {
    if !figures.isEmpty {
      return "\(period) cannot be locked: \(counted(figures.count, "figure")) cannot be computed, "
        + "such as \(figures[0].named)"
    }
    let verb = missing.count == 1 ? "is" : "are"
    return "\(period) cannot be locked yet: \(counted(missing.count, "item")) \(verb) missing."
  }

  package var hint: String? {
    figures.isEmpty
      ? "blues report period check \(period) lists them; --because \"…\" locks in spite of them"
      : figures[0].command
  }

  package var kind: ProblemKind { .refusedByRule }
}

extension Store {
  package var periodCheck: PeriodCheck { PeriodCheck(store: self) }
}
