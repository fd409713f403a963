import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// What a parcel would change, and what is decided on it.
@Suite struct `The review of a parcel` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  private func rows(_ copy: String = "bnpt") throws -> [String] {
    try shared.review(in: copy).rows.map { "\($0.what) \($0.standing.rawValue): \($0.summary)" }
  }

  private func hours(_ store: Store) throws {
    _ = try store.timesheets.add(
      .init(
        person: "NP-1", worked: #require(WorkDate(stored: "2020-06-02")),
        workPackage: WorkPackageCode("WP1")), #require(Hours("7.5")))
  }

  @Test func `new and changed rows are shown in the words of lists, and nothing is changed yet`()
    throws
  {
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Hotel", 9000))
    try shared.set("K1", 1250, in: "np")
    try shared.receive(shared.send("np"))
    #expect(
      try rows() == [
        "K1 changed: Amount 10.00 → 12.50",
        "K3000001 new: Amount 90.00; Currency EUR; Incurred 2020-05-14; Description Hotel; "
          + "Category D.1; WP WP5; Evidence binder 1",
      ])
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1000"])
  }

  @Test func `an apply is one step, and one undo restores to the byte`() throws {
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Hotel", 9000))
    try shared.set("K1", 1250, in: "np")
    try shared.receive(shared.send("np"))
    let before = try shared.open("bnpt").dump()
    let steps = try shared.open("bnpt").history.steps().count
    let applied = try shared.apply()
    #expect(applied.added == 1 && applied.changed == 1 && applied.deleted == 0)
    let step = try #require(shared.open("bnpt").history.steps().first)
    #expect(step.summary == "applied parcel 1 of NP: 2 rows")
    #expect(try shared.open("bnpt").history.steps().count == steps + 1)
    _ = try shared.open("bnpt").history.undo()
    #expect(try shared.open("bnpt").dump() == before)
    #expect(try shared.apply().isWhole)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1250", "K3000001 Hotel 9000"])
  }

  @Test func `both changed one row: a conflict with base, theirs and ours, which waits`() throws {
    try shared.exchange(from: "np")
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    try shared.set("K1", 1111, in: "np")
    try shared.set("K1", 1234, in: "bnpt")
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Hotel", 9000))
    try shared.receive(shared.send("np"))
    let conflict = try #require(shared.review().rows.first { $0.standing == .conflict })
    let field = try #require(conflict.changes.first)
    #expect(
      [field.field, field.base, field.theirs, field.ours] == ["Amount", "10.00", "11.11", "12.34"])
    let first = try shared.apply()
    #expect(first.added == 1 && first.conflicts == 1 && !first.isWhole)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1234", "K3000001 Hotel 9000"])
    #expect(try shared.review().state == .partly)
    #expect(try shared.decide(.take, "K1").standing == .taken)
    let second = try shared.apply()
    #expect(second.changed == 1 && second.added == 0 && second.isWhole)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1111", "K3000001 Hotel 9000"])
  }

  @Test func `a parcel that is applied in part is never applied over a later one`() throws {
    try shared.exchange(from: "np")
    try shared.set("K1", 1111, in: "np")
    try shared.set("K1", 1234, in: "bnpt")
    try shared.receive(shared.send("np"))
    #expect(try shared.apply().conflicts == 1)
    try shared.set("K1", 1222, in: "np")
    try shared.receive(shared.send("np"))
    try shared.decide(.take, "K1")
    #expect(try shared.apply().isWhole)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1222"])
    #expect(throws: ParcelProblem.noneWaiting(nil)) { try shared.apply() }
    let states = try shared.open("bnpt").shareStatus.status().parcels
      .filter { $0.direction == "received" }.map(\.state)
    #expect(states == [.applied, .superseded, .applied])
  }

  @Test func `different columns of one row are a conflict as well`() throws {
    try shared.exchange(from: "np")
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    _ = try shared.open("np").costs.set(.init("K1"), ["note": "Second class"])
    try shared.set("K1", 1234, in: "bnpt")
    try shared.receive(shared.send("np"))
    #expect(
      try rows() == ["K1 conflict: Amount 12.34 → 10.00; Note (empty) → Second class"])
  }

  @Test func `what only this copy changed since is not shown, and stays`() throws {
    try shared.exchange(from: "np")
    try shared.set("K1", 1234, in: "bnpt")
    try shared.receive(shared.send("np"))
    #expect(try rows() == [])
    #expect(try shared.apply().isWhole)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1234"])
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    #expect(try shared.costs("np") == ["K1 First ticket 1234"])
  }

  @Test func `a return that crossed a resubmission is a conflict, not a merge`() throws {
    try shared.set("K1", 1100, in: "np")
    try shared.exchange(from: "np")
    try shared.set("K1", 1050, in: "bnpt")
    let answer = try shared.send("bnpt", to: "NP")
    try shared.set("K1", 1200, in: "np")
    try shared.receive(answer, in: "np")
    #expect(try rows("np") == ["K1 conflict: Amount 12.00 → 10.50"])
    try shared.receive(shared.send("np"))
    #expect(try rows() == ["K1 conflict: Amount 10.50 → 12.00"])
  }

  @Test func `a refused row: the rest is applied, and it is not asked again until it changes`()
    throws
  {
    let np = try shared.open("np")
    _ = try np.costs.add(.init("K3000001"), SharedProject.cost("Hotel", 9000))
    _ = try np.costs.add(.init("K3000002"), SharedProject.cost("Bar", 800))
    try shared.receive(shared.send("np"))
    #expect(try shared.decide(.refuse, "k3000002").standing == .refused)
    let applied = try shared.apply()
    #expect(applied.added == 1 && applied.refused == 1 && applied.isWhole)
    #expect(try shared.open("bnpt").shareStatus.status().parcels.last?.note == "Partly: 1 refused.")
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1000", "K3000001 Hotel 9000"])
    try shared.receive(shared.send("np"))
    #expect(
      try rows() == [
        "K3000002 refused: Amount 8.00; Currency EUR; Incurred 2020-05-14; Description Bar; "
          + "Category D.1; WP WP5; Evidence binder 1"
      ])
    try shared.apply()
    try shared.set("K3000002", 300, in: "np")
    try shared.receive(shared.send("np"))
    #expect(try shared.review().rows.map(\.standing) == [.new])
  }

  @Test func `a row that refers to a refused one waits, and is named`() throws {
    let np = try shared.open("np")
    _ = try np.persons.add(.init("NP-1"), ["partner": "NP"])
    try hours(np)
    try shared.receive(shared.send("np"))
    try shared.decide(.refuse, "NP-1")
    let applied = try shared.apply()
    #expect(applied.added == 0 && !applied.isWhole)
    #expect(applied.waiting.map(\.why) == ["it refers to NP-1, which was refused"])
    try shared.decide(.take, "NP-1")
    let whole = try shared.apply()
    #expect(whole.added == 2)
    #expect(whole.waiting.map(\.why) == [])
  }

  @Test func `the answer tells the partner what was refused and why, until the row changes`() throws
  {
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Bar", 800))
    try shared.receive(shared.send("np"))
    try shared.decide(.refuse, "K3000001")
    try shared.apply()
    try shared.receive(shared.send("bnpt", to: "NP"), in: "np")
    let answer = try #require(shared.review(in: "np").answers.first)
    #expect(answer.what == "K3000001" && answer.decision == .refuse)
    #expect(answer.reason == "Looked at" && answer.decidedBy == "tester")
    #expect(try shared.review(in: "np").rows.isEmpty)
    try shared.apply(in: "np")
    #expect(try shared.costs("np") == ["K1 First ticket 1000", "K3000001 Bar 800"])
    try shared.set("K3000001", 300, in: "np")
    try shared.receive(shared.send("bnpt", to: "NP"), in: "np")
    #expect(try shared.review(in: "np").answers == [])
  }

  @Test func `a submission goes from submitted to returned, applied and locked`() throws {
    func standing() throws -> [String] {
      try shared.open("bnpt").shareStatus.status().submissions.map {
        "\($0.partner) \($0.period) \($0.sequence) \($0.standing.rawValue)"
      }
    }
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Bar", 800))
    try shared.receive(shared.send("np", as: .submit, period: "RP1"))
    #expect(try standing() == ["NP RP1 1 submitted"])
    try shared.decide(.refuse, "K3000001")
    try shared.apply()
    #expect(try standing() == ["NP RP1 1 applied in part"])
    let answer = try shared.send("bnpt", to: "NP", as: .return, period: "RP1")
    #expect(try standing() == ["NP RP1 1 returned"])
    try shared.receive(answer, in: "np")
    try shared.apply(in: "np")
    try shared.set("K3000001", 300, in: "np")
    try shared.receive(shared.send("np", as: .submit, period: "RP1"))
    try shared.apply()
    #expect(try standing() == ["NP RP1 2 applied"])
    let day = "2021-03-31"
    _ = try shared.open("bnpt", on: day).periodCheck.lock("RP1", on: .of(day), because: "Early")
    #expect(try standing() == ["NP RP1 2 locked"])
  }

  @Test func `a change that was refused is told as an answer, and not taken back unasked`() throws {
    try shared.set("K1", 1100, in: "np")
    try shared.receive(shared.send("np"))
    try shared.decide(.refuse, "K1")
    try shared.apply()
    try shared.receive(shared.send("bnpt", to: "NP"), in: "np")
    #expect(try rows("np") == [])
    #expect(try shared.review(in: "np").answers.map(\.what) == ["K1"])
    try shared.apply(in: "np")
    #expect(try shared.costs("np") == ["K1 First ticket 1100"])
    // Where the coordinator changes the row as well, both have changed it.
    try shared.set("K1", 1050, in: "bnpt")
    try shared.receive(shared.send("bnpt", to: "NP"), in: "np")
    #expect(try rows("np") == ["K1 conflict: Amount 11.00 → 10.50"])
  }

  @Test func `a parked row is shown again with the next parcel`() throws {
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Hotel", 9000))
    try shared.receive(shared.send("np"))
    try shared.decide(.park, "K3000001")
    #expect(try shared.apply().parked == 1)
    try shared.receive(shared.send("np"))
    let row = try #require(shared.review().rows.first)
    #expect(row.standing == .parked && row.reason == "Looked at")
    try shared.decide(.take, "K3000001")
    #expect(try shared.apply().added == 1)
  }

  @Test func `a row absent in theirs is not sent; it is deleted only when the parcel says so`()
    throws
  {
    try shared.exchange(from: "np")
    try shared.sql("DELETE FROM cost_line", in: "np")
    try shared.receive(shared.send("np"))
    #expect(try rows() == [])
    #expect(try shared.review().notSent.map { "\($0.rows) \($0.kind)" } == ["1 cost"])
    try shared.apply()
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1000"])
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Hotel", 9000))
    try shared.exchange(from: "np")
    try shared.open("np").costs.remove(.init("K3000001"))
    try shared.receive(shared.send("np"))
    #expect(try shared.review().count(.deleted) == 1)
    #expect(try shared.apply().deleted == 1)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1000"])
  }

  @Test func `a deletion of what is in use here waits, and says by what`() throws {
    let np = try shared.open("np")
    _ = try np.persons.add(.init("NP-1"), ["partner": "NP"])
    try shared.exchange(from: "np")
    try hours(shared.open("bnpt"))
    try shared.open("np").persons.remove(.init("NP-1"))
    try shared.receive(shared.send("np"))
    let applied = try shared.apply()
    #expect(applied.deleted == 0)
    #expect(applied.waiting.map(\.what) == ["NP-1"])
    #expect(applied.waiting.map(\.why) == ["it is in use here, by NP-1 2020-06-02 WP1"])
  }

  @Test func `base unknown: every difference is a conflict, and nothing is deleted unasked`() throws
  {
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Hotel", 9000))
    try shared.exchange(from: "np")
    try shared.set("K1", 1100, in: "np")
    try shared.open("np").costs.remove(.init("K3000001"))
    try shared.sql("DELETE FROM parcel_content", in: "bnpt")
    try shared.receive(shared.send("np"))
    let review = try shared.review()
    #expect(review.isBaseUnknown)
    #expect(review.rows.map(\.standing) == [.conflict, .conflict])
    #expect(try shared.apply().conflicts == 2)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1000", "K3000001 Hotel 9000"])
  }

  @Test func `two partners add the same organisation: two records, and no merge`() throws {
    try shared.join("AV")
    for copy in ["np", "av"] {
      _ = try shared.open(copy).organisations.add(
        "Aqua Test", .init(country: .init("FR"), cluster: copy.uppercased()))
      try shared.exchange(from: copy)
    }
    let names = try shared.open("bnpt").organisations.all().map(\.name)
    #expect(names.filter { $0 == "Aqua Test" }.count == 2)
  }

  @Test func `clocks that are wrong are shown and decide nothing`() throws {
    try shared.set("K1", 1100, in: "np")
    try shared.receive(shared.send("np", on: "2031-01-01"))
    try shared.set("K1", 1200, in: "np")
    try shared.receive(shared.send("np", on: "1999-01-01"))
    let review = try shared.review()
    #expect(review.sequence == 2 && review.madeAt == "1999-01-01T12:00:00Z")
    try shared.apply()
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1200"])
  }

  @Test func `a person who was erased: the deletion travels, and says so`() throws {
    let np = try shared.open("np")
    let contact = try np.contacts.add(
      ContactDraft([.name: "Dora Test", .email: "dora@example.org"]))
    try shared.exchange(from: "np")
    #expect(try shared.open("bnpt").contacts.one(contact.code).contact.code == contact.code)
    _ = try shared.open("np").erasures.erase(contact.code, because: "Request")
    let path = try shared.send("np")
    try shared.receive(path)
    let row = try #require(shared.review().rows.first { $0.what == contact.code })
    #expect(row.standing == .deleted)
    #expect(
      row.note == "The person was erased there: blues partner contact erase \(contact.code)")
    #expect(try shared.apply().erased == [contact.code])
  }

  @Test func `a period that was locked meanwhile: what comes is an adjustment`() throws {
    try shared.exchange(from: "np")
    let day = "2021-03-31"
    _ = try shared.open("bnpt", on: day).periodCheck.lock("RP1", on: .of(day), because: "Early")
    try shared.set("K1", 1500, in: "np")
    try shared.receive(shared.send("np"))
    let bnpt = try shared.open("bnpt", on: day)
    let effect = try LockedEffect(bnpt)
    _ = try bnpt.parcelReviews.apply()
    #expect(try effect.remarks(in: bnpt) != [])
  }

  @Test func `no parcel has another partner's secrets`() throws {
    let bnpt = try shared.open("bnpt")
    let marks = ["Secret-cost-AV", "Secret-person-AV", "secret-av@example.org", "Secret-text-AV"]
    _ = try bnpt.costs.add(.init("K2"), SharedProject.cost(marks[0], 700, of: "AV"))
    _ = try bnpt.persons.add(.init("AV-1"), ["partner": "AV", "name": marks[1]])
    var draft = ContactDraft([.name: "Eva Test", .email: marks[2]])
    draft.partner = "AV"
    _ = try bnpt.contacts.add(draft)
    _ = try bnpt.costs.set(.init("K2"), ["note": marks[3]])
    try shared.send("bnpt", to: "NP")
    let contents = try shared.open("bnpt").read { db in
      try Row.fetchAll(db, sql: "SELECT bytes FROM parcel_content").map {
        try $0.value("bytes", as: Data.self)
      }
    }
    #expect(contents.count >= 2)
    for mark in marks {
      #expect(contents.allSatisfy { $0.range(of: Data(mark.utf8)) == nil }, "\(mark)")
    }
    // Sealed, not even what NP may read is in the clear.
    let sealed = try FileManager.default.contentsOfDirectory(atPath: shared.folder.path("out"))
    for name in sealed {
      #expect(try shared.folder.bytes("out/\(name)").range(of: Data("First ticket".utf8)) == nil)
    }
  }
}
