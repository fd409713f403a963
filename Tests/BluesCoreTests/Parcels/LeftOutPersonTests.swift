import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// Persons who were erased here or are on the stop list, in parcels that come.
@Suite struct `Persons whom parcels do not bring back` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  private func add(_ name: String, _ email: String, in copy: String = "np") throws {
    _ = try shared.open(copy).write { write in
      let id = try write.nextID("contact")
      try write.db.execute(
        sql: """
          INSERT INTO contact (id, partner_id, name, email, source, match_key, fingerprint)
          VALUES (?, ?, ?, ?, 'test', ?, 1)
          """, arguments: [id, Partner.id("NP", in: write.db), name, email, id])
      write.records("added", affecting: [])
    }
  }

  private func names(_ copy: String = "bnpt") throws -> [String] {
    try shared.open(copy).read {
      try String.fetchAll($0, sql: "SELECT name FROM contact ORDER BY id")
    }
  }

  /// Whether the rows of parcels in a copy name somebody.
  private func isKept(_ name: String) throws -> Bool {
    try shared.open("bnpt").read {
      try Bool.fetchOne(
        $0, sql: "SELECT EXISTS (SELECT 1 FROM parcel_content WHERE instr(bytes, ?))",
        arguments: [Data(name.utf8)]) == true
    }
  }

  @Test func `a person who was erased here is left out and named, and the sender is told`() throws {
    try add("Dora Test", "dora@example.org")
    try add("Eva Test", "eva@example.org")
    try shared.exchange(from: "np")
    #expect(try names() == ["Dora Test", "Eva Test"])
    _ = try shared.open("bnpt").erasures.erase("C3000001", because: "Asked")
    let day = try shared.open("bnpt").read {
      try #require(try String.fetchOne($0, sql: "SELECT erased_on FROM erasure"))
    }
    try shared.set("K1", 1200, in: "np")
    let arrival = try shared.receive(shared.send("np"))
    #expect(arrival.outcome == .waiting)
    #expect(arrival.detail == "Left out: C3000001, erased here on \(day).")
    #expect(try !isKept("Dora Test"))
    #expect(try isKept("Eva Test"))
    // Nothing is known in common any more, so that what differs is to be decided.
    #expect(
      try shared.review().rows.map { "\($0.what) \($0.standing.rawValue)" } == ["K1 conflict"])
    try shared.decide(.take, "K1")
    try shared.apply()
    #expect(try names() == ["Eva Test"])
    try shared.receive(shared.send("bnpt", to: "NP"), in: "np")
    let row = try #require(shared.review(in: "np").rows.first { $0.what == "C3000001" })
    #expect(
      row.note == "The person was erased there: blues partner contact erase C3000001")
  }

  @Test func `the name of an erased person in a text is what stands in its place here`() throws {
    try add("Dora Test", "dora@example.org")
    _ = try shared.open("np").costs.add(
      .init("K3000001"), SharedProject.cost("Trip of Dora Test", 9000))
    try shared.exchange(from: "np")
    _ = try shared.open("bnpt").erasures.erase("C3000001", because: "Asked")
    let here = try shared.costs("bnpt").last
    #expect(here?.contains("Dora") == false)
    try shared.receive(shared.send("np"))
    #expect(try shared.review().rows.map(\.what) == [])
    #expect(try !isKept("Dora Test"))
    try shared.apply()
    #expect(try shared.costs("bnpt").last == here)
    #expect(try shared.costs("np").last == "K3000001 Trip of Dora Test 9000")
  }

  @Test func `a person on the stop list does not come in, and the sender reads why`() throws {
    try add("Dora Test", "dora@example.org", in: "bnpt")
    _ = try shared.open("bnpt").erasures.erase("C1", because: "Asked")
    try add("D. Test", "Dora@example.org")
    try add("Eva Test", "eva@example.org")
    let arrival = try shared.receive(shared.send("np"))
    #expect(arrival.detail == "Left out: C3000001, on the stop list.")
    try shared.apply()
    #expect(try names() == ["Eva Test"])
    try shared.receive(shared.send("bnpt", to: "NP"), in: "np")
    #expect(
      try shared.review(in: "np").answers.map { "\($0.what) \($0.decision.rawValue) \($0.reason)" }
        == ["C3000001 refuse On the stop list."])
    #expect(try names("np") == ["D. Test", "Eva Test"])
  }

  @Test func `an erasure takes the rows of a parcel that waits, which is received again`() throws {
    try add("Dora Test", "dora@example.org")
    try shared.exchange(from: "np")
    try shared.set("K1", 1200, in: "np")
    let path = try shared.send("np")
    try shared.receive(path)
    _ = try shared.open("bnpt").erasures.erase("C3000001", because: "Asked")
    let exchange = try shared.open("bnpt").shareStatus.status().partners.first {
      $0.partner == "NP"
    }
    #expect(exchange?.duty == .receiveAgain)
    #expect(
      exchange?.open == "receive its last file again: an erasure here took its rows")
    #expect(throws: ParcelProblem.noneWaiting("NP")) { try shared.review() }
    let again = try shared.receive(path)
    #expect(again.outcome == .waiting && again.sequence == 2)
    #expect(
      again.detail?.hasPrefix(
        "It was received before, and an erasure here took its rows since. Left out: C3000001, ")
        == true)
    #expect(try shared.receive(path).outcome == .known)
    try shared.decide(.take, "K1")
    #expect(try shared.apply().isWhole)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1200"])
    #expect(try names() == [])
  }
}
