import Basics
import Foundation
import Testing

@testable import BluesCore

/// Two copies with one file number: a copied laptop, or a restored backup.
@Suite struct `Parcels of a copied file` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  /// Copies the file of NP with its key.
  private func copy() throws {
    _ = try shared.open("np").backup.make(to: shared.folder.path("lap.db"))
    try FileManager.default.copyItem(
      atPath: shared.folder.path("np.db.key"), toPath: shared.folder.path("lap.db.key"))
  }

  /// The beginning of the SHA-256 of the parcel that waits for a choice.
  private func forked() throws -> [(sequence: Int, sha256: String)] {
    try shared.open("bnpt").shareStatus.status().parcels.filter { $0.state == .forked }
      .map { ($0.sequence, $0.sha256) }
  }

  @Test func `its next parcel is a fork, although the one before it was lost`() throws {
    try copy()
    try shared.set("K1", 1100, in: "np")
    try shared.exchange(from: "np")
    try shared.set("K1", 2200, in: "lap")
    try shared.send("lap", into: "in")
    let arrival = try shared.receive(shared.send("lap", into: "in"))
    #expect(arrival.outcome == .forked && arrival.sequence == 2)
    #expect(
      arrival.detail == """
        The copy that it is from had sent another parcel as number 1. Look at both, then choose \
        one: blues share choose.
        """)
    #expect(throws: ParcelProblem.forked("NP")) { try shared.apply(from: "NP") }
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1100"])
  }

  @Test func `so is one after several that were lost`() throws {
    try copy()
    try shared.exchange(from: "np")
    for _ in 0..<3 { try shared.send("lap", into: "in") }
    #expect(try shared.receive(shared.send("lap", into: "in")).outcome == .forked)
  }

  @Test func `what is chosen goes on, and what was refused is a fork again`() throws {
    try copy()
    try shared.set("K1", 1100, in: "np")
    try shared.exchange(from: "np")
    try shared.set("K1", 2200, in: "lap")
    try shared.send("lap", into: "in")
    try shared.receive(shared.send("lap", into: "in"))
    let fork = try #require(forked().first)
    #expect(try forked().map(\.sequence) == [2])
    _ = try shared.open("bnpt").parcelReviews.choose(fork.sha256, because: "The newer one")
    try shared.apply()
    #expect(try shared.costs("bnpt") == ["K1 First ticket 2200"])
    #expect(try shared.receive(shared.send("lap", into: "in")).outcome == .waiting)
    try shared.apply()
    for _ in 0..<2 { try shared.send("np") }
    let late = try shared.receive(shared.send("np"))
    #expect(late.outcome == .forked && late.sequence == 4)
    #expect(
      late.detail?.hasPrefix("The copy that it is from had sent another parcel as number 3.")
        == true)
  }

  @Test func `gaps, and parcels out of order, of one copy are no forks`() throws {
    var paths: [String] = []
    for _ in 0..<5 { paths.append(try shared.send("np")) }
    #expect(try shared.receive(paths[1]).outcome == .waiting)
    #expect(try shared.receive(paths[0]).outcome == .superseded)
    #expect(try shared.receive(paths[4]).outcome == .waiting)
    #expect(try shared.receive(paths[3]).outcome == .superseded)
    try shared.apply()
    #expect(try shared.receive(shared.send("np")).outcome == .waiting)
  }
}
