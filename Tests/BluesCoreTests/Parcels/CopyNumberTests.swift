import Basics
import Testing

@testable import BluesCore

/// The numbers that copies give begin at a million times the partner's number.
@Suite struct `Numbers of copies` {
  @Test func `codes of what partners add go as far as their copies count`() throws {
    #expect(try CostCode("K999999999").number == 999_999_999)
    #expect(CostCode(number: 1_000_000_000) == nil)
    #expect(throws: CodeProblem.self) { try CostCode("K1000000000") }
    #expect(try ActivityCode("a3000001").description == "A3000001")
    #expect(try ActionCode("ACT3000001").number == 3_000_001)
    #expect(try LabelCode(typed: "3000001").number == 3_000_001)
    #expect(try StrategyCode(listed: "3000001").number == 3_000_001)
    #expect(try EstimateCode(listed: "999999999").number == 999_999_999)
    #expect(throws: CodeProblem.self) { try ActivityCode("A1000000000") }
    // What the coordinator alone adds stays short.
    #expect(throws: CodeProblem.self) { try WorkPackageCode("WP10000") }
    #expect(DecisionCode(number: 10_000) == nil)
  }

  @Test func `what a partner adds in its copy is read there, and by the coordinator`() throws {
    let shared = try SharedProject()
    let np = try shared.open("np")
    _ = try np.activities.add(
      .init("A3000001"), ["title": "Fair", "type": "meeting", "partners": "NP"])
    _ = try np.actions.add(
      .init("ACT3000001"), ["title": "Invite", "owner": "NP", "meeting": "A3000001"])
    try shared.exchange(from: "np")
    for copy in ["np", "bnpt"] {
      #expect(try shared.open(copy).activities.all().map(\.code.description) == ["A3000001"])
      #expect(
        try shared.open(copy).actions.all().map { "\($0.code) \($0.meeting ?? "")" }
          == ["ACT3000001 A3000001"])
    }
    #expect(
      throws: ScopeProblem.otherNumber("activity", number: 1, copy: "NP", next: 3_000_002)
    ) {
      try shared.open("np").activities.add(
        .init("A1"), ["title": "Fair", "type": "meeting", "partners": "NP"])
    }
  }
}
