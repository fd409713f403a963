import Basics
import GRDB
import Testing

@testable import BluesCore

/// The rows of parcels that are kept for comparison.
@Suite struct `Rows of parcels that are kept` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  /// The numbers of the parcels to NP whose rows the coordinator keeps.
  private func kept() throws -> [Int] {
    try shared.open("bnpt").read {
      try Int.fetchAll(
        $0,
        sql: """
          SELECT sequence FROM parcel JOIN parcel_content ON parcel_content.id = parcel.id
          WHERE direction = 'sent' ORDER BY sequence
          """)
    }
  }

  @Test func `of those that are not answered the oldest and the last two`() throws {
    for _ in 0..<6 { try shared.send("bnpt", to: "NP") }
    #expect(try kept() == [1, 6, 7])
    // NP was made from the first one: what it changed is a change.
    try shared.set("K1", 1100, in: "np")
    try shared.receive(shared.send("np"))
    #expect(try shared.review().rows.map { "\($0.what) \($0.standing.rawValue)" } == ["K1 changed"])
    try shared.apply()
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    try shared.exchange(from: "np")
    #expect(try kept() == [8])
  }

  @Test func `an answer to one that is not kept: a change back is a conflict, and not passed over`()
    throws
  {
    try shared.exchange(from: "np")
    try shared.set("K1", 2000, in: "bnpt")
    let second = try shared.send("bnpt", to: "NP")
    for _ in 0..<4 { try shared.send("bnpt", to: "NP") }
    #expect(try kept() == [1, 5, 6])
    try shared.receive(second, in: "np")
    try shared.apply(in: "np")
    try shared.set("K1", 1000, in: "np")
    try shared.receive(shared.send("np"))
    let review = try shared.review()
    #expect(review.isBaseUnknown)
    #expect(
      review.rows.map { "\($0.what) \($0.standing.rawValue): \($0.summary)" }
        == ["K1 conflict: Amount 20.00 → 10.00"])
  }

  @Test func `what was removed here does not come back unasked where nothing is known`() throws {
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Hotel", 9000))
    try shared.exchange(from: "np")
    try shared.open("bnpt").costs.remove(.init("K3000001"))
    try shared.sql("DELETE FROM parcel_content", in: "bnpt")
    try shared.receive(shared.send("np"))
    let row = try #require(shared.review().rows.first)
    #expect(row.what == "K3000001" && row.standing == .conflict)
    #expect(row.note == "It was removed here.")
  }
}
