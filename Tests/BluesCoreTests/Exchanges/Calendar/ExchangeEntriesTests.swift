import Documents
import Testing

@testable import BluesCore

@Suite struct `The days of exchanges` {
  @Test func `stays, and the terms of what is to be paid, under lasting identities`() throws {
    let store = try Store.funded(
      on: "2021-03-16",
      [
        (.draft, nil, nil), (.validated, "2021-03-05", 41_500), (.paid, "2021-03-05", 41_500),
        (.cancelled, nil, nil),
      ])
    let file = try store.read { try FileIdentity.number($0) }
    let entries = try store.exchangeEntries.all()
    #expect(
      entries.map(\.uid) == [
        "EX-001-stay@\(file).blues", "EX-002-stay@\(file).blues", "EX-002-payment@\(file).blues",
        "EX-003-stay@\(file).blues",
      ])
    #expect(
      entries[1]
        == CalendarEvent(
          uid: "EX-002-stay@\(file).blues", summary: "EX-002 Empresa Niño B at Plasma",
          description: "BLUES exchange, validated.", location: "Plasma, Germany",
          firstDay: "2021-03-01", lastDay: "2021-03-05", category: "Stay"))
    #expect(
      entries[2]
        == CalendarEvent(
          uid: "EX-002-payment@\(file).blues",
          summary: "Pay EX-002: 415.00 EUR to Empresa Niño B",
          description: "Rule payment-term; the exchange is validated.", firstDay: "2021-03-15",
          lastDay: "2021-03-15", category: "Deadline", alarms: [3, 0]))
    #expect(try store.exchangeEntries.all([.init("EX-003")]).map(\.uid) == [entries[3].uid])
    #expect(try store.exchangeEntries.name() == "BLUES exchanges")
  }

  @Test func `a virtual stay is nowhere, and says that it is virtual`() throws {
    let store = try Store.funded(on: "2021-03-16", [(.completed, "2021-03-05", nil)])
    try store.set("UPDATE exchange SET mode = 'virtual'")
    let entries = try store.exchangeEntries.all()
    #expect(entries.map(\.summary) == ["EX-001 Empresa Niño A at Plasma (virtual)"])
    #expect(entries.map(\.location) == [nil])
  }
}
