import Basics
import GRDB
import Testing

@testable import BluesCore

/// The same thing that was entered in two copies, each with a row of its own.
@Suite struct `The same thing entered in both copies` {
  private let shared: SharedProject
  private let key = ReportTextKey("progress.WP1.RP1.NP")

  init() throws { shared = try SharedProject() }

  private func texts(_ copy: String) throws -> [String] {
    try shared.open(copy).reportTexts.all().map { "\($0.key) \($0.text)" }
  }

  private func writeTexts() throws {
    _ = try shared.open("np").reportTexts.set(key, to: "Theirs")
    _ = try shared.open("bnpt").reportTexts.set(key, to: "Ours")
    try shared.receive(shared.send("np"))
  }

  private func hours(_ copy: String, _ hours: String) throws {
    _ = try shared.open(copy).timesheets.add(
      .init(
        person: "NP-1", worked: #require(WorkDate(stored: "2020-06-02")),
        workPackage: WorkPackageCode("WP1")), #require(Hours(hours)))
  }

  @Test func `is a conflict with both values, and take puts theirs in the place of ours`() throws {
    try writeTexts()
    let row = try #require(shared.review().rows.first)
    #expect(row.what == "progress.WP1.RP1.NP" && row.standing == .conflict)
    #expect(row.summary == "Content Ours → Theirs")
    #expect(row.note == "It was entered here as well; take puts theirs in its place.")
    let field = try #require(row.changes.first)
    #expect([field.base, field.theirs, field.ours] == ["", "Theirs", "Ours"])
    #expect(try shared.apply().conflicts == 1)
    #expect(try texts("bnpt") == ["progress.WP1.RP1.NP Ours"])
    try shared.decide(.take, "progress.WP1.RP1.NP")
    let applied = try shared.apply()
    #expect(applied.changed == 1 && applied.added == 0 && applied.isWhole)
    #expect(try texts("bnpt") == ["progress.WP1.RP1.NP Theirs"])
    // Both have one row now.
    try shared.receive(shared.send("bnpt", to: "NP"), in: "np")
    #expect(try shared.review(in: "np").rows == [])
    try shared.apply(in: "np")
    try shared.receive(shared.send("np"))
    #expect(try shared.review().rows == [])
  }

  @Test func `that says the same is one thing, without a decision`() throws {
    _ = try shared.open("np").reportTexts.set(key, to: "Same")
    _ = try shared.open("bnpt").reportTexts.set(key, to: "Same")
    try shared.receive(shared.send("np"))
    let row = try #require(shared.review().rows.first)
    #expect(row.standing == .changed && row.summary == "")
    #expect(row.note == "The same was entered here.")
    let applied = try shared.apply()
    #expect(applied.changed == 1 && applied.isWhole)
    #expect(try texts("bnpt") == ["progress.WP1.RP1.NP Same"])
    try shared.receive(shared.send("bnpt", to: "NP"), in: "np")
    #expect(try shared.review(in: "np").rows == [])
  }

  @Test func `is settled in the other copy where ours stays`() throws {
    try writeTexts()
    try shared.decide(.refuse, "progress.WP1.RP1.NP")
    #expect(try shared.apply().isWhole)
    #expect(try texts("bnpt") == ["progress.WP1.RP1.NP Ours"])
    try shared.receive(shared.send("bnpt", to: "NP"), in: "np")
    #expect(try shared.review(in: "np").rows.map(\.summary) == ["Content Theirs → Ours"])
    try shared.decide(.take, "progress.WP1.RP1.NP", in: "np")
    #expect(try shared.apply(in: "np").isWhole)
    #expect(try texts("np") == ["progress.WP1.RP1.NP Ours"])
    try shared.receive(shared.send("np"))
    #expect(try shared.review().rows == [])
  }

  @Test func `hours are named by person, day and work package`() throws {
    _ = try shared.open("np").persons.add(.init("NP-1"), ["partner": "NP"])
    try shared.exchange(from: "np")
    try hours("np", "3")
    try hours("bnpt", "4")
    try shared.receive(shared.send("np"))
    let row = try #require(shared.review().rows.first)
    #expect(row.what == "NP-1 2020-06-02 WP1" && row.summary == "Hours 4.00 → 3.00")
    try shared.decide(.take, "np-1 2020-06-02 wp1")
    #expect(try shared.apply().changed == 1)
    let all = try shared.open("bnpt").read {
      try Int.fetchAll($0, sql: "SELECT hours FROM timesheet")
    }
    #expect(all == [300])
  }

  @Test func `a code that another partner has is named with its owner`() throws {
    for (copy, partner) in [("bnpt", "AV"), ("np", "NP")] {
      _ = try shared.open(copy).persons.add(.init("\(partner)-1"), ["partner": partner])
      try shared.sql("UPDATE person SET code = 'P-1'", in: copy)
    }
    try shared.receive(shared.send("np"))
    #expect(try shared.review().rows.map(\.standing) == [.new])
    #expect(
      try shared.apply().waiting.map(\.why) == [
        "its number or name belongs to another row here, P-1 of AV"
      ])
  }

  @Test func `an organisation that was refused is named where a contact waits for it`() throws {
    var draft = ContactDraft([.name: "Dora Test", .email: "dora@example.org"])
    draft[.organisation] = "Aqua Test"
    let np = try shared.open("np")
    let contact = try np.contacts.add(draft)
    try shared.receive(shared.send("np"))
    let firm = try #require(shared.review().rows.first { $0.kind == "organisation" }).what
    try shared.decide(.refuse, firm)
    let waiting = try shared.apply().waiting
    #expect(Set(waiting.map(\.why)) == ["it refers to \(firm), which was refused"])
    #expect(waiting.contains { $0.what == contact.code })
  }
}
