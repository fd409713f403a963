package import Basics
internal import GRDB

/// How far the report of a period has come.
package enum PeriodState: String, Sendable, CaseIterable {
  case open, locked, submitted, accepted

  /// Whether what the report of the period says can no longer be changed.
  package var isLocked: Bool { self != .open }
}

/// One thing that happened to a reporting period, with its day, who did it and why.
package struct PeriodStep: Sendable, Equatable {
  /// What was done.
  package enum Kind: String, Sendable, CaseIterable {
    case locked, submitted, accepted, reopened

    /// The state that the period has after it.
    package var state: PeriodState {
      switch self {
      case .locked: .locked
      case .submitted: .submitted
      case .accepted: .accepted
      case .reopened: .open
      }
    }
  }

  /// Its place among the steps of the period, from 1.
  package let number: Int
  package let kind: Kind
  package let on: Day
  package let who: String
  package let reason: String?
  /// What was missing when the period was locked in spite of it.
  package let missing: [String]
}

/// What happened to the reporting periods, and the state that each has since.
struct PeriodStory {
  private var steps: [Int: [PeriodStep]] = [:]
  private var ids: [Int: Int64] = [:]

  /// Reads the steps of all periods, the oldest first.
  init(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT period_step.id, period.number AS period, period_step.number, step, happened_on, who,
               reason, missing
        FROM period_step JOIN period ON period.id = period_id
        ORDER BY period.number, period_step.number
        """)
    for row in rows {
      let period: Int = try row.value("period")
      steps[period, default: []].append(
        PeriodStep(
          number: try row.value("number"),
          kind: try row.convert("step") { PeriodStep.Kind(rawValue: $0) },
          on: try row.value("happened_on"), who: try row.value("who"),
          reason: try row.value("reason"), missing: try row.words("missing", separator: "\n")))
      if steps[period]?.last?.kind == .locked { ids[period] = try row.value("id") }
    }
  }

  /// An undo takes no step of a period away on which a later one stands.
  static let hooks: StoreHooks = {
    var hooks = StoreHooks()
    hooks.afterUndo = [
      { db, _ in
        let story = try PeriodStory(db)
        for period in try Period.all(db) { try story.refuseGap(in: period) }
      }
    ]
    return hooks
  }()

  /// Throws unless the steps of a period follow one another from its opening on.
  private func refuseGap(in period: Period) throws {
    for (place, step) in steps(of: period).enumerated() where step.number != place + 1 {
      throw PeriodStepProblem.stoodOn(period.name, step.kind)
    }
  }

  func steps(of period: Period) -> [PeriodStep] { steps[period.number] ?? [] }

  func state(of period: Period) -> PeriodState { steps(of: period).last?.kind.state ?? .open }

  /// The number of the lock that a period has now among its steps; nil for an open one.
  func lockNumber(of period: Period) -> Int? {
    state(of: period).isLocked
      ? steps(of: period).last { $0.kind == .locked }?.number : nil
  }

  /// The row of the lock that a period has now; nil for an open one.
  func lock(of period: Period) -> Int64? {
    state(of: period).isLocked ? ids[period.number] : nil
  }

  /// The step of the history by which a period was locked, told by the row that it added; nil for an
  /// open one.
  func operation(ofLock period: Period, _ db: Database) throws -> Int64? {
    guard let lock = lock(of: period) else { return nil }
    let row = Changeset.Row(table: "period_step", id: lock)
    let steps = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM operation
        WHERE kind = 'change' AND undone_by IS NULL
          AND instr(' ' || affected || ' ', ' ' || ? || ' ') > 0
        ORDER BY id DESC
        """, arguments: [period.name])
    return try steps.first { try Changeset(of: $0, in: db).rows().contains(row) }
  }
}
