package import Basics
internal import Documents
internal import GRDB

/// The code of an action, `ACT4`.
package struct ActionCode: NumberedCode {
  package static let form = CodeForm("ACT", "action", example: "ACT4")
  package static let largest = largestOfCopies
  package let number: Int

  package init(checked number: Int) { self.number = number }
}

/// What a partner was asked to do, at a meeting or between two, until a day.
package struct ActionPoint: Record {
  package let code: ActionCode
  package var title: String
  /// The activity that was the meeting.
  package var meeting: String?
  package var owner: String?
  package var dueOn: Day?
  package var doneOn: Day?
  package var note: String?
  /// Nil for what is open and has no day.
  package private(set) var standing: Standing?

  package init(code: ActionCode) {
    self.code = code
    title = code.description
  }

  package var isOpen: Bool { doneOn == nil }
  package var isLate: Bool { standing?.isLate ?? false }

  package static let register = Register<ActionPoint>(
    noun: "action", path: "workpackage action", example: "ACT1", heading: "No",
    headings: "no,number,action no\(HeadingWords.number)", table: .numbered("action"),
    attributes: [
      .title(
        "title", \.title, "Action", "What is to be done.",
        headings: "action,text,description,to do,task\(HeadingWords.action)"),
      .reference(
        "meeting", \.meeting, to: Activity.target, of: "action", "Meeting",
        "The meeting, an activity such as A3.", headings: "activity\(HeadingWords.meeting)"
      ).ranked(.minor),
      .reference(
        "owner", \.owner, to: Partner.target, of: "action", "Owner", "The partner that does it.",
        headings: "responsible,who,partner\(HeadingWords.lead)"),
      .day(
        "due_on", \.dueOn, "Due", "The day it is to be done.",
        headings: "due,due date,deadline,until,by when\(HeadingWords.due)", option: "due"),
      .day(
        "done_on", \.doneOn, "Done", "The day it was done.",
        headings: "done,completed,completed on\(HeadingWords.done)", uses: .listed),
      .computed("standing", "Standing", Standing.help, kind: .text) { action in
        action.standing?.cell ?? .text("open")
      },
      .computed(
        "late", "Late", "Whether it is due and not done.", kind: .flag, shown: false
      ) { .flag($0.isLate) },
      .computed(
        "days_late", "Days late", "How many days after the due date it is, or was done.",
        kind: .number, shown: false
      ) { $0.standing?.daysLate.map { .integer($0) } ?? .empty },
      .text("note", \.note, "Note", "A remark.", headings: HeadingWords.note, uses: .hidden),
    ],
    filters: [
      RecordFilter(
        name: "open", help: "Only those that are not done, the first due first.",
        title: "Open actions", empty: "No action is open.", holds: \.isOpen,
        precedes: isDueBefore),
      RecordFilter(
        name: "late", help: "Only those that are late, the oldest first.", title: "Late actions",
        empty: "Nothing is late.", holds: \.isLate, precedes: isDueBefore),
    ],
    rules: RecordRules(derive: { context in
      { action, _ in
        action.standing =
          if let due = action.dueOn {
            Standing(due: due, doneOn: action.doneOn, today: context.today)
          } else {
            action.doneOn.map { _ in .done }
          }
      }
    }))

  /// What has no day comes last.
  private static let isDueBefore: @Sendable (ActionPoint, ActionPoint) -> Bool = { one, other in
    guard let due = one.dueOn else { return false }
    return other.dueOn.map { due < $0 } ?? true
  }
}

extension Records where R == ActionPoint {
  /// Records that actions were done on a day; without a note the earlier one stays.
  package func finish(
    _ codes: [ActionCode], on day: Day, note: String? = nil
  ) throws -> [ActionPoint] {
    if let code = codes.first { try store.checkHappened(code.description, on: day) }
    return try step(codes, told: { "done \($0) on \(day)" }) { write, id, action in
      if let earlier = action.doneOn { throw ActionProblem.alreadyDone(action.code, on: earlier) }
      try write.db.execute(
        sql: "UPDATE action SET done_on = ?, note = coalesce(?, note) WHERE id = ?",
        arguments: [day, note, id])
    }
  }
}

/// Why an action cannot be moved on.
package enum ActionProblem: Problem, Equatable {
  case alreadyDone(ActionCode, on: Day)

  package var message: String {
    switch self {
    case .alreadyDone(let code, let day): "\(code) was done on \(day)."
    }
  }

  package var hint: String? { "blues undo reverses a mistake" }
  package var kind: ProblemKind { .conflict }
}

extension Store {
  package var actions: Records<ActionPoint> { records() }
}
