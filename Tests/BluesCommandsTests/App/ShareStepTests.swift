import BluesCore
import Testing

@testable import BluesCommands

@Suite struct `Steps of submissions as commands` {
  @Test func `an acceptance takes a day, a reason and the key of a second person`() throws {
    let accept = try parsed(
      "share accept BNPT rp1 --key eva.key --on 2021-03-31 --because Checked",
      as: ShareAcceptCommand.self)
    #expect(accept.partner == "BNPT" && accept.period == "rp1" && accept.keyFile == "eva.key")
    #expect(accept.because == "Checked" && !accept.alone)
    #expect(try accept.on == DateExpression("2021-03-31"))
    let alone = try parsed(
      "share accept BNPT RP1 --alone --because One", as: ShareAcceptCommand.self)
    #expect(alone.alone && alone.keyFile == nil && alone.on == nil)
  }

  @Test(arguments: [
    ("share accept NP", "Missing expected argument '<period>'"),
    ("share withdraw RP1", "Missing expected argument '--because <because>'"),
    ("share submit", "Missing expected argument '<period>'"),
  ])
  func `what is missing is named`(line: String, sentence: String) throws {
    let said = try #require(refusal(line))
    #expect(said.contains(sentence), "\(said)")
  }

  @Test func `a return has a reason`() throws {
    let pack = try parsed(
      "share pack NP -o out --purpose return --period RP1 --because Receipt",
      as: SharePackCommand.self)
    #expect(pack.because == "Receipt" && pack.purpose == .return && pack.period == "RP1")
  }
}
