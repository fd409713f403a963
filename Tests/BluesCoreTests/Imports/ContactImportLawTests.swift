import Testing

@testable import BluesCore

/// A made-up list with all that lists have: duplicates, faults, blanks, kept columns.
private struct MadeUpList {
  var header: [String]
  var rows: [[String]]

  init(_ random: inout SplitMix64, hasID: Bool) {
    header = [
      "organisation", "name", "email", "phone", "city", "country", "vat", "stand", "remark x",
    ]
    if hasID { header.insert("id", at: 0) }
    rows = (0..<(20 + random.upTo(30))).map { number in
      let cells = Self.cells(&random)
      return hasID ? ["\(number)"] + cells : cells
    }
    if !hasID {
      for _ in 0..<3 { rows.append(random.pick(rows)) }
    }
  }

  private static func cells(_ random: inout SplitMix64) -> [String] {
    let organisation = random.pick(["Aqua", "Żubr", "Straße", "", "Eau \"vive\"", "Río\u{A0}Alto"])
    let name = random.pick(["Ana", "Bé", "Be\u{301}", "", "Ødegård", " Łukasz "])
    return [
      organisation, name,
      random.pick(["", "a\(random.upTo(9))@example.org", "B@example.org", "broken@"]),
      random.pick(["", "+34 600 123 45\(random.upTo(9))", "nobody"]),
      random.pick(["", "Jaca", "Łódź", "two\nlines"]),
      random.pick(["", "ES", "Spanien", "Atlantis", "Polska"]),
      random.pick(["", "", "", "DE100000008", "DE100000009"]),
      random.pick(["", "A1", "{\"x\": 1}", "\\"]), random.pick(["", "café", "cafe\u{301}"]),
    ]
  }

  var text: String { csv([header] + rows) }
}

@Suite struct `Laws of contact imports` {
  static let request = ImportRequest.test(unmapped: .keep, partner: "ZINNAE", source: "law")

  @Test(arguments: Trials.seeds(20))
  func `every row is in one count, and the same list again changes nothing`(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    var list = MadeUpList(&random, hasID: seed % 2 == 0)
    let store = try Store.blues()
    let first = try store.importContacts(list.text, Self.request)
    #expect(first.outcome.read == list.rows.count)
    #expect(first.outcome.updated == 0)
    #expect(first.rejected.count == first.outcome.rejected)
    #expect(try store.contacts.all().count == first.outcome.created)
    let stored = try store.dump()
    let steps = try store.history.steps().count

    func again(_ comment: Comment) throws {
      let outcome = try store.importContacts(list.text, Self.request).outcome
      #expect(
        [outcome.created, outcome.updated, outcome.unchanged, outcome.rejected]
          == [0, 0, list.rows.count - first.outcome.rejected, first.outcome.rejected], comment)
      #expect(try store.dump() == stored, comment)
      #expect(try store.history.steps().count == steps, comment)
    }
    try again("as it was")
    list.rows.shuffle(using: &random)
    try again("rows in another order")
    let order = list.header.indices.shuffled(using: &random)
    list.header = order.map { list.header[$0] }
    list.rows = list.rows.map { row in order.map { row[$0] } }
    try again("columns in another order")
  }

  @Test(arguments: Trials.seeds(20))
  func `one changed cell updates one contact`(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    var list = MadeUpList(&random, hasID: true)
    let store = try Store.blues()
    let first = try store.importContacts(list.text, Self.request)
    let rejected = Set(first.rejected.map { $0.cells[0] })
    let sound = list.rows.indices.filter { !rejected.contains(list.rows[$0][0]) }
    let row = random.pick(Array(sound))
    let column = random.pick([5, 8, 9])
    list.rows[row][column] += "!"
    let second = try store.importContacts(list.text, Self.request)
    #expect(
      second.counts == [
        list.rows.count, 0, 1, list.rows.count - 1 - first.outcome.rejected, first.outcome.rejected,
      ])
    _ = try store.history.undo()
    _ = try store.history.undo()
    #expect(try store.contacts.all() == [])
    #expect(try store.organisations.all() == [])
  }

  @Test(arguments: Trials.seeds(20))
  func `no cell is altered beyond trimming and the country's code`(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let list = MadeUpList(&random, hasID: true)
    let store = try Store.blues()
    let rejected = Set(
      try store.importContacts(list.text, Self.request).rejected.map { $0.cells[0] })
    let contacts = try store.contacts.all()
    let byID = Dictionary(uniqueKeysWithValues: contacts.map { ($0.known[.externalID], $0) })
    for row in list.rows where !rejected.contains(row[0]) {
      let contact = try #require(byID[row[0]])
      let said: [(ContactField, Int)] = [
        (.organisation, 1), (.name, 2), (.email, 3), (.phone, 4), (.city, 5),
      ]
      for (field, column) in said {
        let cell = row[column].utf8.elementsEqual(" Łukasz ".utf8) ? "Łukasz" : row[column]
        #expect((contact.known[field] ?? "").utf8.elementsEqual(cell.utf8))
      }
      let cells = Dictionary(
        uniqueKeysWithValues: try store.contacts.one(contact.code).kept.map {
          ($0.heading, $0.text)
        })
      #expect((cells["stand"] ?? "").utf8.elementsEqual(row[8].utf8))
      #expect((cells["remark x"] ?? "").utf8.elementsEqual(row[9].utf8))
    }
  }
}
