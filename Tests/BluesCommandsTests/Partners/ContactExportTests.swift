import Basics
import BluesCore
import Documents
import Tabular
import Testing

@testable import BluesCommands

@Suite struct `Exported contacts` {
  @Test func `kept columns stand after the fields, each spelling by itself`() throws {
    let project = try ExportedStore()
    for text in [
      "name,caf\u{E9},stand\nAna,1,\nBerta,,A\nCarla,2,B\\\u{1}\n",
      "name,cafe\u{301}\nDora,3\n",
    ] { try project.take(Array(text.utf8)) }
    try project.store.contacts.rows { rows in
      #expect(
        rows.columns.suffix(3).map { Array($0.name.utf8) }
          == ["caf\u{E9}", "stand", "cafe\u{301}"].map { Array($0.utf8) })
      var kept: [[String?]] = []
      try rows.forEach { row in
        kept.append(
          row.suffix(3).map { $0.baseAddress == nil ? nil : String(decoding: $0, as: UTF8.self) })
      }
      #expect(
        kept == [["1", nil, nil], [nil, "A", nil], ["2", "B\\\u{1}", nil], [nil, nil, "3"]])
    }
  }

  @Test func `every row says which contact of which file it is, and each field has its key`() throws
  {
    let project = try ExportedStore()
    try project.take(Array("name,email,city\nAna,ana@example.org,\nBo,,Bilbao\n".utf8))
    try project.store.contacts.rows { rows in
      #expect(
        rows.columns.map(\.name) == ["blues_id"] + ContactField.keys + ["partner", "source"])
      var ids: [String] = []
      try rows.forEach { ids.append(String(decoding: $0[0], as: UTF8.self)) }
      #expect(ids.map { $0.split(separator: "@")[0] } == ["C1", "C2"])
      #expect(Set(ids.map { $0.split(separator: "@")[1] }).count == 1)
      #expect(ids.allSatisfy { Int($0.split(separator: "@")[1]).map { $0 > 0 } == true })
    }
    #expect(
      try project.csv(Listing(columns: ["organisation", "email", "city"]))
        == "organisation,email,city\nAna,ana@example.org,\nBo,,Bilbao\n")
  }

  @Test func `conditions, columns, order and limit work as in a list`() throws {
    let project = try ExportedStore()
    try project.take(Array("name,country,city\nA,ES,x\nB,FR,y\nC,ES,z\nD,ES,\n".utf8))
    func csv(_ listing: Listing) throws -> String { try project.csv(listing) }
    let spain = [try Condition(parsing: "country=ES")]
    let columns = ["city", "organisation"]
    #expect(
      try csv(Listing(columns: columns, conditions: spain))
        == "city,organisation\nx,A\nz,C\n,D\n")
    #expect(
      try csv(Listing(columns: columns, conditions: spain, limit: 2))
        == "city,organisation\nx,A\nz,C\n")
    #expect(
      try csv(Listing(columns: columns, sort: ["-city"], conditions: spain, limit: 2))
        == "city,organisation\nz,C\nx,A\n")
    #expect(try csv(Listing(columns: ["city"], limit: 0)) == "city\n")
    #expect(throws: ListingProblem.self) { try csv(Listing(columns: ["nothing"])) }
    #expect(throws: ListingProblem.self) {
      try csv(Listing(conditions: [Condition(parsing: "nothing=1")]))
    }
  }

  @Test func `an absent value is null in JSON, an object has each key once`() throws {
    let project = try ExportedStore()
    try project.take(Array("name,fax,Fax.\nA,,f\u{1}\u{2028}\"\n".utf8))
    let listing = Listing(columns: ["organisation", "phone"])
    let lines = try project.export(listing) { keys, target in
      JSONRows(lines: keys, to: target)
    }
    #expect(
      String(decoding: lines.bytes, as: UTF8.self) == #"{"organisation":"A","phone":null}"# + "\n")
    let whole = try project.export(listing) { keys, target in
      JSONRows(schema: "blues.contact/1", noun: "contacts", keys: keys, to: target)
    }
    let table = Table(
      noun: "contacts", columns: [Column("organisation", "O"), Column("phone", "P")],
      rows: [[.text("A"), .empty]])
    #expect(
      try whole.bytes
        == Document(schema: "blues.contact/1", blocks: [.table(table)])
        .bytes(Rendering(format: .json)))
  }

  @Test func `a mail merge has a row for each address, the first of its cell, none twice`() throws {
    let project = try ExportedStore()
    let list = """
      organisation,given_name,family_name,email,language,country
      Agua,Ana,Ruiz,ana@example.org,es,ES
      Agua,Ana,Ruiz Calvo,ANA@example.org,es,ES
      Wasser,,,,de,DE
      Eau,,,info@example.org,,FR

      """
    try project.take(Array(list.utf8))
    let written = try project.export(mailMerge: true) { headings, target in
      try DelimitedRows(.csv, headings: headings, to: target)
    }
    #expect(
      String(decoding: written.bytes, as: UTF8.self) == """
        given_name,family_name,name,organisation,email,language,country
        Ana,Ruiz,Ana Ruiz,Agua,ana@example.org,es,ES
        ,,,Eau,info@example.org,,FR

        """)
    #expect(
      written.merge?.remark
        == "2 written, left out: 1 without an e-mail address, 1 whose address came before.")
    let columns = ["email", "name"]
    #expect(
      try project.csv(Listing(columns: columns, sort: ["email"], limit: 1), mailMerge: true)
        == "email,name\nana@example.org,Ana Ruiz\n")
  }

  @Test func `kept columns are listed, chosen by, exported and merged into letters`() throws {
    let project = try ExportedStore()
    let list = """
      organisation,name,email,Gruppe,Stand Nr,note
      Agua,Ana Ruiz,ana@example.org,rot,A1,x
      Luft,Bo Berg,bo@example.org,blau,,y

      """
    try project.take(Array(list.utf8))
    let wanted = Listing(
      columns: ["email", "gruppe", "stand-nr"], conditions: [try Condition(parsing: "Gruppe=rot")])
    let row = "email,Gruppe,Stand Nr\nana@example.org,rot,A1\n"
    #expect(try project.csv(wanted) == row)
    #expect(try project.csv(wanted, mailMerge: true) == row)
    let letters = Listing(columns: ["Gruppe", "family_name", "note"], sort: ["Gruppe"])
    #expect(
      try project.csv(letters, mailMerge: true) == "Gruppe,family_name,note\nblau,,y\nrot,,x\n")
    let store = project.store
    let table = Table(
      noun: "contacts", fields: try store.contacts.fields(for: wanted.names),
      rows: try store.contacts.all())
    #expect(
      try wanted.apply(to: table).rows == [
        [.text("ana@example.org"), .text("rot"), .text("A1")]
      ])
    #expect(
      try store.contacts.fields(for: ["email"]).map(\.column.name)
        == Contact.fields.map(\.column.name))
    #expect(throws: ListingProblem.self) {
      try Listing(columns: ["Gruppen"]).apply(to: table)
    }
  }

  @Test(arguments: [
    ("a@example.org; b@example.org", "a@example.org"), (" ,;a@example.org", "a@example.org"),
    ("", nil), (" ; ", nil), ("a@example.org b@example.org", "a@example.org"),
  ])
  func `of several addresses the first is taken`(cell: String, address: String?) throws {
    let merge = MailMerge(MailMerge.usual)
    var found: String?
    try Array(cell.utf8).withUnsafeBufferPointer { cell in
      let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      var row = Array(repeating: nothing, count: 7)
      row[4] = cell
      try merge.each(row) { found = String(decoding: $0[4], as: UTF8.self) }
    }
    #expect(found == address)
  }
}
