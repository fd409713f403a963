import Basics
import GRDB
import Testing

@testable import BluesCore

/// A partner's copy that is made once more, after its file was lost.
@Suite struct `A copy that is made anew` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  /// Adds a contact of NP with its firm, as one step, and answers both codes.
  private func add(_ name: String, in copy: String) throws -> String {
    try shared.open(copy).write { write in
      let (firm, contact) = (try write.nextID("organisation"), try write.nextID("contact"))
      try write.db.execute(
        sql: "INSERT INTO organisation (id, name) VALUES (?, ?)",
        arguments: [firm, "\(name) Ltd"])
      try write.db.execute(
        sql: """
          INSERT INTO contact
            (id, partner_id, organisation_id, name, source, match_key, fingerprint)
          VALUES (?, ?, ?, ?, 'test', ?, 1)
          """, arguments: [contact, Partner.id("NP", in: write.db), firm, name, contact])
      write.records("added", affecting: [])
      return "C\(RowID(contact).running) O\(RowID(firm).running)"
    }
  }

  @Test func `its ids begin above all that the parcel has, and above those that are removed`()
    throws
  {
    #expect(try add("Dora", in: "np") == "C3000001 O3000001")
    #expect(try add("Eva", in: "np") == "C3000002 O3000002")
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Hotel", 9000))
    try shared.exchange(from: "np")
    _ = try shared.open("bnpt").write { write in
      try write.db.execute(sql: "DELETE FROM contact WHERE name = 'Eva'")
      write.records("removed", affecting: [])
    }
    try shared.join("NP", as: "laptop")
    #expect(try add("Zoe", in: "laptop") == "C3000003 O3000003")
    let number = try shared.open("laptop").write { write in
      try write.nextNumber("cost_line", "number")
    }
    #expect(number == 3_000_002)
    #expect(try shared.open("laptop").read { try StoredSums.faults($0) } == [])
    let one = try shared.open("laptop").read { try Contacts.fetch("C3000001", $0).title }
    #expect(one == "Dora")
  }

  @Test func `a code that two rows have is named by check, and lists both`() throws {
    _ = try add("Dora", in: "np")
    try shared.sql(
      """
      INSERT INTO organisation (id, name)
      SELECT (7 << 32) | (id & 4294967295), 'Zoe Ltd' FROM organisation WHERE name = 'Dora Ltd';
      INSERT INTO contact (id, partner_id, name, source, match_key, fingerprint)
      SELECT (7 << 32) | (id & 4294967295), partner_id, 'Zoe', 'test', 7, 1 FROM contact
      WHERE name = 'Dora'
      """, in: "np")
    let np = try shared.open("np")
    let faults = try np.read { try DoubleCodes.faults($0) }
    #expect(
      faults.map { "\($0.place): \($0.fault)" } == [
        "table contact: 2 rows have the code C3000001",
        "table organisation: 2 rows have the code O3000001",
      ])
    let problem = #expect(throws: ContactProblem.self) {
      try np.read { try Contacts.fetch("C3000001", $0) }
    }
    guard case .ambiguous("C3000001", let candidates) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(Set(candidates) == ["C3000001 Dora", "C3000001 Zoe"])
    #expect(throws: OrganisationProblem.self) {
      try np.read { try Organisations.fetch("O3000001", $0) }
    }
  }
}
