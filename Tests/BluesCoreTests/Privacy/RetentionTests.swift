import Basics
import Testing

@testable import BluesCore

/// Contacts are held as long as the rules of retention say, and then erased.
@Suite struct `Retention` {
  let store: Store

  init() throws {
    store = try Store.rich()
    for (name, basis) in [("Ida Holm", "consent"), ("Jon Berg", "legitimate_interests")] {
      _ = try store.contacts.add(
        ContactDraft([
          .name: name, .email: "\(name.prefix(3).lowercased())@example.org", .basis: basis,
        ]))
    }
    for contact in ["ida@example.org", "jon@example.org"] {
      for (act, day) in [(ConsentEntry.Act.given, "2020-03-01"), (.withdrawn, "2020-08-10")] {
        _ = try store.consents.record(
          contact, ConsentEntry.Word(act, .newsletter, on: try .of(day)))
      }
    }
    _ = try store.exchangePersons.add(.init("EX-003"), "C3", role: "participant")
  }

  private func term(_ contact: String) throws -> RetentionTerm {
    let id = try store.contacts.one(contact).contact.id
    return try #require(
      try store.read { try RetentionTerm.fetchAll($0) }.first { $0.contact == id })
  }

  @Test func `consent that was the only ground lasts a month after its withdrawal`() throws {
    let ida = try term("ida@example.org")
    #expect(ida.rule == "consent-retention")
    #expect(ida.why == "consent was its only ground, and was withdrawn on 2020-08-10")
    #expect(ida.until == (try .of("2020-09-10")))
    // Held on another ground, a withdrawn consent changes nothing.
    #expect(try term("jon@example.org").rule == "contact-retention")
  }

  @Test func `a consent that still stands keeps the contact`() throws {
    let photo = try #require(ConsentScope("photo"))
    _ = try store.consents.record(
      "ida@example.org", ConsentEntry.Word(.given, photo, on: try .of("2020-03-02")))
    #expect(try term("ida@example.org").rule == "contact-retention")
  }

  @Test func `who took part in nothing stays a year after the project's end`() throws {
    let jon = try term("jon@example.org")
    #expect(jon.why == "took part in nothing; the project ends on 2022-01-31")
    #expect(jon.until == (try .of("2023-01-31")))
    _ = try store.ruleFigures.set("contact-retention", "months", to: "24", because: "Agreed")
    #expect(try term("jon@example.org").until == .of("2024-01-31"))
  }

  @Test func `evidence has no end before the balance is paid, then five years`() throws {
    let before = try term("C3")
    #expect(before.rule == "evidence-retention")
    #expect(before.why == "evidence of an exchange or activity; the balance is not paid yet")
    #expect(before.until == nil)
    _ = try store.grantPayments.add(
      .init("PAY1"), ["kind": "balance", "amount": "100", "paid_on": "2020-08-31"])
    #expect(try term("C3").until == .of("2025-08-31"))
  }

  @Test func `a contact is due the day after its last day`() throws {
    let ida = try store.contacts.one("ida@example.org").contact.code
    #expect(try store.retention.due(on: .of("2020-09-10")) == [])
    let due = try store.retention.due(on: .of("2020-09-11"))
    #expect(due.map { "\($0.code) \($0.name)" } == ["\(ida) Ida Holm"])
    let next = try store.retention.next(after: .of("2020-09-01"))
    #expect(next == .init(until: try .of("2020-09-10"), count: 1))
  }

  @Test func `the agenda names the day from which it is due, and the command`() throws {
    _ = try store.grantPayments.add(
      .init("PAY1"), ["kind": "balance", "amount": "100", "paid_on": "2020-08-31"])
    let items = try store.on("2020-09-11").agenda.items(.init(days: nil))
      .filter { $0.kind == "retention" }
    #expect(
      items.map { "\($0.dueOn) \($0.title): \($0.command)" } == [
        "2020-09-11 Erase 1 contact that may be held until 10 September 2020: "
          + "blues partner contact retention apply",
        "2023-02-01 Erase 3 contacts that may be held until 31 January 2023: "
          + "blues partner contact retention apply",
        "2025-09-01 Erase 1 contact that may be held until 31 August 2025: "
          + "blues partner contact retention apply",
      ])
    #expect(items.map(\.standing.isLate) == [false, false, false])
    #expect(
      try store.on("2020-09-12").agenda.items().contains {
        $0.standing.isLate && $0.kind == "retention"
      })
  }

  @Test func `what is due is erased as one step, and nothing twice`() throws {
    let ida = try store.contacts.one("ida@example.org").contact.code
    let later = try store.on("2020-09-11")
    #expect(try later.rehearsing().retention.apply().map(\.code) == [ida])
    #expect(try store.contacts.one("ida@example.org").contact.code == ida)
    let erasures = try later.retention.apply()
    #expect(erasures.map(\.code) == [ida])
    #expect(erasures[0].isFinished == true)
    #expect(throws: ContactProblem.unknown("ida@example.org")) {
      try later.contacts.one("ida@example.org")
    }
    #expect(try later.history.steps(limit: 1)[0].summary == "erased \(ida)")
    #expect(try later.stopList.all().map(\.reason) == ["erased \(ida)"])
    #expect(try later.retention.apply() == [])
    _ = try store.contacts.add(ContactDraft([.name: "Kai Moe", .email: "kai@example.org"]))
    // When the time of all others is over, they go at once.
    let end = try store.on("2023-02-01")
    let codes = try end.retention.due(on: .of("2023-02-01")).map(\.code)
    #expect(codes.count == 4)
    #expect(try end.retention.apply().map(\.code) == codes)
    #expect(
      try end.history.steps(limit: 1)[0].summary == "erased 4 persons")
    #expect(try end.contacts.all().map(\.title).contains("Jon Berg") == false)
  }
}
