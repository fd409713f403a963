import Basics
import Testing

@testable import BluesCore

@Suite struct `Refusals of the plan` {
  @Test func `every refusal has its sentence, its way out and its family`() throws {
    let code = try DeliverableCode("D1.1")
    let day = try Day.of("2020-08-10")
    let said: [(PlanProblem, String, String, ProblemKind)] = [
      (
        .endsBeforeStart("WP1"), "WP1 would end before it starts.",
        "give --start and --end as project months, such as M1 and M12", .usage
      ),
      (
        .alreadySubmitted(code, on: day), "D1.1 was submitted on 2020-08-10.",
        "a submission cannot be withdrawn; blues undo reverses a mistake, "
          + "blues workpackage deliverable show D1.1 shows its history", .conflict
      ),
      (
        .notSubmitted(code), "D1.1 is not submitted, so it cannot be decided on.",
        "blues workpackage deliverable submit D1.1 --on DATE", .conflict
      ),
      (
        .alreadyDecided(code, state: "accepted", on: day), "D1.1 was accepted on 2020-08-10.",
        "blues workpackage deliverable show D1.1", .conflict
      ),
      (
        .decidedBeforeSubmitted(code, on: day, submitted: day.adding(days: 1)),
        "D1.1 cannot be decided on 2020-08-10, before it was submitted on 2020-08-11.",
        "give the day it happened with --on", .usage
      ),
      (
        .justificationMissing("D1.1"), "Postponing D1.1 needs its justification.",
        "add --because \"…\"; it goes to the Agency with the report", .usage
      ),
      (
        .latenessReasonMissing("D1.1"), "Justifying D1.1 needs the reason.",
        "add --because \"…\"; it goes to the Agency with the report", .usage
      ),
      (
        .notLate(code, due: day), "D1.1 is not late: it is due on 2020-08-10.",
        "leave out --because, or check the day", .conflict
      ),
      (
        .nothingMoved(code),
        "--because says why a due date changes, but that of D1.1 stays as it is.",
        "add --due with the new month or date", .usage
      ),
      (
        .sameDue(code, due: "M6"), "D1.1 is already due M6.",
        "give another month or day with --to", .conflict
      ),
    ]
    for (problem, message, hint, kind) in said {
      #expect(problem.message == message)
      #expect(problem.hint == hint)
      #expect(problem.kind == kind)
    }
  }
}
