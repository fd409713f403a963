package import Basics
internal import Documents
internal import GRDB

/// A record that verbs of its own move from state to state, such as a risk that occurs.
///
/// What was recorded is never inferred; the state has its day, and a note of what happened.
package protocol StatefulRecord: Record {
  associatedtype State: RecordWord
  var state: State { get set }
  var stateOn: Day? { get set }
  var note: String? { get set }
}

extension Attribute where R: StatefulRecord {
  /// The state with its day and note; lists may say them, options only the note.
  static func states(
    _ state: any WritableKeyPath<R, R.State> & Sendable,
    _ stateOn: any WritableKeyPath<R, Day?> & Sendable,
    _ note: any WritableKeyPath<R, String?> & Sendable, bad: R.State
  ) -> [Attribute] {
    [
      .word(
        "state", state, "State", "What was recorded.", headings: "status\(HeadingWords.state)",
        uses: [.shown, .listed],
        cell: { .state($0.rawValue, $0 == bad ? .bad : .plain) }),
      .day("state_on", stateOn, "Since", "The day of the state.", uses: .listed),
      .text(
        "note", note, "Note", "What happened and what was done.", headings: HeadingWords.note,
        uses: .hidden),
    ]
  }
}

extension Records where R: StatefulRecord {
  /// Records what became of records on a day; without a note the earlier one stays.
  package func move(
    _ codes: [R.Code], to state: R.State, on day: Day, note: String?
  ) throws -> [R] {
    let today = store.invocation.today
    if let code = codes.first, day > today {
      throw RecordProblem.inTheFuture(code.description, on: day, today: today)
    }
    return try step(codes, told: { "\(state.rawValue) \($0) on \(day)" }) { write, id, _ in
      try write.db.execute(
        sql: """
          UPDATE \(R.register.table.name)
          SET state = ?, state_on = ?, note = coalesce(?, note) WHERE id = ?
          """,
        arguments: [state.rawValue, day, note, id])
    }
  }
}
