import Basics
import Tabular
import Testing

@testable import BluesCore

@Suite struct `Importing contacts` {
  let store: Store

  init() throws { store = try Store.blues() }

  @Test func `a changed cell updates one contact and a blank one keeps what was known`() throws {
    try store.importContacts(Store.firstList, Store.listRequest)
    let next = Store.firstList.replacing("Zaragoza", with: "Utebo").replacing("Huesca", with: "")
    let again = try store.importContacts(next, Store.listRequest)
    #expect(again.counts == [3, 0, 1, 2, 0])
    #expect(try store.contacts.all().map { $0.known[.city] } == ["Utebo", "Huesca", "Jaca"])
  }

  @Test func `two equal rows are one contact, and the second is counted`() throws {
    let rows = "organisation,name\nA,Ana\nA,Ana\nA,Berta\n"
    let first = try store.importContacts(rows)
    #expect(first.counts == [3, 2, 0, 1, 0])
    #expect(first.outcome.repeated == 1)
    let second = try store.importContacts(rows)
    #expect(second.counts == [3, 0, 0, 3, 0])
    #expect(second.outcome.repeated == 1)
  }

  @Test func `two records of one name whose rows both changed are never merged`() throws {
    try store.importContacts("organisation,name,phone\nA,Ana,+34600000001\nA,Ana,+34600000002\n")
    let before = try store.dump()
    let next = "organisation,name,phone\nA,Ana,+34600000003\nA,Ana,+34600000004\n"
    let imported = try store.importContacts(next)
    #expect(imported.counts == [2, 0, 0, 0, 2])
    #expect(
      imported.rejected
        == [2, 3].map { line in
          Rejection(
            line: line, column: 0, value: "", rule: "ambiguous",
            reason: "2 records and 2 changed rows share its name, so it may be any of them; give "
              + "the list an id column.",
            cells: ["A", "Ana", line == 2 ? "+34600000003" : "+34600000004"])
        })
    #expect(try store.dump() == before)
  }

  @Test func `of two records of one name the one whose row changed is updated`() throws {
    try store.importContacts("organisation,name,phone\nA,Ana,+34600000001\nA,Ana,+34600000002\n")
    let imported = try store.importContacts(
      "organisation,name,phone\nA,Ana,+34600000003\nA,Ana,+34600000001\n")
    #expect(imported.counts == [2, 0, 1, 1, 0])
    #expect(
      try store.contacts.all().map { $0.known[.phone] } == ["+34600000001", "+34600000003"])
  }

  @Test func `the sender's id finds a contact whose name changed`() throws {
    let request = ImportRequest.test(source: "fair")
    try store.importContacts("id,name,email\n7,Ana Gil,ana@example.org\n", request)
    #expect(
      try store.importContacts("id,name,email\n7,Ana Gil Sanz,ag@example.org\n", request).counts
        == [1, 0, 1, 0, 0])
    #expect(
      try store.importContacts(
        "id,name,email\n7,Somebody else,x@example.org\n", .test(source: "other")
      ).counts == [1, 1, 0, 0, 0])
  }

  @Test(arguments: [
    ("ES", "ES"), ("España", "ES"), ("spain", "ES"), ("Espagne", "ES"), ("Spanien", "ES"),
    ("Hiszpania", "ES"), ("Španělsko", "ES"), ("GR", "EL"), ("United Kingdom", "UK"), ("GB", "UK"),
    ("Česká republika", "CZ"), ("Deutschland", "DE"),
  ])
  func `a country's name becomes its code`(name: String, code: String) throws {
    try store.importContacts("name,country\nAna,\(name)\n")
    #expect(try store.contacts.all().map { $0.known[.country] } == [code])
  }

  @Test func `the country and the defaults fill only what a row does not say`() throws {
    let request = ImportRequest.test(
      set: ["sector=water", "city=Jaca"], country: "ES", partner: "AV")
    try store.importContacts("name,country,city\nAna,,\nBeate,DE,Köln\n", request)
    let known = try store.contacts.all().map(\.known)
    #expect(known.map { $0[.country] } == ["ES", "DE"])
    #expect(known.map { $0[.city] } == ["Jaca", "Köln"])
    #expect(known.map { $0[.sector] } == ["water", "water"])
    #expect(known.map(\.partner) == ["AV", "AV"])
    #expect(throws: MappingProblem.self) {
      try store.importContacts("name\nAna\n", .test(set: ["sectr=water"]))
    }
    #expect(throws: RecordProblem.self) {
      try store.importContacts("name\nAna\n", .test(partner: "NOBODY"))
    }
  }

  @Test func `white space around a cell goes, a final à stays`() throws {
    let nbsp = "\u{A0}"
    try store.importContacts(
      csv([
        ["name", "city", "note"],
        [" Ana ", "\(nbsp)Jaca\(nbsp)\t", "\(nbsp) \(nbsp)"], ["Nicolà", "Cefalà\(nbsp)", "à"],
        ["\(nbsp)à\(nbsp)", "a\(nbsp)b", "\u{200D}"],
      ]))
    let known = try store.contacts.all().map(\.known)
    func bytes(_ field: ContactField) -> [[UInt8]?] {
      known.map { $0[field].map { Array($0.utf8) } }
    }
    #expect(bytes(.organisation) == ["Ana", "Nicolà", "à"].map { Array($0.utf8) })
    #expect(bytes(.city) == ["Jaca", "Cefalà", "a\(nbsp)b"].map { Array($0.utf8) })
    #expect(bytes(.note) == [nil, Array("à".utf8), nil])
  }

  @Test func `kept columns come back byte for byte, in their order`() throws {
    let composed = "caf\u{E9}"
    let decomposed = "cafe\u{301}"
    let cells = [
      composed, decomposed, "\"quoted\", \\ and {json: [1]}", "two\nlines\r\nand\ttab", "007",
      "emoji 👩‍🔬", "\u{1}\u{1F}", "=1+1",
    ]
    let headings = [
      composed, decomposed, "a \"b\"", "x,y", "Zahl", "$.path", "control", "null",
    ]
    try store.importContacts(
      csv([["name"] + headings, ["Ana"] + cells]), .test(unmapped: .keep))
    let kept = try store.contacts.one("C1").kept
    #expect(kept.map { Array($0.heading.utf8) } == headings.map { Array($0.utf8) })
    #expect(kept.map { Array($0.text.utf8) } == cells.map { Array($0.utf8) })
  }

  @Test func `spellings of one letter are two contacts, and an edit between them is seen`() throws {
    try store.importContacts("name\ncaf\u{E9}\ncafe\u{301}\n")
    #expect(try store.contacts.all().count == 2)
    #expect(try store.organisations.all().count == 2)
    let request = ImportRequest.test(source: "x")
    try store.importContacts("id,city\n1,caf\u{E9}\n".replacing("city", with: "name"), request)
    #expect(
      try store.importContacts("id,name\n1,cafe\u{301}\n", request).counts == [1, 0, 1, 0, 0])
  }

  @Test func `a kept cell that changes is replaced, a blank one stays`() throws {
    let request = ImportRequest.test(unmapped: .keep)
    try store.importContacts("name,a,b\nAna,1,2\n", request)
    #expect(try store.importContacts("name,a,b\nAna,,3\n", request).counts == [1, 0, 1, 0, 0])
    #expect(
      try store.contacts.one("C1").kept.map { "\($0.heading)=\($0.text)" } == ["a=1", "b=3"])
  }

  @Test func `kept columns under one heading do not take each other's place`() throws {
    let request = ImportRequest.test(unmapped: .keep)
    try store.importContacts("name,x,x,x\nAna,1,2,3\nBea,,2,\n", request)
    #expect(
      try store.importContacts("name,x,x,x\nAna,1,2,4\nBea,,2,\n", request).counts == [
        2, 0, 1, 1, 0,
      ])
    let kept = try ["C1", "C2"].map { try store.contacts.one($0).kept }
    #expect(kept[0].map { "\($0.heading)=\($0.text)" } == ["x=1", "x (2)=2", "x (3)=4"])
    #expect(kept[1].map { "\($0.heading)=\($0.text)" } == ["x (2)=2"])
  }

  @Test func `another VAT number makes another organisation`() throws {
    try store.importContacts(
      """
      organisation,country,vat,name
      Aqua,DE,DE100000008,Ana
      Aqua,DE,DE200000005,Berta
      Aqua,DE,,Carla
      Aqua,FR,,Dora

      """)
    let organisations = try store.organisations.all()
    #expect(
      organisations.map { "\($0.name) \($0.country ?? "") \($0.vat ?? "")" } == [
        "Aqua DE DE100000008", "Aqua DE DE200000005", "Aqua FR ",
      ])
    #expect(organisations.map(\.contacts) == [2, 1, 1])
  }

  @Test func `a fact that was missing is added to the organisation`() throws {
    try store.importContacts(
      "organisation,country,name,vat\nAqua,DE,Ana,\nAqua,DE,Berta,DE100000008\n")
    #expect(try store.organisations.all().map(\.vat) == ["DE100000008"])
  }

  @Test func `too many rejected rows stop the import and nothing is changed`() throws {
    let before = try store.dump()
    let rows = "name,email\nAna,a@example.org\nB,@\nC,@\nD,@\n"
    #expect(throws: ImportProblem.tooManyRejected(2)) {
      try store.importContacts(rows, .test(mostRejected: 2))
    }
    #expect(try store.dump() == before)
    #expect(try store.history.steps().count == 1)
    #expect(try store.importContacts(rows, .test(mostRejected: 3)).counts == [4, 1, 0, 0, 3])
    #expect(
      ImportProblem.tooManyRejected(2).message
        == "More than 2 rows were rejected; nothing was imported.")
    #expect(ImportProblem.tooManyRejected(2).kind == .badData)
  }

  @Test func `lines of cards that no field takes are kept unless they are to be ignored`() throws {
    let card = "BEGIN:VCARD\nVERSION:3.0\nN:Ruiz;Ana\nFN:Ana Ruiz\nBDAY:1979-05-04\nEND:VCARD\n"
    for unmapped in [ImportRequest.Unmapped.refuse, .keep, .ignore] {
      let store = try Store.blues()
      let reader = try RowReader(source: .bytes(Array(card.utf8)))
      let outcome = try store.contactImport.run(
        reader, .test(unmapped: unmapped), rejects: RejectedRows())
      #expect(outcome.created == 1)
      #expect(
        try store.contacts.one("C1").kept.map { "\($0.heading)=\($0.text)" }
          == (unmapped == .ignore ? [] : ["vcard=BDAY:1979-05-04"]))
    }
  }

  @Test func `a list without headings is read by number`() throws {
    let imported = try store.importContacts(
      "Ana,x,ana@example.org\nBerta,y,\n", .test(map: ["1=name", "3=email"], unmapped: .keep),
      header: false)
    #expect(imported.counts == [2, 2, 0, 0, 0])
    #expect(try store.contacts.one("C1").kept.map { "\($0.heading)=\($0.text)" } == ["column 2=x"])
  }
}
