import Testing

@testable import BluesCore

@Suite struct `Lists of very many columns` {
  private func settle(
    _ headings: [String], _ sample: [[String]], _ unmapped: ImportRequest.Unmapped
  ) throws -> Mapping {
    try Mapping.settle(
      header: headings, width: headings.count, fields: ContactHeadings.fields,
      request: ImportRequest(fileName: "wide.csv", unmapped: unmapped), sample: sample,
      known: ContactHeadings.known)
  }

  @Test func `each heading is settled, and proposals are made for the first of them`() throws {
    let headings = ["email"] + (1...16_000).map { "Sonderspalte Nummer \($0)" }
    let mapping = try settle(headings, [["a@example.org"]], .keep)
    #expect(mapping.columns.count == 16_001)
    #expect(mapping.columns.count { $0.target == .kept } == 16_000)
    #expect(mapping.columns[0].target == .field("email"))
    #expect(mapping.columns.suffix(15_800).allSatisfy { $0.advice == nil })
  }

  @Test func `one heading over all columns gives each a name of its own`() throws {
    let mapping = try settle(Array(repeating: "Sonstiges", count: 16_000), [], .keep)
    let names = mapping.keptNames()
    #expect(Set(names).count == 16_000)
    #expect(names.last == "Sonstiges (16000)")
  }

  @Test func `columns without heading and value are passed over, and a later value is kept`() throws
  {
    let store = try Store.blues()
    let blank = String(repeating: ",", count: 5_000)
    let rows = (1...300).map { "Org \($0)\(blank)" } + ["Org 301\(blank)x"]
    let list = "organisation\(blank)\n" + rows.joined(separator: "\n") + "\n"
    let imported = try store.importContacts(list, ImportRequest(fileName: "w.csv", unmapped: .keep))
    #expect(imported.counts == [301, 301, 0, 0, 0])
    #expect(imported.outcome.mapping.columns.count { $0.reason == .blankColumn } == 5_000)
    let found = try store.contacts.one("Org 301")
    #expect(found.kept == [ExtraCell(heading: "column 5001", text: "x")])
  }
}
