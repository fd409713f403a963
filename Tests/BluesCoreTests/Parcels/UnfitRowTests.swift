import Basics
import GRDB
import Testing

@testable import BluesCore

/// Rows of a parcel with values that no command writes: they would stop the lists of a project.
@Suite struct `Rows of a parcel that do not fit` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  /// Two costs of NP, of which another program changed the first.
  private func send(_ change: String) throws {
    let np = try shared.open("np")
    _ = try np.costs.add(.init("K3000001"), SharedProject.cost("Hotel", 9000))
    _ = try np.costs.add(.init("K3000002"), SharedProject.cost("Bar", 800))
    try shared.sql("UPDATE cost_line SET \(change) WHERE number = 3000001", in: "np")
    try shared.receive(shared.send("np"))
  }

  private static let outside = "whose numbers begin at 3000001."

  @Test(arguments: [
    ("amount_cents = 9223372036854775807", "Amount is too large: 9223372036854775807."),
    ("currency = 'ZZ!'", "Currency cannot be read: ZZ!."),
    ("incurred_on = '9999-99-99'", "Incurred cannot be read: 9999-99-99."),
    ("category = 'QQ'", "Category is not one of the project: QQ."),
    ("extra = '[1'", "Extra cannot be read: [1."),
    ("extra = '7'", "Extra cannot be read: 7."),
    ("number = 7", "its number 7 is not of NP, \(outside)"),
    ("number = 1000003", "its number 1000003 is not of NP, \(outside)"),
    (
      "number = 9223372036854775807",
      "its number 9223372036854775807 is not of NP, \(outside)"
    ),
    (
      "note = replace(hex(zeroblob(500001)), '0', 'x')",
      "Note has 1000002 bytes; the maximum is 1000000."
    ),
  ])
  func `are refused with the reason, and the others come in`(
    _ change: String, _ reason: String
  ) throws {
    try send(change)
    let rows = try shared.review().rows
    #expect(rows.map(\.standing).sorted { $0.rawValue < $1.rawValue } == [.new, .refused])
    let row = try #require(rows.first { $0.standing == .refused })
    #expect(row.reason == reason)
    let applied = try shared.apply()
    #expect(applied.added == 1 && applied.refused == 1 && applied.isWhole)
    #expect(applied.unfit.map { "\($0.why)." } == [reason])
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1000", "K3000002 Bar 800"])
    #expect(try shared.open("bnpt").integrity.faults().isEmpty)
  }

  @Test func `are told to the sender, and come in when they are corrected`() throws {
    try send("currency = 'ZZ!'")
    #expect(
      throws: ReviewProblem.unfit("K3000001", why: "Currency cannot be read: ZZ!")
    ) { try shared.decide(.take, "K3000001") }
    try shared.apply()
    try shared.receive(shared.send("bnpt", to: "NP"), in: "np")
    let answer = try #require(shared.review(in: "np").answers.first)
    #expect(answer.what == "K3000001" && answer.decision == .refuse)
    #expect(answer.reason == "Currency cannot be read: ZZ!.")
    try shared.apply(in: "np")
    try shared.sql("UPDATE cost_line SET currency = 'EUR' WHERE number = 3000001", in: "np")
    try shared.receive(shared.send("np"))
    #expect(try shared.review().rows.map { "\($0.what) \($0.standing)" } == ["K3000001 new"])
    #expect(try shared.apply().added == 1)
  }

  @Test func `hours, contacts and rates are read as well`() throws {
    let np = try shared.open("np")
    _ = try np.persons.add(.init("NP-1"), ["partner": "NP"])
    _ = try np.timesheets.add(
      .init(
        person: "NP-1", worked: #require(WorkDate(stored: "2020-06-02")),
        workPackage: WorkPackageCode("WP1")), #require(Hours("7.5")))
    _ = try np.contacts.add(ContactDraft([.name: "Dora Test", .email: "dora@example.org"]))
    try shared.sql(
      """
      UPDATE timesheet SET worked_on = '2020-66-66';
      UPDATE contact SET extra = 'no object';
      INSERT INTO person_rate
        (id, person_id, starts_on, annual_cost_hundredths, currency, productive_hours_hundredths)
      SELECT id + 1, id, '2020-01-01', 6150000, 'ZZ!', 172000 FROM person WHERE code = 'NP-1'
      """, in: "np")
    try shared.receive(shared.send("np"))
    let refused = try shared.review().rows.filter { $0.standing == .refused }
      .map { "\($0.kind): \($0.reason ?? "")" }.sorted()
    #expect(
      refused == [
        "contact: Extra cannot be read: no object.",
        "rate of pay: Currency cannot be read: ZZ!.",
        "timesheet: Worked on cannot be read: 2020-66-66.",
      ])
    #expect(try shared.apply().isWhole)
    #expect(try shared.open("bnpt").integrity.faults().isEmpty)
  }

  @Test func `a number that the coordinator gave is the partner's to send`() throws {
    try shared.set("K1", 1100, in: "np")
    try shared.receive(shared.send("np"))
    #expect(try shared.review().rows.map(\.standing) == [.changed])
    // The coordinator lost the row, as by a backup, and gets it back.
    try shared.sql("DELETE FROM cost_line", in: "bnpt")
    #expect(try shared.review().rows.map(\.standing) == [.new])
  }

  @Test func `a long text is cut in the line of a review, and whole in its values`() throws {
    let text = String(repeating: "Hotel and meals ", count: 10).trimmed
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost(text, 9000))
    try shared.receive(shared.send("np"))
    let row = try #require(shared.review().rows.first)
    #expect(
      row.summary
        == "Amount 90.00; Currency EUR; Incurred 2020-05-14; Description \(text.prefix(59))…; "
        + "Category D.1; WP WP5; Evidence binder 1")
    #expect(
      row.values == [
        "Amount 90.00", "Currency EUR", "Incurred 2020-05-14", "Description \(text)",
        "Category D.1", "WP WP5", "Evidence binder 1",
      ])
  }
}
