import Testing

@testable import BluesCore

@Suite struct `How the periods lie in the project` {
  private let project: Project

  init() throws {
    project = try Store.blues().project.overview().project
    #expect(project.start == "2020-02-01")
    #expect(project.end == "2022-01-31")
  }

  private func doubts(_ months: [(Int, Int)], isComplete: Bool = true) throws -> [String] {
    let periods = try months.enumerated().map { index, span in
      Period(
        number: index + 1, startMonth: try #require(ProjectMonth(number: span.0)),
        endMonth: try #require(ProjectMonth(number: span.1)))
    }
    return PeriodSpans(periods, in: project).doubts(isComplete: isComplete)
  }

  @Test func `periods that hold every day raise no doubt`() throws {
    #expect(try doubts([(1, 12), (13, 24)]) == [])
    #expect(try doubts([]) == [])
  }

  @Test func `days between periods, before the first and behind the last are named`() throws {
    #expect(
      try doubts([(2, 12), (15, 22)]) == [
        "No period holds 2020-02-01 to 2020-02-29.", "No period holds 2021-02-01 to 2021-03-31.",
        "No period holds 2021-12-01 to 2022-01-31.",
      ])
    #expect(try doubts([(1, 12)], isComplete: false) == [])
  }

  @Test func `a period past the end of the project is named with the days`() throws {
    #expect(
      try doubts([(1, 12), (13, 26)]) == [
        "RP2 ends on 2022-03-31, after the project ends on 2022-01-31."
      ])
  }

  @Test func `a period that overlaps another is refused`() throws {
    let store = try Store.blues()
    let problem = #expect(throws: PeriodProblem.self) {
      _ = try store.periods.set("RP1", from: nil, to: ProjectMonth(number: 20))
    }
    #expect(problem?.message == "RP1 would overlap RP2.")
    #expect(
      problem?.hint
        == "change the months of RP2 first, as in blues project period set RP2 --to M12")
  }
}
