import Testing

@testable import BluesCore

@Suite struct `Mapping by values` {
  func settle(
    _ header: [String]?, _ rows: [[String]], _ request: ImportRequest = .test()
  ) throws -> Mapping {
    try Mapping.settle(
      header: header, width: rows.first?.count ?? 0, fields: ContactHeadings.fields,
      request: request, sample: rows, known: ContactHeadings.known)
  }

  /// What each column is taken to, or `refused`.
  func fields(_ header: [String]?, _ rows: [[String]], _ request: ImportRequest = .test())
    -> [String]
  {
    guard let mapping = try? settle(header, rows, request) else { return ["refused"] }
    return mapping.columns.map { $0.target.fields.first ?? "-" }
  }

  static let mails = ["ana@example.org", "bo@example.org", "cy@example.org"]

  @Test(arguments: [
    ("email", ["ana@example.org", "bo@example.org", "cy@example.org"]),
    ("website", ["https://a.example.org/x", "www.b.example.org", "http://c.example.org"]),
    ("iban", ["DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432"]),
    ("country", ["Spanien", "Polska", "France", "Česko"]),
    ("postcode", ["80-001", "81-340", "00-950"]),
    ("phone", ["+34 949 21 77 92", "+48 58 555 01 00"]),
    ("pic", ["999854661", "999905974"]),
    ("vat", ["ESA12345674", "PL5260001246", "DE136695976"]),
  ])
  func `cells look like what they are`(look: String, cells: [String]) {
    let sight = ColumnProfile(sample: cells.map { [$0] }, country: nil)
    #expect(sight.looks(of: 0).map(\.look.rawValue).contains(look))
  }

  @Test func `a column without a heading or with an unknown one goes by its cells, and says so`()
    throws
  {
    let rows = Self.mails.map { ["Aqua", $0] }
    for heading in ["", "Netzpost"] {
      let mapping = try settle(["company", heading], rows)
      #expect(mapping.columns[1].target == .field("email"))
      #expect(mapping.columns[1].reason == .values(.email))
      #expect(
        mapping.columns[1].reason.words == "by its values, which look like e-mail addresses")
    }
    #expect(fields(nil, rows, .test(map: ["1=organisation"])) == ["organisation", "email"])
  }

  @Test func `four in five of the filled cells are enough, of three at least`() {
    let header = ["company", "x"]
    let cells = ["a@example.org", "b@example.org", "c@example.org", "d@example.org", "other", ""]
    #expect(fields(header, cells.map { ["A", $0] }) == ["organisation", "email"])
    #expect(fields(header, (cells + ["no"]).map { ["A", $0] }) == ["refused"])
    #expect(fields(header, Self.mails.prefix(2).map { ["A", $0] }) == ["refused"])
  }

  @Test
  func `nothing is taken where two columns or two fields fit, or the heading speaks against it`()
    throws
  {
    #expect(fields(["company", "x", "y"], Self.mails.map { ["A", $0, $0] }) == ["refused"])
    #expect(fields(["company", "Telefone"], Self.mails.map { ["A", $0] }) == ["refused"])
    #expect(fields(["company", "email", "mail"], Self.mails.map { ["A", $0, $0] }) == ["refused"])
    let phones = ["+34 949217792", "+34 949010380", "+34 949217791"].map { ["A", $0] }
    #expect(fields(["company", "x"], phones) == ["refused"])
    #expect(fields(["company", "x"], (0..<4).map { _ in ["A", "me@example.org"] }) == ["refused"])
    let pages = (0..<4).map { ["A", "https://example.org/\($0)"] }
    #expect(fields(["company", "x"], pages) == ["refused"])
  }

  @Test func `what is not taken is proposed with its reason`() throws {
    let rows = ["+34 949217792", "+34 949010380"].map { ["A", $0] }
    do {
      _ = try settle(["company", "x"], rows)
      Issue.record("nothing was refused")
    } catch let problem as MappingProblem {
      #expect(
        problem.hint?.hasPrefix(
          "--map \"x=phone\" (its values look like telephone numbers); --unmapped") == true)
    }
  }

  @Test func `a column that is kept or ignored is not moved by its cells`() {
    let rows = Self.mails.map { ["A", $0] }
    for rest in [ImportRequest.Unmapped.keep, .ignore] {
      #expect(fields(["company", "x"], rows, .test(unmapped: rest)) == ["organisation", "-"])
    }
  }

  @Test func `a proposal is made for every column, whatever is wrong`() {
    let found = MappingProposal.ofContacts(
      header: ["Firma", "Ulica", "email", "x", "Telefoon", ""], width: 6,
      sample: Self.mails.map { ["A", "B", "C", $0, "", "+34 949217792"] })
    #expect(found.map(\.field) == ["organisation", "street", "email", nil, nil, nil])
    #expect(
      found.map(\.words) == [
        "by a Polish heading", "by a Polish heading", "by the field's own name",
        "no field matches it", "its heading is similar to phone",
        "its heading is not known; its values look like telephone numbers",
      ])
    #expect(found[5].candidates == ["phone"])
    #expect(MappingProposal.ofContacts(header: nil, width: 2, sample: []).count == 2)
  }
}
