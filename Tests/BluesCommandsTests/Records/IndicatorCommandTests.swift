import ArgumentParser
import Testing

@testable import BluesCommands
@testable import BluesCore

@Suite struct `The commands of indicators and states of play` {
  @Test(arguments: [("NP=5", "NP", "5"), ("np = 4,5", "np", "4.5"), ("AV=", "AV", nil)])
  func `a partner's target is read`(text: String, partner: String, target: String?) throws {
    let read = try PartnerTarget(text)
    #expect(read.partner == partner)
    #expect(read.target?.description == target)
  }

  @Test(arguments: ["NP", "=5", "NP=many"])
  func `anything else is refused with an example`(text: String) {
    #expect(throws: ValidationError.self) { try PartnerTarget(text) }
  }

  @Test func `a reading is recorded by its code, without its letter as well`() throws {
    let command = try parsed(
      "wp i record 1 4.5 --partner NP --on 2020-08-01", as: IndicatorCommand.RecordReading.self)
    #expect(command.code.description == "I1")
    #expect([command.value, command.partner] == ["4.5", "NP"])
  }

  @Test(arguments: [
    ("wp risk state R1 --period RP1", "Give --mitigated and --occurred"),
    ("wp risk state R1 --period RP1 --mitigated yes", "Give --mitigated and --occurred"),
    ("wp risk state --period RP1 --occurred no", "Name the risk"),
    ("wp risk state R1 --period RP1 --mitigated perhaps --occurred no", "perhaps"),
  ])
  func `a state of play says both answers of one risk`(line: String, words: String) throws {
    let said = try #require(refusal(line))
    #expect(said.contains(words), "\(said)")
  }

  @Test func `without a risk all of a period are listed`() throws {
    let command = try parsed("wp r state --period RP1", as: RiskCommand.StateOfPlay.self)
    #expect(command.code == nil)
    #expect(command.period == "RP1")
  }
}
