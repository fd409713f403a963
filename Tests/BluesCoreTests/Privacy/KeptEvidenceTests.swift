import Basics
import Testing

@testable import BluesCore

/// What the law has to be kept stays without the person's data.
@Suite struct `Erasing a person of an exchange` {
  let store: Store

  init() throws {
    store = try Store.rich()
    _ = try store.exchangePersons.add(.init("EX-003"), "C3", role: "participant Carla Ruiz")
    var setting = Exchanges.Setting()
    setting.goals = "Ms Ruiz learns about wells."
    _ = try store.exchanges.set(.init("EX-003"), setting)
  }

  @Test func `the row stays under a pseudonym, with the links of the exchange`() throws {
    let erasure = try store.erasures.erase("C3", because: "Request")
    #expect(!erasure.isGone)
    #expect(erasure.kept.map(\.what) == ["exchange EX-003 (ongoing)"])
    #expect(erasure.kept[0].until == nil)
    let contact = try store.contacts.one("C3").contact
    #expect(contact.known[.name] == "Person C3")
    #expect(contact.known[.email] == nil)
    #expect(contact.known[.organisation] == "Ríos Altos")
    #expect(contact.known[.country] == "ES")
    let persons = try store.exchangePersons.all(.init("EX-003"))
    #expect(
      persons.map { "\($0.contact) \($0.name) \($0.role ?? "")" } == [
        "C3 Person C3 participant Person C3"
      ])
    #expect(
      try store.exchanges.one(.init("EX-003")).exchange.goals == "Ms Person C3 learns about wells.")
  }

  @Test func `the term is five years from the payment of the balance, or the project's own`() throws
  {
    _ = try store.grantPayments.add(
      .init("PAY1"), ["kind": "balance", "amount": "100", "paid_on": "2020-08-31"])
    #expect(
      try store.rehearsal.erasures.erase("C3", because: "Request").kept[0].until
        == .of("2025-08-31"))
    _ = try store.ruleFigures.set(
      "evidence-retention", "years", to: "10", because: "National law")
    #expect(
      try store.erasures.erase("C3", because: "Request").kept[0].until == .of("2030-08-31"))
  }

  @Test func `frozen documents of a locked period are known by their new digest`() throws {
    _ = try store.reportTexts.set(
      .init("recommendations", period: "RP1"), to: "Carla Ruiz wrote this.")
    _ = try store.on("2021-03-01").periodCheck.lock("RP1", on: .of("2021-03-01"), because: "Early")
    let store = try store.on("2021-03-02")
    let before = try store.frozenDocuments.all(in: "RP1")
    #expect(before.contains { $0.content.contains("Carla Ruiz") })
    _ = try store.erasures.erase("C3", because: "Request")
    let after = try store.frozenDocuments.all(in: "RP1")
    #expect(after.map(\.kind) == before.map(\.kind))
    #expect(after.allSatisfy { !$0.content.contains("Ruiz") })
    _ = try store.asKnown(on: .of("2021-03-01")).frozenDocuments.all(in: "RP1")
  }
}
