import Basics
import BluesCore
import Tabular
import Testing

@testable import BluesCommands

@Suite struct `Exit codes` {
  @Test(arguments: [
    (ProblemKind.failed, Int32(1)), (.notFound, 4), (.ambiguous, 4), (.conflict, 5),
    (.refusedByRule, 6), (.usage, 64), (.badData, 65), (.missingInput, 66), (.cannotCreate, 73),
    (.inputOutput, 74), (.busy, 75), (.notPermitted, 77),
  ])
  func `every kind of problem has the code of the contract`(kind: ProblemKind, code: Int32) {
    #expect(kind.exitCode == code)
  }

  @Test func `an import with rejected rows ends with 3`() { #expect(someRejected == 3) }

  @Test(arguments: [
    (TabularProblem.emptyFile, Int32(65)), (.encryptedWorkbook, 65), (.oldExcel, 65),
    (.emptySheet(name: "A"), 65), (.unknownSheet(name: "B", known: ["A"]), 65),
    (.notATable(.pdf), 65), (.damagedWorkbook(part: "a", detail: "b"), 65),
  ])
  func `a file that is no table is bad data`(problem: TabularProblem, code: Int32) {
    #expect(ListProblem(file: "a.csv", problem: problem).kind.exitCode == code)
  }

  @Test func `a file that is missing has its own code`() throws {
    let folder = try Folder()
    do {
      _ = try ByteSource.file(at: folder("none.csv"))
      Issue.record("a missing file was opened")
    } catch {
      #expect(ListProblem(file: "none.csv", problem: error).kind.exitCode == 66)
    }
  }

  @Test func `the App's own problems have theirs`() {
    #expect(EnvironmentProblem.noProject.kind == .missingInput)
    #expect(
      EnvironmentProblem.noProject.message
        == "No project found: blues.db is missing here and in the folders above.")
    #expect(EnvironmentProblem.noProject.hint == "blues init --template blues")
    #expect(EnvironmentProblem.badToday("x").kind == .usage)
    #expect(
      EnvironmentProblem.badToday("x").message == "BLUES_TODAY is not a date: x.")
    #expect(OutputProblem.thereAlready("a").kind == .cannotCreate)
    #expect(OutputProblem.thereAlready("a").message == "a already exists.")
    #expect(OutputProblem.cannotCreate("a", "why").message == "a cannot be created: why.")
    #expect(OutputProblem.cannotWrite("a", "why").kind == .inputOutput)
    #expect(CommandProblem.unknown("x", in: "blues", known: []).kind == .usage)
  }
}
