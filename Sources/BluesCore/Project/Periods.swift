package import Basics
internal import GRDB

/// The reporting periods of a project.
package struct Periods: Sendable {
  let store: Store

  package func all() throws -> [Period] { try store.read { try Period.all($0) } }

  /// Adds the period after the last one; without a first month it follows that one.
  ///
  /// - Throws: `PeriodProblem` where it would overlap another or run backwards.
  package func add(from start: ProjectMonth?, to end: ProjectMonth) throws -> Period {
    try store.write { write in
      let all = try Period.all(write.db)
      let next = all.last.map { $0.endMonth.number + 1 } ?? 1
      let period = Period(
        number: (all.last?.number ?? 0) + 1,
        startMonth: start ?? ProjectMonth(number: next) ?? .first, endMonth: end)
      try Self.check(period, all)
      try Self.put(period, isNew: true, write)
      write.records(
        "added \(period.name): \(period.startMonth) to \(period.endMonth)",
        affecting: [period.name])
      return period
    }
  }

  package func set(
    _ name: String, from start: ProjectMonth?, to end: ProjectMonth?
  ) throws -> Period {
    guard start != nil || end != nil else { throw PeriodProblem.nothingToSet }
    return try store.write { write in
      let all = try Period.all(write.db)
      let was = try Self.period(name, all)
      try PeriodLock(write.db).refuse("its months", in: was)
      let period = Period(
        number: was.number, startMonth: start ?? was.startMonth, endMonth: end ?? was.endMonth)
      try Self.check(period, all)
      try Self.put(period, isNew: false, write)
      write.records(
        "changed \(period.name): \(period.startMonth) to \(period.endMonth)",
        affecting: [period.name])
      return period
    }
  }

  /// Removes the last period, so that the others keep their numbers.
  package func remove(_ name: String) throws {
    try store.write { write in
      let all = try Period.all(write.db)
      let period = try Self.period(name, all)
      guard let last = all.last, period == last else { throw PeriodProblem.notLast(period.name) }
      let id = try Int64.fetchOne(
        write.db, sql: "SELECT id FROM period WHERE number = ?", arguments: [period.number])
      let users = try References.users(of: "period", id: id ?? 0, in: write.db)
      guard users.isEmpty else { throw PeriodProblem.inUse(period.name) }
      try write.db.execute(sql: "DELETE FROM period WHERE number = ?", arguments: [period.number])
      write.records("removed \(period.name)", affecting: [period.name])
    }
  }

  /// Writes a period that was checked.
  static func put(_ period: Period, isNew: Bool, _ write: Transaction) throws {
    guard isNew else {
      return try write.db.execute(
        sql: "UPDATE period SET start_month = ?, end_month = ? WHERE number = ?",
        arguments: [period.startMonth.number, period.endMonth.number, period.number])
    }
    try write.db.execute(
      sql: "INSERT INTO period (id, number, start_month, end_month) VALUES (?, ?, ?, ?)",
      arguments: [
        write.nextID("period"), period.number, period.startMonth.number, period.endMonth.number,
      ])
  }

  static func check(_ period: Period, _ all: [Period]) throws {
    guard period.startMonth <= period.endMonth else { throw PeriodProblem.backwards(period.name) }
    let other = all.first {
      $0.number != period.number && $0.startMonth <= period.endMonth
        && period.startMonth <= $0.endMonth
    }
    if let other { throw PeriodProblem.overlaps(period.name, with: other.name) }
  }
}

/// Why a reporting period cannot be added, changed or removed.
package enum PeriodProblem: Problem, Equatable {
  case unknown(String, known: [String])
  case backwards(String)
  case overlaps(String, with: String)
  case notLast(String)
  case inUse(String)
  case nothingToSet

  package var message: String {
    switch self {
    case .unknown(let name, _): "Unknown period: \(name)."
    case .backwards(let name): "\(name) would end before it starts."
    case .overlaps(let name, let other): "\(name) would overlap \(other)."
    case .notLast(let name): "\(name) is not the last period, and the others keep their numbers."
    case .inUse(let name): "\(name) is still in use."
    case .nothingToSet: "There is nothing to change."
    }
  }

  package var hint: String? {
    switch self {
    case .unknown(_, let known):
      known.isEmpty
        ? "blues project period add --to M12" : "known: \(known.joined(separator: ", "))"
    case .backwards, .nothingToSet: "give --from and --to as project months, such as M13"
    case .overlaps(_, let other):
      "change the months of \(other) first, as in blues project period set \(other) --to M12"
    case .notLast(let name):
      "change its months instead, as in blues project period set \(name) --to M12"
    case .inUse(let name):
      "change its months instead, as in blues project period set \(name) --to M12"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .unknown: .notFound
    case .backwards, .nothingToSet: .usage
    case .overlaps, .notLast, .inUse: .conflict
    }
  }
}

extension Store {
  package var periods: Periods { Periods(store: self) }
}
