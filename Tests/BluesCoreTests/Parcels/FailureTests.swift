import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// What goes wrong between partners, beyond what happens to a parcel on its way.
@Suite struct `Failures between partners` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  @Test func `an older program: its parcel is migrated on a copy, and compared as any other`()
    throws
  {
    let path = try shared.ofFirstLayout { db, np in
      try db.execute(
        sql: """
          INSERT INTO cost_line
            (id, number, partner_id, category, incurred_on, description, amount_cents, currency)
          VALUES (3, 3000001, ?, 'D.1', '2020-05-14', 'Old ticket', 4200, 'EUR')
          """, arguments: [np])
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try shared.receive(path).outcome == .waiting)
    #expect(
      try shared.review().rows.map { "\($0.what) \($0.standing.rawValue)" } == ["K3000001 new"])
    #expect(try shared.apply().added == 1)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1000", "K3000001 Old ticket 4200"])
    // What is kept of it is as this program lays it out, and the file is as it came.
    let versions = try shared.open("bnpt").read { db in
      try Row.fetchAll(db, sql: "SELECT bytes FROM parcel_content").map {
        try $0.value("bytes", as: Data.self)[60..<64].reduce(0) { $0 << 8 | Int($1) }
      }
    }
    #expect(Set(versions) == [Migration.newest])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }

  @Test func `old plan: a parcel that was made without our last ones is said to be`() throws {
    try shared.exchange(from: "np")
    #expect(try shared.open("bnpt").workPackages.set(.init("WP1"), ["title": "New"]).title == "New")
    try shared.send("bnpt", to: "NP")
    try shared.send("bnpt", to: "NP")
    try shared.set("K1", 1100, in: "np")
    try shared.receive(shared.send("np"))
    #expect(try shared.review().unseen == 2)
    // The last one has it all, and was applied before the next was made.
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    try shared.receive(shared.send("np"))
    #expect(try shared.review().unseen == 0)
  }

  @Test func `a coordinator's restored backup: a number that was given twice is no common base`()
    throws
  {
    _ = try shared.open("bnpt").backup.make(to: shared.folder.path("old.db"))
    try shared.set("K1", 1100, in: "bnpt")
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    for ending in ["", "-wal", "-shm"] { unlink(shared.folder.path("bnpt.db\(ending)")) }
    rename(shared.folder.path("old.db"), shared.folder.path("bnpt.db"))
    try shared.set("K1", 1200, in: "bnpt")
    let again = try shared.send("bnpt", to: "NP", into: "in")
    #expect(again.hasSuffix("-0002.parcel"))
    let arrival = try shared.receive(shared.send("np"))
    #expect(
      arrival.detail == """
        NP has applied parcel 2 of BNPT, which is not in this file as it was sent: was this file \
        restored from a backup?
        """)
    // NP has 11.00 of a parcel that is not known here; 12.00 does not go unasked.
    #expect(
      try shared.review().rows.map { "\($0.what) \($0.standing.rawValue): \($0.summary)" }
        == ["K1 conflict: Amount 12.00 → 11.00"])
  }

  @Test
  func `both changed one row: that it was in no earlier parcel does not hide a deletion here`()
    throws
  {
    // The answer was made before the row came, and lacks it.
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Hotel", 9000))
    let first = try shared.send("np")
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    try shared.receive(first)
    try shared.apply()
    try shared.open("bnpt").costs.remove(.init("K3000001"))
    try shared.set("K3000001", 9500, in: "np")
    try shared.receive(shared.send("np"))
    #expect(
      try shared.review().rows.map { "\($0.what) \($0.standing.rawValue)" }
        == ["K3000001 conflict"])
    #expect(try shared.apply().conflicts == 1)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1000"])
  }

  @Test func `two partners add the same SME: a pair in the list of duplicates, never a merge`()
    throws
  {
    try shared.join("AV")
    for copy in ["np", "av"] {
      _ = try shared.open(copy).organisations.add(
        "Aqua Test Ltd", .init(country: .init("FR"), cluster: copy.uppercased()))
      try shared.exchange(from: copy)
    }
    let bnpt = try shared.open("bnpt")
    let pairs = try bnpt.organisations.duplicates().pairs
    #expect(pairs.map { [$0.one.name, $0.other.name] } == [["Aqua Test Ltd", "Aqua Test Ltd"]])
    let pair = try #require(pairs.first)
    #expect(pair.one.id != pair.other.id)
    // Each partner still has its own alone.
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    let own = try shared.open("np").organisations.all().filter { $0.name == "Aqua Test Ltd" }
    #expect(own.count == 1)
  }

  @Test func `a period that was locked meanwhile: the review comes first, then an adjustment`()
    throws
  {
    try shared.exchange(from: "np")
    let day = "2021-03-31"
    _ = try shared.open("bnpt", on: day).periodCheck.lock("RP1", on: .of(day), because: "Early")
    let declared = try shared.open("bnpt", on: day).statements.ledger().statement(
      of: "NP", in: "RP1")
    try shared.set("K1", 1500, in: "np")
    try shared.receive(shared.send("np"))
    let bnpt = try shared.open("bnpt", on: day)
    let effect = try LockedEffect(bnpt)
    let words = ["RP1 is locked: this becomes an adjustment of RP2."]
    // The review offers it as what it would be, and nothing is changed by that.
    #expect(try bnpt.parcelReviews.lockedEffect() == words)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1000"])
    _ = try bnpt.parcelReviews.apply()
    #expect(try effect.remarks(in: bnpt) == words)
    let ledger = try bnpt.statements.ledger()
    #expect(ledger.adjustments(of: "RP1").map { "\($0.charged ?? "") \($0.count)" } == ["RP2 1"])
    #expect(ledger.statement(of: "NP", in: "RP1").sums == declared.sums)
  }

  @Test func `a person erased: who holds copies is listed, and the tombstone takes them out`()
    throws
  {
    let np = try shared.open("np")
    let contact = try np.contacts.add(
      ContactDraft([.name: "Dora Test", .email: "dora@example.org"]))
    #expect(try shared.open("np").sharing.holders(ofContact: contact.code) == [])
    try shared.exchange(from: "np")
    #expect(try shared.open("np").sharing.holders(ofContact: contact.code) == ["BNPT"])
    #expect(try shared.open("bnpt").sharing.holders(ofContact: contact.code) == ["NP"])
    #expect(try shared.open("bnpt").sharing.holders(ofContact: "C999") == [])
    _ = try shared.open("np").erasures.erase(contact.code, because: "Request")
    try shared.exchange(from: "np")
    #expect(
      try shared.open("bnpt").contacts.all().filter { $0.code == contact.code }.isEmpty)
    // No later parcel has the person, in either direction.
    for path in [try shared.send("np"), try shared.send("bnpt", to: "NP")] {
      let copy = path.contains("-BNPT-NP-") ? "np" : "bnpt"
      let content = try shared.content(of: path, for: copy)
      #expect(content.range(of: Data("dora@example.org".utf8)) == nil, "\(path)")
    }
  }

  @Test func `a key destroyed: parcels that were sealed to it cannot be read by anybody`() throws {
    let path = try shared.send("np")
    unlink(shared.folder.path("bnpt.db.key"))
    #expect(throws: KeyProblem.missing(shared.folder.path("bnpt.db.key"))) {
      try shared.receive(path)
    }
    let key = try KeyFile(ofProject: shared.folder.path("bnpt.db")).make().publicKey
    _ = try shared.open("bnpt").memberKeys.admit(key, of: "BNPT", because: "The old one is gone")
    #expect(throws: ParcelProblem.unopened(path)) { try shared.receive(path) }
    // Not even the sender reads it.
    let own = try KeyFile(ofProject: shared.folder.path("np.db")).existing()
    #expect(try own.open(OpenedParcel.outside(path).sealed) == nil)
  }
}

extension SharedProject {
  /// The rows of a parcel as a file, opened with the key of the copy that it is for.
  func content(of path: String, for copy: String) throws -> Data {
    let key = try KeyFile(ofProject: folder.path("\(copy).db")).existing()
    return Data(try #require(key.open(OpenedParcel.outside(path).sealed)))
  }

  /// Makes a parcel of NP as the first program made it that knew parcels.
  fileprivate func ofFirstLayout(
    _ change: (Database, Int64) throws -> Void
  ) throws -> String {
    let from = try open("np")
    let key = try KeyFile(ofProject: folder.path("np.db")).existing()
    let recipient = try KeyFile(ofProject: folder.path("bnpt.db")).existing().publicKey
    let first = try #require(Migration.all.firstIndex { $0.sql == Migration.parcels.sql })
    let layout = first + 1
    let (identity, number, np) = try from.read { db in
      (try CopyIdentity.fetch(db), try FileIdentity.number(db), try Partner.id("NP", in: db))
    }
    let project = try #require(identity?.project)
    let queue = try DatabaseQueue(path: folder.path("first.db"))
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "PRAGMA foreign_keys = OFF; PRAGMA application_id = \(Store.applicationID)")
      try Migration.layOut(db, upTo: layout)
      try db.execute(sql: "PRAGMA user_version = \(layout)")
      try change(db, np)
      let sum = try ParcelRows.sum("cost_line", in: db)
      try db.execute(
        sql: """
          INSERT INTO parcel
            (id, direction, form, layout, project, sender, recipient, sequence, replica, base,
             purpose, made_at, tables, state)
          VALUES (1, 'sent', 1, ?, ?, 'NP', 'BNPT', 1, ?, 1, 'share', '2020-09-01T12:00:00Z', ?,
                  'sent')
          """,
        arguments: [
          layout, project, number,
          #"{"cost_line":{"rows":\#(sum.rows),"sha256":"\#(sum.sha256)"}}"#,
        ])
    }
    try queue.close()
    let content = [UInt8](try folder.bytes("first.db"))
    let sealed = try #require(recipient.seal(content))
    let label = ParcelLabel(
      project: project, sender: "NP", recipient: "BNPT", sequence: 1, of: sealed, by: key)
    let path = folder.path("in/first.parcel")
    try ParcelFile(label: label, sealed: sealed).write(to: path)()
    return path
  }
}
