package import Basics
internal import Documents
internal import GRDB

/// The code of a decision, `DEC4`.
package struct DecisionCode: NumberedCode {
  package static let form = CodeForm("DEC", "decision", example: "DEC4")
  package let number: Int

  package init(checked number: Int) { self.number = number }
}

/// What the partners decided, at a meeting or between two.
package struct Decision: Record {
  package let code: DecisionCode
  package var title: String
  /// The activity that was the meeting.
  package var meeting: String?
  package var decidedOn: Day?
  package var note: String?

  package init(code: DecisionCode) {
    self.code = code
    title = code.description
  }

  package static let register = Register<Decision>(
    noun: "decision", path: "workpackage decision", example: "DEC1", heading: "No",
    headings: "no,number,decision no\(HeadingWords.number)", table: .numbered("decision"),
    attributes: [
      .title(
        "title", \.title, "Decision", "What was decided.",
        headings: "decision,text,description\(HeadingWords.decision)"),
      .reference(
        "meeting", \.meeting, to: Activity.target, of: "decision", "Meeting",
        "The meeting, an activity such as A3.", headings: "activity\(HeadingWords.meeting)"),
      .day(
        "decided_on", \.decidedOn, "On", "The day; default: the last of the meeting.",
        headings: "date,decided,on\(HeadingWords.firstDay)", option: "on", isPast: true),
      .text("note", \.note, "Note", "A remark.", headings: HeadingWords.note, uses: .hidden),
    ],
    rules: RecordRules(check: { decision, was, said, context in
      guard was == nil, !said.says("decided_on") else { return }
      decision.decidedOn = try Activity.lastDay(of: decision.meeting, context)
    }))
}

extension Activity {
  /// The last day of the activity with a code, where it has a day.
  static func lastDay(of code: String?, _ context: RecordContext) throws -> Day? {
    guard let code else { return nil }
    return try Row.fetchOne(
      context.db, sql: "SELECT coalesce(ends_on, starts_on) FROM activity WHERE id = ?",
      arguments: [context.id(code, in: target)]
    ).flatMap { try $0.storedOrNil(0, "ends_on") }
  }
}

extension Store {
  package var decisions: Records<Decision> { records() }
}
