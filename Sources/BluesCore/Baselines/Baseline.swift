package import Basics
package import Documents
internal import GRDB

/// The plan as it once was, kept under a name.
package struct Baseline: Sendable, Equatable {
  package let name: String
  package let takenOn: Day
  package let note: String?
  package let plan: PlanSnapshot

  package static let fields: [Field<Baseline>] = [
    Field("name", "Name", rank: .key) { .text($0.name) },
    Field("taken_on", "Taken", kind: .day) { .day($0.takenOn) },
    Field("deliverables", "Deliverables", kind: .number) {
      .integer($0.plan[.deliverable].count)
    },
    Field("milestones", "Milestones", kind: .number) { .integer($0.plan[.milestone].count) },
    Field("note", "Note", rank: .main) { .text(orEmpty: $0.note) },
  ]
}

/// Why a baseline cannot be taken or found.
package enum BaselineProblem: Problem, Equatable {
  case taken(String)
  case unknown(String, known: [String])
  case nameless

  package var message: String {
    switch self {
    case .taken(let name): "A baseline \"\(name)\" already exists."
    case .unknown(let name, _): "Unknown baseline: \(name)."
    case .nameless: "A baseline needs a name."
    }
  }

  package var hint: String? {
    switch self {
    case .taken(let name): "choose another name, or blues project baseline remove \"\(name)\""
    case .unknown(_, let known):
      known.isEmpty
        ? "blues project baseline take NAME" : "known: \(known.joined(separator: ", "))"
    case .nameless: "blues project baseline take NAME"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .taken: .conflict
    case .unknown: .notFound
    case .nameless: .usage
    }
  }
}

/// The baselines of a project.
package struct Baselines: Sendable {
  let store: Store

  package func all() throws -> [Baseline] { try store.read { try Self.fetch($0) } }

  /// - Throws: `BaselineProblem.unknown` where there is none of the name.
  package func one(_ name: String) throws -> Baseline {
    try store.read { try Self.find(name, $0) }
  }

  package func names() throws -> [String] {
    try store.read { try String.fetchAll($0, sql: "SELECT name FROM baseline ORDER BY id") }
  }

  /// The plan as it is now.
  package func now() throws -> PlanSnapshot {
    try store.read { try .of(RecordContext($0, store.invocation, store.hooks)) }
  }

  /// Keeps the plan as it is under a name.
  package func take(_ name: String, note: String? = nil, on day: Day) throws -> Baseline {
    try store.write { write in
      let taken = try Self.take(name, note, day, write)
      write.records("took the baseline \(taken.name)", affecting: [taken.name])
      return taken
    }
  }

  package func remove(_ name: String) throws {
    try store.write { write in
      let known = try Self.find(name, write.db)
      try write.db.execute(sql: "DELETE FROM baseline WHERE name = ?", arguments: [known.name])
      write.records("removed the baseline \(known.name)", affecting: [known.name])
    }
  }

  private static func take(
    _ name: String, _ note: String?, _ day: Day, _ write: Transaction
  ) throws -> Baseline {
    let name = CellText.trimmed(name)
    guard !name.isEmpty else { throw BaselineProblem.nameless }
    if try Bool.fetchOne(
      write.db, sql: "SELECT EXISTS (SELECT 1 FROM baseline WHERE name = ?)", arguments: [name])
      == true
    {
      throw BaselineProblem.taken(name)
    }
    let plan = try PlanSnapshot.of(RecordContext(write.db, write.invocation, write.hooks))
    try write.db.execute(
      sql: "INSERT INTO baseline (id, name, taken_on, note, plan) VALUES (?, ?, ?, ?, ?)",
      arguments: [write.nextID("baseline"), name, day, note, plan.json()])
    return Baseline(name: name, takenOn: day, note: note, plan: plan)
  }

  private static func find(_ name: String, _ db: Database) throws -> Baseline {
    let all = try fetch(db, "WHERE name = ?", [CellText.trimmed(name)])
    guard let found = all.first else {
      let known = try String.fetchAll(db, sql: "SELECT name FROM baseline ORDER BY id")
      throw BaselineProblem.unknown(name, known: known)
    }
    return found
  }

  private static func fetch(
    _ db: Database, _ clause: String = "", _ arguments: StatementArguments = []
  ) throws -> [Baseline] {
    try Row.fetchAll(
      db, sql: "SELECT id, name, taken_on, note, plan FROM baseline \(clause) ORDER BY id",
      arguments: arguments
    ).map { row in
      Baseline(
        name: try row.value("name"), takenOn: try row.value("taken_on"),
        note: try row.value("note"),
        plan: try PlanSnapshot(json: row.value("plan"), of: row.value("id")))
    }
  }
}

extension Baselines {
  /// What an amendment did, and what it did with things that ended with the project.
  package struct Amended: Sendable, Equatable {
    package let amendment: Amendment
    package let ends: ProjectEnds
    package let movedEnds: Bool
  }

  /// Amends the project's dates; the plan of before is kept as a baseline of the amendment's name.
  ///
  /// What ended with the project moves with its end where that is asked for.
  package func amend(
    start: Day?, end: Day?, reason: String, on day: Day, movingEnds: Bool = false
  ) throws -> Amended {
    var ends = ProjectEnds()
    let amendment = try store.project.amend(
      start: start, end: end, reason: reason, on: day,
      before: { write, number in
        var name = "before amendment \(number)"
        let known = try String.fetchAll(write.db, sql: "SELECT name FROM baseline")
        while known.contains(name) { name += "'" }
        _ = try Self.take(name, reason, day, write)
      },
      after: { write, was in
        let context = try RecordContext(write.db, write.invocation, write.hooks)
        ends = try ProjectEnds(of: was, context)
        guard movingEnds, context.project.lastMonth != was.lastMonth else { return }
        try ends.move(to: context.project.lastMonth, because: reason, write, context)
      })
    return Amended(amendment: amendment, ends: ends, movedEnds: movingEnds)
  }
}

extension Store {
  package var baselines: Baselines { Baselines(store: self) }
}
