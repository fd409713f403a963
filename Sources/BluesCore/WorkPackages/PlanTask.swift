package import Basics
internal import Documents

/// A task of a work package, such as `T3.2`.
package struct PlanTask: Record {
  package let code: TaskCode
  package var title: String
  package var lead: String?
  package var startMonth = ProjectMonth.first
  package var endMonth = ProjectMonth.first
  /// The tasks that it begins after.
  package var after: [TaskCode] = []
  /// The tasks that begin after it.
  package private(set) var followedBy: [TaskCode] = []
  /// Those that it begins after and that end only once it has begun.
  private var overlaps: [TaskLink] = []
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
        "title", \.title, "Title", "Its title.",
        headings: "name,task name,task title\(HeadingWords.title)"),
      .whole(
        "work_package", "WP",
        headings: "wp,wp no,work package number,workpackage\(HeadingWords.workPackage)"
      ) {
        $0.code.workPackage
      },
      .reference(
        "lead", \.lead, to: Partner.target, of: "task", "Lead", "The partner that leads.",
        headings: "leader,lead beneficiary,lead partner,responsible\(HeadingWords.lead)"),
      .month(
        "start_month", \.startMonth, "From", "The first project month, such as M1.",
        headings: "start,from,start in months,first month\(HeadingWords.start)", option: "start"),
      .month(
        "end_month", \.endMonth, "To", "The last project month, such as M6.",
        headings: "end,to,end in months,last month\(HeadingWords.end)",
        option: "end"),
      .references(
        "after", \.after,
        RecordLinks(
          table: "follower_task", owner: "task", other: "after_id", target: target,
          isOrderedByTarget: true),
        "After", "A task that it begins after; may be repeated.",
        headings: "predecessor,predecessors,depends on,dependencies\(HeadingWords.predecessor)",
        option: "after"),
      .computed(
        "followed_by", "Followed by", "The tasks that begin after it.", kind: .list, shown: false
      ) { .list($0.followedBy.map(\.description)) },
      .computed(
        "starts_on", "Starts", "The first day of its first month.", kind: .day, shown: false
      ) { .day($0.startsOn) },
      .computed("ends_on", "Ends", "The last day of its last month.", kind: .day, shown: false) {
        .day($0.endsOn)
      },
    ],
    words: RecordWords(
      doubts: { task, project in
        doubts(about: task.code, task.startMonth, task.endMonth, in: project)
          + task.overlaps.map {
            "\(task.code) begins in \(task.startMonth), before \($0.after) ends in \($0.afterEnd)."
          }
      },
      slips: { was, now, store in
        try PlanSlips(of: store).after(was, endingIn: now.endMonth).map(\.told)
      }),
    rules: RecordRules(
      derive: { context in
        let start = context.project.start
        let links = try TaskLink.all(context.db)
        return { task, _ in
          task.followedBy = links.filter { $0.after == task.code }.map(\.task)
          task.overlaps = links.filter { $0.task == task.code && $0.afterEnd >= task.startMonth }
          task.startsOn = task.startMonth.firstDay(projectStart: start)
          task.endsOn = task.endMonth.lastDay(projectStart: start)
        }
      },
      check: { task, was, said, context in
        // A new task runs as long as its work package where nothing is said.
        let whole = try was == nil ? WorkPackage.months(of: task.code.workPackage, context) : nil
        try checkMonths(of: task.code, &task.startMonth, &task.endMonth, said, otherwise: whole)
        try refuseRing(task, said, context)
      }))
}

extension Store {
  package var tasks: Records<PlanTask> { records() }
}
