import Basics
import GRDB
import Testing

@testable import BluesCore

/// Rows of a partner's parcel that are not the partner's alone.
@Suite struct `Rows of others in a parcel` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  private func cost(_ id: Int64, _ number: Int, _ partner: Int64) -> String {
    """
    INSERT INTO cost_line
      (id, number, partner_id, category, incurred_on, description, amount_cents, currency)
    VALUES (\(id), \(number), \(partner), 'D.1', '2020-05-14', 'x', 100, 'EUR')
    """
  }

  private func rows() throws -> [String] {
    try shared.review().rows.map { "\($0.what) \($0.standing.rawValue): \($0.reason ?? "")" }
  }

  /// Adds a row past the commands, as one step of a copy, and answers its id.
  private func add(
    _ table: String, _ columns: String, _ values: String, in copy: String
  ) throws -> Int64 {
    try shared.open(copy).write { write in
      let id = try write.nextID(table)
      try write.db.execute(
        sql: "INSERT INTO \(table) (id, \(columns)) VALUES (\(id), \(values))")
      write.records("added", affecting: [])
      return id
    }
  }

  private func partner(_ code: String) throws -> Int64 {
    try shared.open("bnpt").read { try Partner.id(code, in: $0) }
  }

  /// Adds a firm that is a member of a partner, as one step.
  private func firm(of partner: String, in copy: String) throws -> Int64 {
    let owner = try self.partner(partner)
    return try shared.open(copy).write { write in
      let id = try write.nextID("organisation")
      try write.db.execute(sql: "INSERT INTO organisation (id, name) VALUES (\(id), 'Works')")
      try write.db.execute(
        sql: "INSERT INTO membership (id, organisation_id, partner_id) VALUES (?, ?, ?)",
        arguments: [write.nextID("membership"), id, owner])
      write.records("added", affecting: [])
      return id
    }
  }

  @Test func `rows of another are refused alone, and named; the others come in`() throws {
    _ = try shared.open("bnpt").costs.add(.init("K2"), SharedProject.cost("Secret", 700, of: "AV"))
    let (np, av) = (try partner("NP"), try partner("AV"))
    let id = try shared.open("bnpt").read { db in
      try #require(try Int64.fetchOne(db, sql: "SELECT id FROM cost_line WHERE number = 2"))
    }
    let path = try shared.forged(sequence: 1) { db in
      try db.execute(sql: cost(3_000_001, 3_000_001, np))
      try db.execute(sql: cost(3_000_002, 3_000_009, av))
      // Said to be its own, and another's here.
      try db.execute(sql: cost(id, 2, np))
    }
    let arrival = try shared.receive(path)
    #expect(arrival.outcome == .waiting)
    #expect(
      arrival.detail == "Not taken, since they do not belong to NP: cost K2, cost K3000009.")
    #expect(
      try rows() == [
        "K2 refused: It belongs to another partner.", "K3000001 new: ",
        "K3000009 refused: It does not belong to the sender.",
      ])
    let applied = try shared.apply()
    #expect(applied.added == 1 && applied.changed == 0 && applied.refused == 2)
    #expect(applied.isWhole)
    #expect(
      try shared.costs("bnpt") == ["K1 First ticket 1000", "K2 Secret 700", "K3000001 x 100"])
  }

  @Test func `a firm that two partners share goes back as it was sent, and is passed over`() throws
  {
    let firm = try firm(of: "NP", in: "np")
    try shared.exchange(from: "np")
    _ = try add(
      "membership", "organisation_id, partner_id", "\(firm), \(partner("AV"))", in: "bnpt")
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    try shared.set("K1", 1100, in: "np")
    let arrival = try shared.receive(shared.send("np"))
    #expect(arrival.outcome == .waiting && arrival.detail == nil)
    #expect(try rows() == ["K1 changed: "])
    #expect(try shared.apply().isWhole)
    _ = try shared.open("np").write { write in
      try write.db.execute(sql: "UPDATE organisation SET short_name = 'Brno' WHERE id = \(firm)")
      write.records("changed", affecting: [])
    }
    try shared.receive(shared.send("np"))
    let row = try #require(shared.review().rows.first)
    #expect(row.what == "O3000001" && row.standing == .conflict)
    #expect(row.note == "It belongs to another partner here.")
  }

  @Test func `a firm known by its profile alone is passed over, the contact at it is taken`() throws
  {
    let firm = try add("organisation", "name, iban", "'Orphan', 'DE00'", in: "bnpt")
    _ = try add(
      "profile", "organisation_id, role, category, managing_partner_id",
      "\(firm), 'visitor', 'sme', \(partner("AV"))", in: "bnpt")
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    _ = try add(
      "contact", "partner_id, organisation_id, name, source, match_key, fingerprint",
      "\(partner("NP")), \(firm), 'Dora Test', 'test', 1, 1", in: "np")
    let arrival = try shared.receive(shared.send("np"))
    #expect(arrival.outcome == .waiting && arrival.detail == nil)
    #expect(try rows() == ["C3000001 new: "])
    #expect(try shared.apply().added == 1)
    let iban = try shared.open("bnpt").read {
      try String.fetchOne($0, sql: "SELECT iban FROM organisation WHERE id = \(firm)")
    }
    #expect(iban == "DE00")
    // Now it is the partner's, and goes back as it was sent once more.
    #expect(try shared.receive(shared.send("np")).detail == nil)
    #expect(try rows() == [])
  }
}
