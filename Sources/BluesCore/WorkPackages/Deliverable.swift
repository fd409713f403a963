package import Basics
internal import Documents

/// A document or thing owed to the Agency, such as `D3.1`.
package struct Deliverable: Record {
  /// What was recorded of it; never inferred from the calendar.
  package enum State: String, RecordWord {
    case pending, submitted, accepted, rejected
  }

  package let code: DeliverableCode
  package var title: String
  package var description: String?
  package var lead: String?
  package var type: String?
  package var level: String?
  package var due = Due.month(.first)
  package var state = State.pending
  package var submittedOn: Day?
  package var decidedOn: Day?
  /// Why it is late, as the Agency is told.
  package var justification: String?
  /// Why its due date changes; kept with the change, not with the deliverable.
  var dueReason: String?
  /// Which version the Agency has or awaits: one more after each rejection.
  package private(set) var round = 1
  package private(set) var dueOn = Day(number: 0)
  package private(set) var standing = Standing.done

  package init(code: DeliverableCode) {
    self.code = code
    title = code.description
  }

  package var isLate: Bool { standing.isLate }

  package static let register = Register<Deliverable>(
    noun: "deliverable", path: "workpackage deliverable", example: "D1.1", heading: "No",
    headings:
      "no,number,deliverable,deliverable number,rel no,deliverable no\(HeadingWords.deliverable)",
    table: .parts("deliverable", of: WorkPackage.target),
    attributes: [
      .title(
        "title", \.title, "Title", "Its title.",
        headings: "name,deliverable name,deliverable title\(HeadingWords.title)"
      ),
      .whole(
        "work_package", "WP",
        headings: "wp,wp no,work package number,workpackage\(HeadingWords.workPackage)"
      ) {
        $0.code.workPackage
      },
      .reference(
        "lead", \.lead, to: Partner.target, of: "deliverable", "Lead", "The partner that leads.",
        headings: "leader,lead beneficiary,lead partner,responsible\(HeadingWords.lead)"),
      .code(
        "type", \.type, in: "deliverable-type", "Type", "Its type, such as R, DEM, DEC or OTHER.",
        headings: "nature,deliverable type\(HeadingWords.kind)"),
      .code(
        "level", \.level, in: "dissemination-level", "Level",
        "Its dissemination level, such as PU, CO or CI.",
        headings: "dissemination level,dissemination"),
      .due(
        \.due,
        headings:
          "due month,due date,due date in months,delivery month,delivery date,month,deadline\(HeadingWords.due)"
      ),
      .computed("due_on", "Due on", "The day it is due.", kind: .day) { .day($0.dueOn) },
      .word(
        "state", \.state, "State", "What was recorded.", headings: "status\(HeadingWords.state)",
        uses: [.shown, .listed]),
      .day(
        "submitted_on", \.submittedOn, "Submitted", "The day it was sent.",
        headings: "submitted,submission date,actual submission date\(HeadingWords.submitted)",
        uses: .listed),
      .day(
        "decided_on", \.decidedOn, "Decided", "The day the Agency decided.",
        headings: "decided,approval date", uses: .listed),
      .computed("standing", "Standing", Standing.help, kind: .text) { $0.standing.cell },
      .late(\.standing), .daysLate(\.standing),
      .text(
        "justification", \.justification, "Justification", "Why it is late, for the Agency.",
        headings: "justification of delay,reason of delay\(HeadingWords.justification)",
        uses: .hidden),
      .reason(
        "because", \.dueReason, "Because", "Why the due date changes.",
        headings: "reason of change,reason for change,reason\(HeadingWords.reason)"),
      .computed(
        "round", "Round",
        "Which version the Agency has or awaits: 1, and one more after each "
          + "rejection.", kind: .number, shown: false
      ) { .integer($0.round) },
      .text(
        "description", \.description, "Description", "What it contains.",
        headings: "short description\(HeadingWords.description)", uses: .hidden),
    ],
    filters: [
      RecordFilter(
        name: "late", help: "Only those that are late, the oldest first.",
        title: "Late deliverables",
        empty: "Nothing is late.", holds: \.isLate, precedes: { $0.dueOn < $1.dueOn })
    ],
    parts: [RecordPart(table: "deliverable_step", column: "deliverable_id")], hasStory: true,
    words: RecordWords(
      added: { ", due \($0.due.told($0.dueOn))" },
      doubts: { one, project in [one.due.doubt(of: one.code, in: project)].compactMap(\.self) },
      slips: { was, now, store in
        try PlanSlips(of: store).after(was, due: now.due).map(\.told)
      }),
    rules: RecordRules(
      selections: [
        """
        (SELECT count(*) FROM deliverable_step
         WHERE deliverable_id = deliverable.id AND step = 'rejected') AS rejections
        """
      ],
      derive: { context in
        { deliverable, row in
          deliverable.round = try row.stored("rejections") + 1
          deliverable.dueOn = deliverable.due.day(projectStart: context.project.start)
          let isOwed = deliverable.state == .pending || deliverable.state == .rejected
          deliverable.standing = Standing(
            due: deliverable.dueOn, doneOn: isOwed ? nil : deliverable.submittedOn,
            today: context.today)
        }
      }, check: check, follow: follow),
    together: [["state", "submitted_on", "decided_on"]], details: details)

  private static func check(
    _ deliverable: inout Deliverable, _ was: Deliverable?, _ said: inout Changes,
    _ context: RecordContext
  ) throws {
    try completeDue(&deliverable.due, was == nil, said, context) {
      try WorkPackage.months(of: deliverable.code.workPackage, context).end
    }
    try checkState(&deliverable, was, said)
    if deliverable.justification != was?.justification {
      do {
        try PeriodLock(context.db).refuse(
          "the justification of \(deliverable.code)",
          on: deliverable.due.day(projectStart: context.project.start))
      } catch let problem as PeriodLockProblem {
        throw AttributeProblem(attribute: "justification", problem: problem)
      }
    }
    if deliverable.dueReason != nil, deliverable.due == was?.due, case .options = context.origin {
      throw AttributeProblem(
        attribute: "because", problem: PlanProblem.nothingMoved(deliverable.code))
    }
  }
}

extension Store {
  package var deliverables: Records<Deliverable> { records() }
}
