package import Basics
package import Documents
internal import GRDB

/// One thing that happened to a deliverable.
package struct DeliverableStep: Sendable, Equatable {
  package let step: String
  package let on: Day
  package let oldDue: String?
  package let newDue: String?
  package let note: String?
  /// Which version it was about; nil where it was about none.
  package var round: Int?
}

/// What happened to a deliverable, and the due dates it had before amendments.
package struct DeliverableStory: Sendable, Equatable {
  package let steps: [DeliverableStep]
  package let earlier: [EarlierDue]

  /// A due date as it was before an amendment moved the project's start.
  package struct EarlierDue: Sendable, Equatable {
    package let amendment: Int
    package let day: Day
  }
}

extension Records where R == Deliverable {
  package func story(_ code: DeliverableCode) throws -> DeliverableStory {
    try store.read { db in
      let found = try Deliverable.register.one(
        code, RecordContext(db, store.invocation, store.hooks))
      let steps = try Deliverable.steps(of: found.id, db)
      let earlier = try Amendment.all(db).compactMap { amendment in
        Deliverable.due(of: found.record, before: amendment, steps)
      }
      return DeliverableStory(steps: steps, earlier: earlier)
    }
  }
}

extension Deliverable {
  /// The day a due month fell on before an amendment moved the start; postponements made since
  /// are wound back.
  fileprivate static func due(
    of deliverable: Deliverable, before amendment: Amendment, _ steps: [DeliverableStep]
  ) -> DeliverableStory.EarlierDue? {
    guard amendment.oldStart != amendment.newStart else { return nil }
    let moved = steps.first { $0.oldDue != nil && $0.on >= amendment.madeOn }?.oldDue
    guard case .month(let month) = moved.flatMap(Due.init) ?? deliverable.due else { return nil }
    return .init(
      amendment: amendment.number, day: month.lastDay(projectStart: amendment.oldStart))
  }

  fileprivate static func steps(of id: Int64, _ db: Database) throws -> [DeliverableStep] {
    var round = 1
    return try Row.fetchAll(
      db,
      sql: """
        SELECT step, happened_on, old_due, new_due, note FROM deliverable_step
        WHERE deliverable_id = ? ORDER BY id
        """,
      arguments: [id]
    )
    .map { row in
      var step = DeliverableStep(
        step: try row.stored(0, "step"), on: try row.stored(1, "happened_on"),
        oldDue: try row.storedOrNil(2, "old_due"), newDue: try row.storedOrNil(3, "new_due"),
        note: try row.storedOrNil(4, "note"))
      if State(rawValue: step.step) != nil { step.round = round }
      // A rejected version is followed by another one.
      if step.step == State.rejected.rawValue { round += 1 }
      return step
    }
  }

  /// Its story, as its page shows it.
  static func details(_ deliverable: Deliverable, _ store: Store) throws -> [Block] {
    let story = try store.deliverables.story(deliverable.code)
    var blocks: [Block] = []
    if !story.earlier.isEmpty {
      blocks += [
        .section("Due before amendments"),
        .table(
          Table(
            noun: "earlier_due",
            fields: [
              Field("amendment", "Amendment") { .integer($0.amendment) },
              Field("due_on", "Due on") { .day($0.day) },
            ], rows: story.earlier)),
      ]
    }
    return blocks + [
      .section("What happened"),
      .table(
        Table(
          noun: "steps", emptySentence: "Nothing yet.", fields: DeliverableStep.fields,
          rows: story.steps)),
    ]
  }
}

extension DeliverableStep {
  package static let fields: [Field<DeliverableStep>] = [
    Field("on", "On") { .day($0.on) },
    // A postponement has its justification.
    Field("step", "Step") {
      .text($0.step == "postponed" && $0.note == nil ? "moved" : $0.step)
    },
    Field("round", "Round") { $0.round.map { .integer($0) } ?? .empty },
    Field("old_due", "Due before") { .text(orEmpty: $0.oldDue) },
    Field("new_due", "Due") { .text(orEmpty: $0.newDue) },
    Field("note", "Note") { .text(orEmpty: $0.note) },
  ]
}
