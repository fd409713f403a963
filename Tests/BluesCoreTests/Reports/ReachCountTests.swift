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
}
