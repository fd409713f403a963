package import Basics
internal import GRDB

extension Periods {
  /// A period with its days, its state and what happened to it.
  package struct Standing: Sendable, Equatable {
    package let period: Period
    package let days: ClosedRange<Day>
    package let state: PeriodState
    package let steps: [PeriodStep]
  }

  /// All periods with their states.
  package func standings() throws -> [Standing] {
    try store.read { db in
      let (project, story) = (try Project.fetch(db), try PeriodStory(db))
      return try Period.all(db).map { Self.standing(of: $0, project, story) }
    }
  }

  private static func standing(
    of period: Period, _ project: Project, _ story: PeriodStory
  ) -> Standing {
    Standing(
      period: period, days: period.days(in: project), state: story.state(of: period),
      steps: story.steps(of: period))
  }

  /// A period as it is in the middle of a change.
  static func standing(of period: Period, _ db: Database) throws -> Standing {
    try standing(of: period, Project.fetch(db), PeriodStory(db))
  }

  /// The period of a name such as `RP1`, in any case, or of its number.
  package func standing(_ name: String) throws -> Standing {
    let all = try standings()
    let period = try Self.period(name, all.map(\.period))
    guard let found = all.first(where: { $0.period == period }) else {
      throw PeriodProblem.unknown(name, known: all.map(\.period.name))
    }
    return found
  }

  /// Records that the report of a locked period was sent to the Agency.
  package func submit(_ name: String, on day: Day, because reason: String? = nil) throws -> Standing
  {
    try move(name, .submitted, on: day, because: reason)
  }

  /// Records that the Agency accepted the report of a period.
  package func accept(_ name: String, on day: Day, because reason: String? = nil) throws -> Standing
  {
    try move(name, .accepted, on: day, because: reason)
  }

  /// Opens a period again, with the reason.
  package func reopen(_ name: String, on day: Day, because reason: String) throws -> Standing {
    guard !CellText.trimmed(reason).isEmpty else { throw PeriodStepProblem.reasonMissing(name) }
    return try move(name, .reopened, on: day, because: reason)
  }

  private func move(
    _ name: String, _ kind: PeriodStep.Kind, on day: Day, because reason: String?
  ) throws -> Standing {
    try store.write { write in
      let period = try Self.period(name, Period.all(write.db))
      _ = try Self.step(kind, of: period, on: day, because: reason, write)
      write.records("\(kind.rawValue) \(period.name) on \(day)", affecting: [period.name])
      return try Self.standing(of: period, write.db)
    }
  }

  /// Adds a step to what happened to a period, and answers with its row.
  ///
  /// - Throws: `PeriodStepProblem` where the state of the period does not allow it.
  static func step(
    _ kind: PeriodStep.Kind, of period: Period, on day: Day, because reason: String?,
    missing: [String] = [], _ write: Transaction
  ) throws -> Int64 {
    let story = try PeriodStory(write.db)
    let last = story.steps(of: period).last
    let state = story.state(of: period)
    let needed: PeriodState? =
      switch kind {
      case .locked: .open
      case .submitted: .locked
      case .accepted: .submitted
      case .reopened: nil
      }
    guard needed.map({ $0 == state }) ?? state.isLocked else {
      throw PeriodStepProblem.wrongState(period.name, state, wanted: kind)
    }
    guard day <= write.invocation.today else {
      throw PeriodStepProblem.inTheFuture(period.name, on: day, today: write.invocation.today)
    }
    if let last, day < last.on {
      throw PeriodStepProblem.before(period.name, day, last: last.on)
    }
    guard
      let owner = try Int64.fetchOne(
        write.db, sql: "SELECT id FROM period WHERE number = ?", arguments: [period.number])
    else { throw PeriodProblem.unknown(period.name, known: []) }
    let id = try write.nextID("period_step")
    let reason = reason.map { CellText.trimmed($0) }
    try write.db.execute(
      sql: """
        INSERT INTO period_step (id, period_id, number, step, happened_on, who, reason, missing)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, owner, (last?.number ?? 0) + 1, kind.rawValue, day, write.invocation.who,
        reason?.isEmpty == false ? reason : nil,
        missing.isEmpty ? nil : missing.joined(separator: "\n"),
      ])
    return id
  }

  /// The period of a name such as `RP1`, in any case, or of its number.
  static func period(_ name: String, _ all: [Period]) throws -> Period {
    let key = name.trimmed.asciiRaised
    guard let found = all.first(where: { $0.name == key || "\($0.number)" == key }) else {
      throw PeriodProblem.unknown(name, known: all.map(\.name))
    }
    return found
  }
}

/// Why a reporting period cannot take a step.
package enum PeriodStepProblem: Problem, Equatable {
  case wrongState(String, PeriodState, wanted: PeriodStep.Kind)
  case before(String, Day, last: Day)
  case inTheFuture(String, on: Day, today: Day)
  case reasonMissing(String)
  /// An undo would take away a step on which a later one of this kind stands.
  case stoodOn(String, PeriodStep.Kind)
  /// Another command changed the project while the lock was checked.
  case meanwhile(String)

  package var message: String {
    switch self {
    case .wrongState(let name, .open, .reopened): "\(name) is open already."
    case .wrongState(let name, let state, let wanted) where state.rawValue == wanted.rawValue:
      "\(name) is \(state.rawValue) already."
    case .wrongState(let name, let state, let wanted):
      "\(name) is \(state.rawValue), so that it cannot be \(wanted.rawValue)."
    case .before(let name, let day, let last):
      "\(day) is before the last step of \(name), on \(last)."
    case .inTheFuture(let name, let day, let today):
      "\(name) cannot have been changed on \(day): today is \(today)."
    case .reasonMissing(let name): "Reopening \(name) needs a reason."
    case .stoodOn(let name, let later):
      "\(name) was \(later.rawValue) after this step, which cannot be undone before that."
    case .meanwhile(let name): "The project changed while \(name) was checked."
    }
  }

  package var hint: String? {
    switch self {
    case .wrongState(let name, .open, let wanted) where wanted != .reopened:
      "lock it first: blues report period lock \(name)"
    case .wrongState(let name, .locked, .accepted):
      "submit it first: blues report period submit \(name)"
    case .wrongState(let name, .submitted, .locked), .wrongState(let name, .accepted, .locked),
      .wrongState(let name, .accepted, .submitted):
      "reopen it first: blues report period reopen \(name) --because \"…\""
    case .wrongState(let name, _, _): "see blues report period show \(name)"
    case .before, .inTheFuture: "give the day it happened with --on"
    case .stoodOn(let name, .reopened): "see blues report period show \(name)"
    case .stoodOn(let name, _):
      "open it again with the reason: blues report period reopen \(name) --because \"…\""
    case .meanwhile(let name): "try again: blues report period lock \(name)"
    case .reasonMissing(let name): "blues report period reopen \(name) --because \"…\""
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .wrongState, .stoodOn, .meanwhile: .conflict
    case .before, .inTheFuture, .reasonMissing: .usage
    }
  }
}
