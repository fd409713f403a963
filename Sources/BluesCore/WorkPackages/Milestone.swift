package import Basics
internal import Documents
internal import GRDB

/// A point the project reaches or misses, such as `MS2`.
package struct Milestone: Record {
  package let code: MilestoneCode
  package var title: String
  package var workPackages: [WorkPackageCode] = []
  package var leads: [String] = []
  package var due = Due.month(.first)
  package var verification: String?
  package var achievedOn: Day?
  package var forecastOn: Day?
  package private(set) var dueOn = Day(number: 0)
  package private(set) var standing = Standing.done

  package init(code: MilestoneCode) {
    self.code = code
    title = code.description
  }

  package static let register = Register<Milestone>(
    noun: "milestone", path: "workpackage milestone", example: "MS1", heading: "No",
    headings: "no,number,milestone,milestone number,milestone no\(HeadingWords.milestone)",
    table: .numbered("milestone"),
    attributes: [
      .title(
        "title", \.title, "Title", "Its title.",
        headings: "name,milestone name,milestone title\(HeadingWords.title)"),
      .references(
        "work_packages", \.workPackages,
        .workPackages(of: "milestone"), "WP",
        "A work package it belongs to; may be repeated.",
        headings:
          "wp,wp no,wps,workpackage,work package number,related wp,related wps,related work packages\(HeadingWords.workPackage)",
        option: "wp"),
      .references(
        "leads", \.leads,
        RecordLinks(
          table: "milestone_lead", owner: "milestone", other: "partner_id", target: Partner.target,
          isOrderedByTarget: false), "Lead", "A partner that leads; may be repeated.",
        headings: "lead,leader,lead beneficiary,lead partner,responsible\(HeadingWords.lead)",
        option: "lead"),
      .computed(
        "lead", "Lead", "The partners that lead, as one text.", kind: .form("partner"),
        shown: false
      ) { .text(orEmpty: $0.leads.isEmpty ? nil : $0.leads.joined(separator: "; ")) },
      .due(
        \.due, headings: "due month,due date,due date in months,month,deadline\(HeadingWords.due)"),
      .computed("due_on", "Due on", "The day it is due.", kind: .day) { .day($0.dueOn) },
      .day(
        "achieved_on", \.achievedOn, "Achieved", "The day it was reached.",
        headings: "achieved,achieved date", uses: [.shown, .listed]),
      .day(
        "forecast_on", \.forecastOn, "Forecast", "The day it is expected.",
        headings: "forecast,forecast date", uses: [.shown, .listed]),
      .computed("standing", "Standing", Standing.help, kind: .text) { $0.standing.cell },
      .late(\.standing), .daysLate(\.standing),
      .text(
        "verification", \.verification, "Verification", "How to see that it is reached.",
        headings: "means of verification", uses: .hidden),
    ],
    filters: [
      RecordFilter(
        name: "late", help: "Only those that are late, the oldest first.", title: "Late milestones",
        empty: "Nothing is late.", holds: \.standing.isLate, precedes: { $0.dueOn < $1.dueOn })
    ],
    words: RecordWords(
      added: { ", due \($0.due.told($0.dueOn))" },
      doubts: { one, project in [one.due.doubt(of: one.code, in: project)].compactMap(\.self) },
      slips: { was, now, store in
        try PlanSlips(of: store).after(was, due: now.due).map(\.told)
      }),
    rules: RecordRules(
      derive: { context in
        { milestone, _ in
          milestone.dueOn = milestone.due.day(projectStart: context.project.start)
          milestone.standing = Standing(
            due: milestone.dueOn, doneOn: milestone.achievedOn, today: context.today)
        }
      },
      check: { milestone, was, said, context in
        try completeDue(&milestone.due, was == nil, said, context) {
          context.project.lastMonth
        }
      }))
}

extension Records where R == Milestone {
  /// Records that milestones were reached; a slip is taken back with undo.
  package func achieve(
    _ codes: [MilestoneCode], on day: Day, evidence: EvidenceFile? = nil
  ) throws -> [Milestone] {
    if let code = codes.first { try store.checkHappened(code.description, on: day) }
    return try step(codes, evidence: evidence, told: { "achieved \($0) on \(day)" }) {
      write, id, now in
      if let earlier = now.achievedOn { throw PlanProblem.alreadyAchieved(now.code, on: earlier) }
      try write.db.execute(
        sql: "UPDATE milestone SET achieved_on = ?, forecast_on = NULL WHERE id = ?",
        arguments: [day, id])
    }
  }

  /// Records when milestones that are not reached yet are now expected.
  package func forecast(_ codes: [MilestoneCode], to day: Day) throws -> [Milestone] {
    try step(codes, told: { "forecast \($0) for \(day)" }) { write, id, now in
      if let earlier = now.achievedOn { throw PlanProblem.alreadyAchieved(now.code, on: earlier) }
      try write.db.execute(
        sql: "UPDATE milestone SET forecast_on = ? WHERE id = ?", arguments: [day, id])
    }
  }
}

extension Store {
  package var milestones: Records<Milestone> { records() }
}
