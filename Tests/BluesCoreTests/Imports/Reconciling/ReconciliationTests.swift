import Tabular
import Testing

@testable import BluesCore

@Suite struct `The scheme's list held against ours` {
  let store: Store

  /// Aqua at Plasma in March, Bio at Plasma in April, a cancelled visit of Cera.
  init() throws {
    store = try Store.blues(on: "2021-06-30")
    _ = try store.organisations.add("Plasma GmbH", .init(country: .init("DE"), cluster: "BNPT"))
    _ = try store.profiles.add("Plasma GmbH", .init(role: .host, category: "cluster"))
    for (name, month) in [("Aqua Ímagen S.L.", "03"), ("Bio", "04"), ("Cera", "02")] {
      _ = try store.organisations.add(name, .init(country: .init("ES"), cluster: "ZINNAE"))
      _ = try store.profiles.add(name, .init(role: .visitor, category: "sme"))
      _ = try store.exchanges.propose(
        host: "Plasma GmbH", visitor: name, from: .of("2021-\(month)-12"),
        to: .of("2021-\(month)-16"), on: .of("2021-02-01"))
    }
    _ = try store.exchanges.cancel(.init("EX-003"), on: .of("2021-02-02"), because: "x")
  }

  func reconciled(
    _ text: String, map: [String] = [], order: DateOrder? = nil,
    rejects: (any RejectionSink)? = nil
  ) throws -> Reconciliation {
    var request = ImportRequest.test(map: map, unmapped: .ignore)
    request.dateOrder = order
    return try store.exchanges.reconciled(
      with: RowReader(source: .bytes(Array(text.utf8))), request, rejects: rejects)
  }

  func lines(_ found: Reconciliation) -> [String] {
    found.entries.map { entry in
      [
        entry.kind.rawValue, entry.line.map(String.init), entry.exchange?.description, entry.field,
        entry.there, entry.here,
      ].map { $0 ?? "-" }.joined(separator: " | ")
    }
  }

  @Test func `rows are found by name without legal form, accents and order of words`() throws {
    let found = try reconciled(
      """
      Visitor organisation,Host organisation,Start date,End date,Status,Score
      "Imagen Aqua, SL",PLASMA,2021-03-12T00:00,2021-03-16,Registration,7
      Bio,Plasma,2021-04-12,2021-04-16,draft,
      """)
    #expect(found.rows == 2)
    #expect(found.alike == 2)
    #expect(lines(found) == [])
    #expect(found.compared == ["visitor", "host", "first_day", "last_day", "state"])
  }

  @Test func `what is only there, only here, different and unreadable is told by line`() throws {
    let found = try reconciled(
      """
      visitor,host,visitor_country,first_day,last_day,mode,state,amount
      Aqua Ímagen S.L.,Plasma GmbH,Spain,2021-03-12,2021-03-19,virtual,Matching,780.00 EUR
      Dala,Plasma GmbH,SE,2021-05-03,2021-05-07,,,
      Aqua Ímagen S.L.,Plasma GmbH,ES,12/03/2021,,carrier pigeon,lost,
      """)
    #expect(
      lines(found) == [
        "different | 2 | EX-001 | last_day | 2021-03-19 | 2021-03-16",
        "different | 2 | EX-001 | mode | virtual | physical",
        "different | 2 | EX-001 | amount | 780.00 EUR | -",
        "different | 2 | EX-001 | state | Matching | draft",
        "only there | 3 | - | - | 2021-05-03 | -",
        "only there | 4 | - | - | 12/03/2021 | -",
        "only here | - | EX-002 | - | - | 2021-04-12",
      ])
    #expect(found.alike == 0)
  }

  @Test func `our own code goes before the names, and what cannot be read is told`() throws {
    let found = try reconciled(
      """
      id,Guest,host,first_day,mode,state
      EX-002,Another name,Plasma,soon,carrier pigeon,lost
      """, map: ["Guest=visitor"])
    #expect(
      lines(found).prefix(3) == [
        "unreadable | 2 | EX-002 | first_day | soon | 2021-04-12",
        "unreadable | 2 | EX-002 | mode | carrier pigeon | physical",
        "unreadable | 2 | EX-002 | state | lost | draft",
      ])
  }

  @Test func `of several exchanges of one pair the nearest in time answers`() throws {
    _ = try store.exchanges.propose(
      host: "Plasma GmbH", visitor: "Bio", from: .of("2021-06-07"), to: .of("2021-06-11"),
      mode: .virtual, on: .of("2021-02-01"))
    let found = try reconciled("visitor,host,first_day\nBio,Plasma GmbH,2021-06-01\n")
    #expect(
      lines(found) == [
        "different | 2 | EX-004 | first_day | 2021-06-01 | 2021-06-07",
        "only here | - | EX-001 | - | - | 2021-03-12",
        "only here | - | EX-002 | - | - | 2021-04-12",
      ])
  }

  @Test func `a list without the two names is refused, and nothing is changed`() throws {
    let before = try store.dump()
    #expect(throws: MappingProblem.self) { try reconciled("visitor,state\nBio,draft\n") }
    _ = try reconciled("visitor,host\nBio,Plasma\n")
    #expect(try store.dump() == before)
  }

  @Test func `headings are known in six languages, and totals and blank rows are left out`() throws
  {
    let rejects = RejectedRows()
    let found = try reconciled(
      """
      Besucher;Gastgeber;Beginn;Ende;Betrag
      Bio;Plasma;12.04.2021;16.04.2021;
      ;;;;
      Bio;"Plasma" GmbH;12.04.2021;16.04.2021;
      Summe;;;;0
      """, order: .dmy, rejects: rejects)
    #expect(found.compared == ["visitor", "host", "first_day", "last_day", "amount"])
    #expect(found.rows == 2)
    #expect(found.alike == 1)
    #expect(found.totals == 1)
    #expect(rejects.rows.map(\.rule) == ["text-after-quote"])
    #expect(rejects.rows.map(\.line) == [4])
    #expect(lines(found).filter { !$0.hasPrefix("only here") }.count == 1)
  }
}
