import Basics
import Testing

@testable import BluesCore

@Suite struct `The state of play of risks` {
  let store: Store
  let code: RiskCode

  init() throws {
    store = try Store.blues()
    code = try RiskCode("R1")
    _ = try store.risks.add(code, ["title": "Travel bans"])
    _ = try store.risks.add(.init("R2"), ["title": "Too few hosts"])
  }

  @Test func `there is one for each risk and period, and the same again replaces it`() throws {
    let first = try store.riskStates.record(
      code, in: "rp1", mitigated: .yes, occurred: .no, note: "Online")
    #expect([first.period, first.title, first.note] == ["RP1", "Travel bans", "Online"])
    #expect(try store.history.steps()[0].summary == "recorded the state of R1 in RP1")
    _ = try store.riskStates.record(code, in: "2", mitigated: .yes, occurred: .no)
    _ = try store.riskStates.record(code, in: "RP1", mitigated: .no, occurred: .yes)
    #expect(
      try store.riskStates.of(code).map {
        [$0.period, $0.mitigated?.rawValue, $0.occurred?.rawValue, $0.note]
      } == [["RP1", "no", "yes", nil], ["RP2", "yes", "no", nil]])
    #expect(try store.risks.one(code).statedIn == ["RP1", "RP2"])
  }

  @Test func `a period knows which risks still need one`() throws {
    _ = try store.riskStates.record(code, in: "RP1", mitigated: .yes, occurred: .no)
    #expect(try store.riskStates.all(in: "RP1").map(\.isMissing) == [false, true])
    #expect(try store.riskStates.missing(in: "RP1").map(\.description) == ["R2"])
    #expect(try store.riskStates.missing(in: "RP2").map(\.description) == ["R1", "R2"])
  }

  @Test func `a risk that was closed before a period, or raised after it, is not asked for`() throws
  {
    _ = try store.risks.set(.init("R2"), ["raised_on": "2021-02-01"])
    _ = try store.on("2021-03-01").risks.move(
      code, to: .closed, on: .of("2021-01-31"), note: nil)
    #expect(try store.riskStates.missing(in: "RP1").map(\.description) == ["R1"])
    #expect(try store.riskStates.missing(in: "RP2").map(\.description) == ["R2"])
  }

  @Test func `an unknown period or risk is refused with what is known`() throws {
    let refused = #expect(throws: RecordProblem.self) {
      try store.riskStates.record(code, in: "RP7", mitigated: .yes, occurred: .no)
    }
    #expect(refused?.message == "Unknown period: RP7.")
    #expect(refused?.hint?.contains("known: RP1, RP2") == true)
    #expect(throws: RecordProblem.self) {
      try store.riskStates.record(.init("R9"), in: "RP1", mitigated: .yes, occurred: .no)
    }
    #expect(throws: RecordProblem.self) { try store.riskStates.missing(in: "x") }
  }

  @Test func `it goes with its risk, and undo is exact`() throws {
    let before = try store.dump()
    _ = try store.riskStates.record(code, in: "RP1", mitigated: .yes, occurred: .no)
    let after = try store.dump()
    try store.risks.remove(code)
    #expect(try store.answer("SELECT * FROM risk_state") == [])
    _ = try store.history.undo()
    #expect(try store.dump() == after)
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }
}
