import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `Amending a project` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2020-05-01")
    _ = try store.deliverables.add(.init("D1.1"), ["due": "M6"])
    _ = try store.deliverables.add(.init("D1.2"), ["due": "2020-09-15"])
    _ = try store.milestones.add(.init("MS1"), ["due": "M6"])
  }

  @Test func `due months move with the start and fixed days stay`() throws {
    #expect(try store.deliverables.all().map(\.dueOn.iso) == ["2020-07-31", "2020-09-15"])
    let amendment = try store.project.amend(
      start: .of("2020-04-01"), end: .of("2022-03-31"), reason: "Late signature",
      on: .of("2020-04-20"))
    #expect(
      try amendment
        == Amendment(
          number: 1, madeOn: .of("2020-04-20"), reason: "Late signature",
          oldStart: .of("2020-02-01"), oldEnd: .of("2022-01-31"), newStart: .of("2020-04-01"),
          newEnd: .of("2022-03-31")))
    #expect(try store.deliverables.all().map(\.dueOn.iso) == ["2020-09-30", "2020-09-15"])
    #expect(try store.milestones.all().map(\.dueOn.iso) == ["2020-09-30"])
    #expect(try store.workPackages.one(.init("WP1")).startsOn.iso == "2020-04-01")
    #expect(try store.workPackages.one(.init("WP1")).endsOn.iso == "2022-03-31")
    #expect(try store.project.overview().amendments == [amendment])
  }

  @Test func `the days of a locked period stay`() throws {
    let now = try store.on("2021-02-10")
    _ = try now.periodCheck.lock("RP1", on: .of("2021-02-10"), because: "Due tonight")
    let before = try now.dump()
    #expect(
      throws: PeriodLockProblem(what: "the start of the project", period: "RP1", state: .locked)
    ) {
      try now.project.amend(start: .of("2020-03-01"), reason: "Late", on: .of("2021-02-10"))
    }
    #expect(throws: PeriodLockProblem(what: "its end", period: "RP1", state: .locked)) {
      try now.project.amend(end: .of("2020-12-31"), reason: "Short", on: .of("2021-02-10"))
    }
    #expect(try now.dump() == before)
    _ = try now.project.amend(end: .of("2022-03-31"), reason: "Long", on: .of("2021-02-10"))
    #expect(try now.reportingPeriods().all.map { "\($0.days.lowerBound)" }.count == 2)
  }

  @Test func `a project of more than 999 months tells how many they are`() throws {
    _ = try store.project.amend(
      start: .of("1958-01-01"), end: .of("2099-12-31"), reason: "A long one",
      on: store.invocation.today)
    let overview = try store.project.overview()
    #expect(overview.project.months == 1704)
    #expect(overview.periods.map { "\($0.startMonth)-\($0.endMonth)" } == ["M1-M12", "M13-M999"])
    // Months beyond M999 have no code, so what ends with the project ends there.
    _ = try store.workPackages.add(.init("WP9"), ["title": "Long"])
    #expect(try store.workPackages.one(.init("WP9")).endMonth.description == "M999")
    _ = try store.milestones.add(.init("MS9"), ["title": "Late"])
    #expect(try store.milestones.all().last?.due.text == "M999")
    let report = try store.on("2050-06-15").statusReport.document()
    #expect(report.subtitle?.hasSuffix("; project month M1110 of 1704") == true)
  }

  @Test(arguments: [
    ("1957-12-31", "2000-01-01", "The project would start on 1957-12-31. Is that right?"),
    ("1958-01-01", "2100-01-01", "The project would end on 2100-01-01. Is that right?"),
    (
      "0001-01-01", "9999-12-31",
      "The project would start on 0001-01-01 and end on 9999-12-31. Is that right?"
    ),
    ("1958-01-01", "2099-12-31", nil), (nil, nil, nil), (nil, "2022-01-31", nil),
  ])
  func `dates far from our time are doubted`(start: String?, end: String?, question: String?)
    throws
  {
    let (start, end) = (try start.map(Day.of), try end.map(Day.of))
    #expect(Project.doubt(start: start, end: end) == question)
  }

  @Test func `earlier due dates stay readable`() throws {
    _ = try store.project.amend(
      start: .of("2020-03-01"), reason: "First", on: store.invocation.today)
    _ = try store.project.amend(
      start: .of("2020-04-01"), reason: "Second", on: store.invocation.today)
    let earlier = try store.deliverables.story(.init("D1.1")).earlier
    #expect(earlier.map(\.amendment) == [1, 2])
    #expect(earlier.map(\.day.iso) == ["2020-07-31", "2020-08-31"])
    #expect(try store.deliverables.story(.init("D1.2")).earlier == [])
  }

  @Test func `a longer project moves no due month`() throws {
    _ = try store.project.amend(
      end: .of("2022-07-31"), reason: "Pandemic", on: store.invocation.today)
    #expect(try store.project.overview().project.months == 30)
    #expect(try store.deliverables.one(.init("D1.1")).dueOn.iso == "2020-07-31")
    #expect(try store.deliverables.story(.init("D1.1")).earlier == [])
  }

  @Test func `an amendment needs a reason, a change and a start before its end`() throws {
    let before = try store.dump()
    #expect(throws: ProjectProblem.reasonMissing) {
      try store.project.amend(end: .of("2022-07-31"), reason: " ", on: store.invocation.today)
    }
    #expect(throws: ProjectProblem.nothingToAmend) {
      try store.project.amend(start: .of("2020-02-01"), reason: "x", on: store.invocation.today)
    }
    #expect(
      throws: ProjectProblem.endsBeforeStart(
        start: try .of("2020-02-01"), end: try .of("2020-01-31"))
    ) { try store.project.amend(end: .of("2020-01-31"), reason: "x", on: store.invocation.today) }
    #expect(try store.dump() == before)
    #expect(ProjectProblem.reasonMissing.message == "An amendment needs its reason.")
    #expect(
      ProjectProblem.nothingToAmend.message
        == "The amendment changes neither the start nor the end.")
  }

  @Test(arguments: [
    ("M1", "2020-02-29"), ("M18", "2021-07-31"), ("M18.start", "2021-07-01"),
    ("RP1.end", "2021-01-31"), ("RP2.start", "2021-02-01"), ("RP1.end+60d", "2021-04-01"),
    ("rp2.end", "2022-01-31"), ("today", "2020-05-01"), ("+2w", "2020-05-15"),
  ])
  func `dates are counted from the project`(text: String, day: String) throws {
    #expect(try DateExpression(text).resolve(in: store.project.dates()).iso == day)
  }

  @Test func `dates follow an amendment`() throws {
    _ = try store.project.amend(start: .of("2020-03-01"), reason: "x", on: store.invocation.today)
    let dates = try store.project.dates()
    #expect(try DateExpression("M18").resolve(in: dates).iso == "2021-08-31")
    #expect(try DateExpression("RP1.end").resolve(in: dates).iso == "2021-02-28")
    #expect(throws: DateProblem.unknownPeriod("RP3", known: ["RP1", "RP2"])) {
      try DateExpression("RP3.end").resolve(in: dates)
    }
  }
}
