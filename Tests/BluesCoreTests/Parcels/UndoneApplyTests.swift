import Basics
import Testing

@testable import BluesCore

/// The undo of an apply after the other side was told of it.
@Suite struct `An apply that is undone after an answer` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  private func rows(in copy: String) throws -> [String] {
    try shared.review(in: copy).rows.map { "\($0.what) \($0.standing.rawValue)" }
  }

  @Test func `the partner's rows are not taken back in its own copy, and wait here`() throws {
    try shared.set("K1", 1100, in: "np")
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Hotel", 9000))
    try shared.exchange(from: "np")
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    _ = try shared.open("bnpt").history.undo()
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1000"])
    try shared.receive(shared.send("bnpt", to: "NP"), in: "np")
    #expect(try rows(in: "np") == [])
    #expect(
      try shared.review(in: "np").answers.map { "\($0.what) \($0.decision.rawValue) \($0.reason)" }
        .sorted() == [
          "K1 park Applied, and then undone.", "K3000001 park Applied, and then undone.",
        ])
    try shared.apply(in: "np")
    #expect(try shared.costs("np") == ["K1 First ticket 1100", "K3000001 Hotel 9000"])
    #expect(try rows(in: "bnpt") == ["K1 parked", "K3000001 parked"])
    for row in ["K1", "K3000001"] { try shared.decide(.take, row) }
    try shared.apply()
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1100", "K3000001 Hotel 9000"])
  }

  @Test func `what the partner changed since is a conflict there`() throws {
    try shared.set("K1", 1100, in: "np")
    try shared.exchange(from: "np")
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    _ = try shared.open("bnpt").history.undo()
    try shared.set("K1", 1300, in: "np")
    try shared.receive(shared.send("bnpt", to: "NP"), in: "np")
    #expect(try rows(in: "np") == ["K1 conflict"])
  }

  @Test func `the mirror: a partner's undo takes nothing back at the coordinator`() throws {
    _ = try shared.open("bnpt").costs.add(.init("K9"), SharedProject.cost("Visa", 500))
    try shared.set("K1", 4200, in: "bnpt")
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    try shared.exchange(from: "np")
    _ = try shared.open("np").history.undo()
    #expect(try shared.costs("np") == ["K1 First ticket 1000"])
    try shared.receive(shared.send("np"))
    #expect(try rows(in: "bnpt") == [])
    try shared.apply()
    #expect(try shared.costs("bnpt") == ["K1 First ticket 4200", "K9 Visa 500"])
  }

  @Test func `a redo applies the rows again, and leaves no decision`() throws {
    try shared.set("K1", 1100, in: "np")
    try shared.exchange(from: "np")
    try shared.send("bnpt", to: "NP")
    _ = try shared.open("bnpt").history.undo()
    #expect(try rows(in: "bnpt") == ["K1 parked"])
    _ = try shared.open("bnpt").history.redo()
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1100"])
    #expect(try shared.open("bnpt").parcelReviews.declined(of: "NP").isEmpty)
  }
}
