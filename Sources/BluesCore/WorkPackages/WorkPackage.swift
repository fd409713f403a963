package import Basics
internal import Documents
internal import GRDB

/// A work package of the grant agreement, with how its deliverables stand.
package struct WorkPackage: Record {
  package let code: WorkPackageCode
  package var title: String
  package var lead: String?
  package var startMonth = ProjectMonth.first
  package var endMonth = ProjectMonth.first
  package var participants: String?
  package var objectives: String?
  /// The planned person-months that the grant's table of work packages states.
  package var personMonths: PersonMonths?
  package private(set) var deliverables = 0
  package private(set) var delivered = 0
  package private(set) var late = 0
  package private(set) var startsOn = Day(number: 0)
  package private(set) var endsOn = Day(number: 0)

  package init(code: WorkPackageCode) {
    self.code = code
    title = code.description
  }

  /// How others refer to work packages.
  static let target = RecordTarget.numbered(
    WorkPackageCode.self, table: "work_package", command: "workpackage")

  package static let register = Register<WorkPackage>(
    noun: "work package", key: "workpackages", path: "workpackage", example: "WP3", heading: "WP",
    headings: "no,number,wp,work package,work package number\(HeadingWords.workPackage)",
    table: .numbered("work_package"),
    attributes: [
      .title(
        "title", \.title, "Title", "Its title.",
        headings: "name,work package title\(HeadingWords.title)"),
      .reference(
        "lead", \.lead, to: Partner.target, of: "work_package", "Lead", "The partner that leads.",
        headings: "leader,lead beneficiary,lead partner,wp leader\(HeadingWords.lead)"),
      .month(
        "start_month", \.startMonth, "From", "The first project month, such as M1.",
        headings: "start,from,start m\(HeadingWords.start)", option: "start"),
      .month(
        "end_month", \.endMonth, "To", "The last project month, such as M24.",
        headings: "end,to,end m\(HeadingWords.end)", option: "end"),
      .computed(
        "starts_on", "Starts", "The first day of its first month.", kind: .day, shown: false
      ) { .day($0.startsOn) },
      .computed("ends_on", "Ends", "The last day of its last month.", kind: .day, shown: false) {
        .day($0.endsOn)
      },
      .computed("deliverables", "Deliverables", "How many deliverables it has.", kind: .number) {
        .integer($0.deliverables)
      }.ranked(.minor),
      .computed(
        "delivered", "Delivered", "How many of them are submitted or accepted.", kind: .number
      ) { .integer($0.delivered) }.ranked(.minor),
      .computed("late", "Late", "How many of them are late.", kind: .number) {
        .integer($0.late, $0.late == 0 ? .plain : .bad)
      }.ranked(.key),
      .personMonths(
        "person_months", \.personMonths, "Person-months",
        "The planned person-months that the grant states, such as 14.50.",
        headings: "person months,pm,pms,total person months\(HeadingWords.personMonths)"),
      .text(
        "participants", \.participants, "Participants", "The partners that take part, in words.",
        headings: "partners,participating partners\(HeadingWords.participants)", uses: .hidden),
      .text(
        "objectives", \.objectives, "Objectives", "What it is for.",
        headings: "objective,goals,description\(HeadingWords.objectives)", uses: .hidden),
    ],
    words: RecordWords(doubts: { doubts(about: $0.code, $0.startMonth, $0.endMonth, in: $1) }),
    rules: RecordRules(derive: derivation, check: check), details: details)

  private static func derivation(_ context: RecordContext) throws -> (inout WorkPackage, Row) throws
    -> Void
  {
    let all = Dictionary(
      grouping: try Deliverable.register.fetchAll(context), by: { $0.code.workPackage })
    let start = context.project.start
    return { package, _ in
      let own = all[package.code] ?? []
      package.deliverables = own.count
      package.delivered = own.count { $0.state == .submitted || $0.state == .accepted }
      package.late = own.count { $0.isLate }
      package.startsOn = package.startMonth.firstDay(projectStart: start)
      package.endsOn = package.endMonth.lastDay(projectStart: start)
    }
  }

  /// A new work package runs to the end of the project where nothing is said.
  private static func check(
    _ package: inout WorkPackage, _ was: WorkPackage?, _ said: inout Changes,
    _ context: RecordContext
  ) throws {
    let last = context.project.lastMonth
    try checkMonths(
      of: package.code, &package.startMonth, &package.endMonth, said,
      otherwise: was == nil ? (.first, last) : nil)
  }

  /// The project months of a work package.
  static func months(
    of code: WorkPackageCode, _ context: RecordContext
  ) throws -> (start: ProjectMonth, end: ProjectMonth) {
    let package = try register.stored(code, context)
    return (package.startMonth, package.endMonth)
  }
}

extension Store {
  package var workPackages: Records<WorkPackage> { records() }
}

extension RecordLinks {
  /// The work packages that records of a table belong to, through `TABLE_work_package`.
  static func workPackages(of table: String) -> RecordLinks {
    RecordLinks(
      table: "\(table)_work_package", owner: table, other: "work_package_id",
      target: WorkPackage.target, isOrderedByTarget: true)
  }
}
