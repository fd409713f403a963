package import Basics
internal import Documents

/// A task of a work package, such as `T3.2`.
package struct PlanTask: Record {
  package let code: TaskCode
  package var title: String
  package var lead: String?
  package var startMonth = ProjectMonth.first
  package var endMonth = ProjectMonth.first
  package private(set) var startsOn = Day(number: 0)
  package private(set) var endsOn = Day(number: 0)

  package init(code: TaskCode) {
    self.code = code
    title = code.description
  }

  /// How others refer to tasks.
  static let target = RecordTarget(
    noun: "task", command: "workpackage task", table: "task",
    code: "'T' || \(workPackageNumber) || '.' || target.number",
    order: "\(workPackageNumber), target.number",
    key: { try? TaskCode(listed: $0).description },
    unknown: {
      RecordProblem.unknown($0, noun: "task", known: $1, command: "workpackage task")
    })

  /// The SQL of the number of its work package.
  private static let workPackageNumber =
    "(SELECT number FROM work_package WHERE id = target.work_package_id)"

  package static let register = Register<PlanTask>(
    noun: "task", path: "workpackage task", example: "T1.1", heading: "Task",
    headings:
      "no,number,task,task number\(HeadingWords.task)",
    table: .parts("task", of: WorkPackage.target),
    attributes: [
      .title(
        "title", \.title, "Title", "Its title.", headings: "name,task title\(HeadingWords.title)"),
      .reference(
        "lead", \.lead, to: Partner.target, of: "task", "Lead", "The partner that leads.",
        headings: "leader,lead beneficiary,lead partner\(HeadingWords.lead)"),
      .month(
        "start_month", \.startMonth, "From", "The first project month, such as M1.",
        headings: "start,from\(HeadingWords.start)", option: "start"),
      .month(
        "end_month", \.endMonth, "To", "The last project month, such as M6.",
        headings: "end,to\(HeadingWords.end)",
        option: "end"),
      .computed(
        "starts_on", "Starts", "The first day of its first month.", kind: .day, shown: false
      ) { .day($0.startsOn) },
      .computed("ends_on", "Ends", "The last day of its last month.", kind: .day, shown: false) {
        .day($0.endsOn)
      },
    ],
    rules: RecordRules(
      derive: { context in
        let start = context.project.start
        return { task, _ in
          task.startsOn = task.startMonth.firstDay(projectStart: start)
          task.endsOn = task.endMonth.lastDay(projectStart: start)
        }
      },
      check: { task, was, said, context in
        // A new task runs as long as its work package where nothing is said.
        let whole = try was == nil ? WorkPackage.months(of: task.code.workPackage, context) : nil
        try checkMonths(of: task.code, &task.startMonth, &task.endMonth, said, otherwise: whole)
      }))
}

extension Store {
  package var tasks: Records<PlanTask> { records() }
}
