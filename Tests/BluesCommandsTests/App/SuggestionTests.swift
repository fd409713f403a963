import Testing

@testable import BluesCommands

@Suite struct `Did you mean` {
  func hint(_ line: String) throws -> String? {
    do {
      _ = try CommandLookup.command(
        of: line.split(separator: " ").map(String.init), root: Blues.self)
      return nil
    } catch let problem as CommandProblem {
      return "\(problem.message) \(problem.hint ?? "")"
    }
  }

  @Test(arguments: [
    ("workpakage list", "blues has no command workpakage. did you mean blues workpackage?"),
    (
      "partner contct list",
      "blues partner has no command contct. did you mean blues partner contact?"
    ),
    (
      "wp d sumbit D1.1",
      "blues workpackage deliverable has no command sumbit. "
        + "did you mean blues workpackage deliverable submit?"
    ),
    (
      "exchange propse",
      "blues exchange has no command propse. did you mean blues exchange propose?"
    ),
    ("udno", "blues has no command udno. did you mean blues undo?"),
  ])
  func `a mistyped command meets the nearest one`(line: String, sentence: String) throws {
    #expect(try hint(line) == sentence)
  }

  @Test func `a word like none is answered with all there are`() throws {
    #expect(
      try hint("report zzzzzzzzz")
        == "blues report has no command zzzzzzzzz. known: status, partner, exchanges, financial, summary, budget, effort, payments, technical, final, leaving, privacy, all, custom, text, check, period"
    )
  }

  @Test(arguments: [
    "", "--help", "help wp", "wp list", "wp d list --late", "workpackage", "undo 3",
    "partner c list",
    "init --template blues", "history",
  ])
  func `a known command passes`(line: String) throws {
    #expect(try hint(line) == nil)
  }

  @Test func `an option is answered by the parser`() throws {
    #expect(refusal("wp d list --lat")?.contains("Did you mean '--late'?") == true)
  }

  @Test func `the words that choose a command are told from those left for it`() throws {
    let chosen = try CommandLookup.command(
      of: ["wp", "d", "submit", "D1.1", "--on", "today"], root: Blues.self)
    #expect(chosen.command is DeliverableCommand.Submit.Type)
    #expect(Array(chosen.rest) == ["D1.1", "--on", "today"])
  }
}
