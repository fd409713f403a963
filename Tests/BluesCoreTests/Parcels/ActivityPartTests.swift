import Basics
import GRDB
import Testing

@testable import BluesCore

/// An activity in conflict, and the rows that are a part of it.
@Suite struct `Parts of an activity in a parcel` {
  private let shared: SharedProject

  /// An activity of NP and ZINNAE, which NP removed and the coordinator changed.
  init() throws {
    shared = try SharedProject()
    try add("Joint")
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    try change("np") {
      try $0.db.execute(sql: "DELETE FROM activity_partner; DELETE FROM activity")
    }
    try change("bnpt") { try $0.db.execute(sql: "UPDATE activity SET place = 'Praha'") }
    try shared.receive(shared.send("np"))
  }

  /// Adds an activity of both to the coordinator's copy.
  private func add(_ title: String) throws {
    try change("bnpt") { write in
      try LifeTable.activity.add(title, of: "NP", write)
      try write.db.execute(
        sql: """
          INSERT INTO activity_partner (id, activity_id, partner_id)
          SELECT ?, activity.id, partner.id FROM activity, partner WHERE code = 'ZINNAE'
          """, arguments: [write.nextID("activity_partner")])
    }
  }

  private func change(_ copy: String, _ change: (Transaction) throws -> Void) throws {
    try shared.open(copy).write { write in
      try change(write)
      write.records("changed")
    }
  }

  private func partners() throws -> [String] {
    try shared.open("bnpt").read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT partner.code FROM activity_partner
          JOIN partner ON partner.id = partner_id ORDER BY activity_partner.id
          """)
    }
  }

  @Test func `wait with it`() throws {
    let rows = try shared.review().rows
    #expect(
      rows.map { "\($0.what) \($0.standing) \($0.note ?? "")" } == [
        "A1 conflict ", "A1 NP conflict It is decided with A1.",
        "A1 ZINNAE conflict It is decided with A1.",
      ])
    let applied = try shared.apply()
    #expect(applied.deleted == 0 && applied.conflicts == 3 && !applied.isWhole)
    #expect(try partners() == ["NP", "ZINNAE"])
    #expect(try shared.review().rows.count == 3)
  }

  @Test func `are taken with it`() throws {
    try shared.decide(.take, "A1")
    #expect(try shared.review().rows.map(\.standing) == [.taken, .deleted, .deleted])
    let applied = try shared.apply()
    #expect(applied.deleted == 3 && applied.isWhole)
    #expect(try partners() == [])
  }

  @Test func `that were added here since go with it`() throws {
    try change("bnpt") { write in
      try write.db.execute(
        sql: """
          INSERT INTO activity_partner (id, activity_id, partner_id)
          SELECT ?, activity.id, partner.id FROM activity, partner WHERE code = 'AV'
          """, arguments: [write.nextID("activity_partner")])
    }
    #expect(try shared.review().rows.map(\.what) == ["A1", "A1 NP", "A1 ZINNAE", "A1 AV"])
    #expect(try shared.apply().conflicts == 4)
    try shared.decide(.take, "A1")
    #expect(try shared.apply().deleted == 4)
    #expect(try partners() == [])
  }

  @Test func `come back with it where it was removed here`() throws {
    try shared.decide(.take, "A1")
    try shared.apply()
    // The next one is removed here, and changed there.
    try add("Second")
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    try change("bnpt") {
      try $0.db.execute(sql: "DELETE FROM activity_partner; DELETE FROM activity")
    }
    try change("np") { try $0.db.execute(sql: "UPDATE activity SET place = 'Brno'") }
    try shared.receive(shared.send("np"))
    #expect(try shared.review().rows.map(\.standing) == [.conflict, .conflict, .conflict])
    #expect(try shared.apply().added == 0)
    #expect(try partners() == [])
    try shared.decide(.take, shared.review().rows[0].row)
    let applied = try shared.apply()
    #expect(applied.added == 3 && applied.isWhole)
    #expect(try partners() == ["NP", "ZINNAE"])
  }

  @Test func `are refused with it, and stay`() throws {
    try shared.decide(.refuse, "A1")
    let applied = try shared.apply()
    #expect(applied.deleted == 0 && applied.refused == 3 && applied.isWhole)
    #expect(try partners() == ["NP", "ZINNAE"])
    try shared.receive(shared.send("np"))
    #expect(try shared.review().rows.map(\.standing) == [.refused, .refused, .refused])
  }
}
