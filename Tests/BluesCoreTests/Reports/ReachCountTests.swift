import GRDB
import Testing

@testable import BluesCore

@Suite struct `Counting contacts by partner and country` {
  @Test func `gives what SQLite's own grouping gives`() throws {
    var chance = SplitMix64(seed: 7)
    let store = try Store.blues()
    for partner in ["NP", "AV", nil] {
      var lines = ["organisation,name,country"]
      for number in 0..<1000 {
        let organisation = chance.next() % 5 == 0 ? "" : "Agua \(chance.next() % 200)"
        let country = ["ES", "FR", "PL", "", "DE"][Int(chance.next() % 5)]
        lines.append("\(organisation),Ana \(number),\(country)")
      }
      try store.importContacts(lines.joined(separator: "\n") + "\n", .test(partner: partner))
    }
    let (reach, grouped) = try store.read { db in
      (
        try ReachCount.fetch(db).map {
          "\($0.partner) \($0.country) \($0.contacts) \($0.organisations)"
        },
        try String.fetchAll(
          db,
          sql: """
            SELECT printf('%s %s %d %d', coalesce(partner.code, ''), coalesce(contact.country, ''),
              count(*), count(DISTINCT contact.organisation_id))
            FROM contact LEFT JOIN partner ON partner.id = contact.partner_id
            GROUP BY contact.partner_id, contact.country
            ORDER BY partner.code IS NULL, partner.code, contact.country IS NULL, contact.country
            """)
      )
    }
    #expect(reach == grouped)
    #expect(reach.count == 15)
  }

  private typealias Reach = StatusFigures.Reach

  private static func words(_ reach: [Reach]) -> [String] {
    Reach.folded(reach).map { "\($0.partner) \($0.country) \($0.organisations) \($0.contacts)" }
  }

  @Test func `a page has ten countries of a partner, and the others in one row`() {
    let codes = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR"]
    let many = codes.enumerated().map { place, code in
      Reach(partner: "NP", country: code, organisations: 1, contacts: place + 1)
    }
    let none = Reach(partner: "NP", country: "", organisations: 0, contacts: 9)
    let other = Reach(partner: "ZINNAE", country: "ES", organisations: 2, contacts: 3)
    #expect(
      Self.words(many + [none, other]) == [
        "NP CY 1 4", "NP CZ 1 5", "NP DE 1 6", "NP DK 1 7", "NP EE 1 8", "NP ES 1 9", "NP FI 1 10",
        "NP FR 1 11", "NP GR 1 12", "NP HR 1 13", "NP 3 others 3 6", "NP  0 9", "ZINNAE ES 2 3",
      ])
    let few = many.prefix(10) + [none, other]
    #expect(Reach.folded(Array(few)) == Array(few))
  }
}
