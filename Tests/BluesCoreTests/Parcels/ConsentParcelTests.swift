import Basics
import GRDB
import Testing

@testable import BluesCore

/// The log of consents, of which a parcel adds lines and changes none.
@Suite struct `Consents in a parcel` {
  private let shared: SharedProject
  private let contact: String
  private let refusal =
    "a line of consent is never changed or removed; a new one says what is so now."

  init() throws {
    shared = try SharedProject()
    let np = try shared.open("np")
    contact = try np.contacts.add(
      ContactDraft([.name: "Dora Test", .email: "dora@example.org"])
    ).code
    _ = try np.consents.record(contact, .init(.given, .newsletter, on: .of("2020-08-01")))
    try shared.exchange(from: "np")
  }

  private func lines() throws -> [String] {
    try shared.open("bnpt").read {
      try String.fetchAll($0, sql: "SELECT act || ' ' || happened_on FROM consent ORDER BY id")
    }
  }

  @Test func `are not changed`() throws {
    try shared.sql("UPDATE consent SET act = 'withdrawn', happened_on = '2020-01-01'", in: "np")
    try shared.receive(shared.send("np"))
    let row = try #require(shared.review().rows.first)
    #expect(row.what == "\(contact) newsletter 2020-01-01")
    #expect(row.standing == .refused && row.reason == refusal)
    let applied = try shared.apply()
    #expect(applied.changed == 0 && applied.refused == 1 && applied.isWhole)
    #expect(try lines() == ["given 2020-08-01"])
  }

  @Test func `are not removed, but with their contact`() throws {
    let np = try shared.open("np")
    try np.write { write in
      try write.db.execute(sql: "DELETE FROM consent")
      write.records("removed")
    }
    try shared.receive(shared.send("np"))
    #expect(try shared.apply().refused == 1)
    #expect(try lines() == ["given 2020-08-01"])
    try shared.open("np").write { write in
      try write.db.execute(sql: "DELETE FROM contact WHERE name = 'Dora Test'")
      write.records("removed")
    }
    try shared.receive(shared.send("np"))
    let applied = try shared.apply()
    #expect(applied.refused == 0 && applied.deleted == 2)
    #expect(try lines() == [])
  }

  @Test func `are added`() throws {
    let np = try shared.open("np")
    _ = try np.consents.record(contact, .init(.withdrawn, .newsletter, on: .of("2020-08-02")))
    try shared.exchange(from: "np")
    #expect(try lines() == ["given 2020-08-01", "withdrawn 2020-08-02"])
  }
}
