import BluesCore
import Testing

@testable import BluesCommands

@Suite struct `Exit codes` {
  @Test(arguments: [
    (ProblemKind.failed, Int32(1)), (.notFound, 4), (.ambiguous, 4), (.conflict, 5),
    (.refusedByRule, 6),
    (.usage, 64), (.badData, 65), (.missingInput, 66), (.cannotCreate, 73), (.inputOutput, 74),
    (.busy, 75), (.notPermitted, 77),
  ])
  func `every kind of problem has the code of the contract`(kind: ProblemKind, code: Int32) {
    #expect(kind.exitCode == code)
  }
}
