import Basics
import GRDB
import Testing

@testable import BluesCore

/// What was decided on a profile, which the coordinator alone changes.
@Suite struct `The assessment of a profile in a parcel` {
  private let shared: SharedProject
  private let day: Day

  /// NP has a firm with a profile, which the coordinator rejected.
  init() throws {
    shared = try SharedProject()
    day = try Day.of("2020-09-01")
    let np = try shared.open("np")
    _ = try np.organisations.add("Aqua Test", .init(country: .init("FR"), cluster: "NP"))
    var draft = Profiles.Draft(role: .host, category: "sme")
    draft.partner = "NP"
    _ = try np.profiles.add("Aqua Test", draft)
    try shared.exchange(from: "np")
  }

  private func profile(_ copy: String) throws -> [String] {
    try shared.open(copy).read {
      try String.fetchAll(
        $0, sql: "SELECT ifnull(assessment, 'open') || ' ' || ifnull(offers, '') FROM profile")
    }
  }

  @Test func `is refused in the copy of a partner`() throws {
    let problem = #expect(throws: ScopeProblem.self) {
      try shared.open("np").profiles.assess("Aqua Test", as: .host, .accepted, on: day)
    }
    #expect(
      problem
        == .notOwn("the assessment of O3000001 host", copy: "NP", coordinator: "BNPT"))
    #expect(try profile("np") == ["open "])
  }

  @Test func `does not come in a parcel, but what is the partner's does`() throws {
    try shared.sql(
      "UPDATE profile SET assessment = 'accepted', assessed_on = '2020-09-01'", in: "np")
    try shared.receive(shared.send("np"))
    #expect(try shared.review().rows == [])
    try shared.apply()
    try shared.sql("UPDATE profile SET offers = 'Plasma'", in: "np")
    try shared.receive(shared.send("np"))
    #expect(try shared.review().rows.map(\.summary) == ["Offers (empty) → Plasma"])
    try shared.apply()
    #expect(try profile("bnpt") == ["open Plasma"])
  }

  @Test func `that the coordinator made stays, and goes to the partner`() throws {
    _ = try shared.open("bnpt").profiles.assess(
      "Aqua Test", as: .host, .rejected, on: day, because: "No office")
    try shared.sql("UPDATE profile SET offers = 'Plasma'", in: "np")
    try shared.receive(shared.send("np"))
    #expect(try shared.review().rows.map(\.standing) == [.changed])
    try shared.apply()
    #expect(try profile("bnpt") == ["rejected Plasma"])
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    #expect(try profile("np") == ["rejected Plasma"])
  }
}
