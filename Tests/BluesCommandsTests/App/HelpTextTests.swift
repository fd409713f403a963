import ArgumentParser
import Testing

@testable import BluesCommands

@Suite struct `Help texts` {
  @Test func `an example stays in one line, however narrow the terminal is`() throws {
    let whole = DeliverableCommand.Reject.helpMessage(columns: 100_000)
    for columns in [40, 60, 80] {
      let wrapped = DeliverableCommand.Reject.helpMessage(columns: columns)
      let help = HelpText.withWholeExamples(wrapped, unwrapped: whole)
      let lines = help.split(separator: "\n")
      #expect(
        lines.contains(
          "  blues workpackage deliverable reject D1.1 --on 2020-09-15 --because \"Table 3 is missing\""
        ))
      #expect(lines.filter { $0.contains("blues workpackage deliverable reject") }.count == 1)
    }
  }

  @Test func `a help without examples is left as it is`() {
    #expect(HelpText.withWholeExamples("a\nb", unwrapped: "a b") == "a\nb")
    #expect(
      HelpText.withWholeExamples("Examples:\n  a\n  b\n\nc", unwrapped: "Examples:\n  a b\n\nc")
        == "Examples:\n  a b\n\nc")
  }
}
