import Testing

@testable import BluesCore

@Suite struct `Rejected rows of contact lists` {
  /// The one rejection of a list of one row under the given headings.
  func rejection(_ headings: String, _ row: String, _ request: ImportRequest = .test()) throws
    -> Rejection
  {
    let imported = try Store.blues().importContacts("\(headings)\n\(row)\n", request)
    #expect(imported.counts == [1, 0, 0, 0, 1])
    return try #require(imported.rejected.first)
  }

  @Test(arguments: [
    ("anaexample.org", "email"), ("a@@example.org", "email"), ("ana@", "email"),
    ("ana@example.org; b@", "email"),
  ])
  func `an e-mail address that is none`(text: String, rule: String) throws {
    let found = try rejection("name,city,email", "Ana,Jaca,\(text)")
    #expect(found.line == 2)
    #expect(found.column == 3)
    #expect(found.value == text)
    #expect(found.rule == rule)
    #expect(found.cells == ["Ana", "Jaca", text])
    #expect(!found.reason.isEmpty)
  }

  @Test(arguments: ["phone", "mobile", "fax"])
  func `a telephone number that is none`(heading: String) throws {
    let found = try rejection("name,\(heading)", "Ana,see website")
    #expect(
      [found.column, found.line] == [2, 2])
    #expect([found.value, found.rule] == ["see website", "phone"])
  }

  @Test func `a country nobody knows`() throws {
    #expect(
      try rejection("country,name", "Atlantis,Ana")
        == Rejection(
          line: 2, column: 1, value: "Atlantis", rule: "country",
          reason: "No country has this name or code.", cells: ["Atlantis", "Ana"]))
  }

  @Test func `a VAT number that does not fit`() throws {
    let digit = try rejection("name,vat", "Ana,DE100000009")
    #expect(
      [digit.rule, digit.reason] == ["vat", "The check digit of the VAT number does not fit."])
    let form = try rejection("name,vat", "Ana,DE12345")
    #expect(
      [form.rule, form.reason] == ["vat", "Its country does not write VAT numbers like that."])
    #expect([form.column, digit.column] == [2, 2])
  }

  @Test func `a PIC that is none`() throws {
    let found = try rejection("pic,name", "123,Ana")
    #expect([found.value, found.rule] == ["123", "pic"])
    #expect(found.column == 1)
  }

  @Test func `a row that names nobody`() throws {
    #expect(
      try rejection("name,city,email", ",Jaca,")
        == Rejection(
          line: 2, column: 0, value: "", rule: "nameless",
          reason: "The row has no organisation, name or e-mail address.", cells: ["", "Jaca", ""]))
  }

  @Test func `a row of too many or too few cells`() throws {
    let long = try rejection("name,city", "Ana,Jaca,more")
    #expect([long.rule, long.cells.joined(separator: "|")] == ["cells", "Ana|Jaca|more"])
    let short = try rejection("name,city,note", "Ana,Jaca")
    #expect([short.rule, short.cells.joined(separator: "|")] == ["cells", "Ana|Jaca"])
  }

  @Test func `cells are handed on as they came, untrimmed and unmapped ones too`() throws {
    let found = try rejection(
      "stand,name,email", "A 1\u{A0}, Ana ,\" @\"", .test(unmapped: .ignore))
    #expect(found.cells == ["A 1\u{A0}", " Ana ", " @"])
    #expect(found.value == "@")
  }

  @Test func `a default that cannot stand has no column`() throws {
    let found = try rejection("name", "Ana", .test(set: ["email=nobody"]))
    #expect([found.column, found.line] == [0, 2])
    #expect([found.value, found.rule] == ["nobody", "email"])
  }

  @Test func `every row is rejected by the first rule that speaks against it, and counted`() throws
  {
    let imported = try Store.blues().importContacts(
      """
      name,country,email,phone
      Ana,ES,ana@example.org,
      ,ES,,
      B,Atlantis,@,
      C,ES,@,x
      D,ES,,x

      """)
    #expect(imported.counts == [5, 1, 0, 0, 4])
    #expect(
      imported.outcome.rejectedByRule == ["nameless": 1, "country": 1, "email": 1, "phone": 1])
    #expect(imported.rejected.map(\.line) == [3, 4, 5, 6])
    #expect(imported.rejected == imported.outcome.firstRejections)
    #expect(imported.header == ["name", "country", "email", "phone"])
  }

  @Test func `several numbers or addresses in one cell may stand together`() throws {
    let imported = try Store.blues().importContacts(
      """
      name,country,email,phone
      Ana,ES,"a@example.org; b@example.org",976 123 456 / 600 123 456
      Berta,,x@example.org|y@example.org,"600 123 456,600 123 457"

      """)
    #expect(imported.counts == [2, 2, 0, 0, 0])
  }

  @Test func `the first ten rejections are shown`() throws {
    let rows = (1...25).map { "P\($0),@" }.joined(separator: "\n")
    let imported = try Store.blues().importContacts("name,email\n\(rows)\n")
    #expect(imported.outcome.firstRejections.count == 10)
    #expect(imported.rejected.count == 25)
  }
}
