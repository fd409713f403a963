import ArgumentParser
import BluesCore
import Documents
import Testing

@testable import BluesCommands

@Suite struct `A command without its tree` {
  @Test func `words that fit make the command itself`() throws {
    let made = ListRecords<WorkPackage>.standalone(["--limit", "2", "--db", "p.db", "-o", "a.csv"])
    let command = try #require(made as? ListRecords<WorkPackage>)
    #expect(command.list.limit == 2)
    #expect(command.store.path == "p.db")
    #expect(command.list.output.path == "a.csv")
    #expect(command.list.output.chosenFormat == .csv)
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["--help-hidden"], ["--version"], ["--limit", "x"], ["--nonsense"],
    ["more"], ["--generate-completion-script", "bash"],
  ])
  func `a wish for help and words that do not fit are for the whole tree`(words: [String]) {
    #expect(ListRecords<WorkPackage>.standalone(words) == nil)
  }

  @Test func `what a command checks itself is checked`() {
    #expect(ContactCommand.Export.standalone(["--template", "xlsx"]) != nil)
    #expect(ContactCommand.Export.standalone(["--template", "xlsx", "--excel"]) == nil)
  }

  @Test func `the words of an option are its cases`() {
    #expect(ColourChoice.allValueStrings == ["auto", "always", "never"])
    #expect(ColourChoice.allValueDescriptions == [:])
    #expect(ColourChoice(argument: "never") == .never)
    #expect(ColourChoice(argument: "sometimes") == nil)
  }
}
