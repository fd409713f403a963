import ArgumentParser
import BluesCore
import Testing

@testable import BluesCommands

@Suite struct `Templates of projects` {
  @Test func `the help of init names every template`() {
    #expect(ProjectTemplate.names == ["blues", "empty", "interreg"])
    #expect(InitCommand.helpMessage().contains("What to start from: blues, empty or interreg."))
  }
}
