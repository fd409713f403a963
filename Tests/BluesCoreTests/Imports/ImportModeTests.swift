import Testing

@testable import BluesCore

@Suite struct ImportModeTests {
  private static let before = """
    id,organisation,email,city,stand
    1,Acqua,a@example.org,Fano,A1
    2,Brezza,,Rimini,
    """
  private static let after = """
    id,organisation,email,city,stand
    1,Acqua,new@example.org,,B7
    2,Brezza,b@example.org,Pesaro,B8
    3,Cielo,c@example.org,Ancona,
    """

  /// Reads the second list after the first one, and tells the counts and what is known then.
  private func run(
    _ mode: ImportMode, _ blanks: BlankCells = .keep
  ) throws -> (counts: [Int], known: [String]) {
    let store = try Store.blues()
    var request = ImportRequest.test(unmapped: .keep)
    try store.importContacts(Self.before, request)
    request.mode = mode
    request.blanks = blanks
    let counts = try store.importContacts(Self.after, request).counts
    let known = try store.contacts.all().map { contact in
      let fields = [ContactField.organisation, .email, .city].map { contact.known[$0] ?? "-" }
      let stand = try store.contacts.one(contact.code).kept.first?.text ?? "-"
      return (fields + [stand]).joined(separator: " ")
    }
    return (counts, known)
  }

  @Test func `create adds what is new and leaves the rest`() throws {
    let (counts, known) = try run(.create)
    #expect(counts == [3, 1, 0, 2, 0])
    #expect(
      known == ["Acqua a@example.org Fano A1", "Brezza - Rimini -", "Cielo c@example.org Ancona -"])
  }

  @Test func `update changes what is known and rejects the rest`() throws {
    let (counts, known) = try run(.update)
    #expect(counts == [3, 0, 2, 0, 1])
    #expect(known == ["Acqua new@example.org Fano B7", "Brezza b@example.org Pesaro B8"])
  }

  @Test func `a row that nobody answers to says so`() throws {
    let store = try Store.blues()
    var request = ImportRequest.test()
    request.mode = .update
    let rejected = try store.importContacts("organisation\nAcqua\n", request).rejected
    #expect(rejected.map(\.rule) == ["not-there"])
    #expect(rejected.map(\.reason) == ["No contact matches this row."])
    #expect(rejected.map(\.cells) == [["Acqua"]])
    #expect(rejected.map(\.line) == [2])
  }

  @Test func `upsert adds and changes`() throws {
    let (counts, known) = try run(.upsert)
    #expect(counts == [3, 1, 2, 0, 0])
    #expect(
      known == [
        "Acqua new@example.org Fano B7", "Brezza b@example.org Pesaro B8",
        "Cielo c@example.org Ancona -",
      ])
  }

  @Test func `upsert takes away what is blank when asked to`() throws {
    let (counts, known) = try run(.upsert, .clear)
    #expect(counts == [3, 1, 2, 0, 0])
    #expect(known[0] == "Acqua new@example.org - B7")
  }

  @Test func `fill adds and fills, and overwrites nothing`() throws {
    let (counts, known) = try run(.fill, .clear)
    #expect(counts == [3, 1, 1, 1, 0])
    #expect(
      known == [
        "Acqua a@example.org Fano A1", "Brezza b@example.org Rimini B8",
        "Cielo c@example.org Ancona -",
      ])
  }

  @Test func `a field that the list has no column for is not cleared`() throws {
    let store = try Store.blues()
    var request = ImportRequest.test()
    try store.importContacts("id,organisation,city,phone\n1,Acqua,Fano,+39 0721 123456\n", request)
    request.blanks = .clear
    try store.importContacts("id,organisation,city\n1,Acqua,\n", request)
    let known = try store.contacts.all()[0].known
    #expect([known[.city], known[.phone]] == [nil, "+39 0721 123456"])
  }

  @Test(arguments: ImportMode.allCases)
  func `the same list again changes nothing in any mode`(_ mode: ImportMode) throws {
    let store = try Store.blues()
    var request = ImportRequest.test(unmapped: .keep)
    try store.importContacts(Self.before, request)
    let before = try store.dump()
    request.mode = mode
    #expect(try store.importContacts(Self.before, request).counts == [2, 0, 0, 2, 0])
    #expect(try store.dump() == before)
    #expect(try store.importBatches.all().count == 1)
  }

  @Test func `no more rows are read than asked`() throws {
    let store = try Store.blues()
    var request = ImportRequest.test(unmapped: .keep)
    request.mostRows = 2
    #expect(try store.importContacts(Self.after, request).counts == [2, 2, 0, 0, 0])
  }

  @Test func `rows that name no legal basis get the one that is stated`() throws {
    let store = try Store.blues()
    var request = ImportRequest.test()
    request.defaults = try LegalBasisOption("Legitimate interests, 2021-03-01").defaults()
    try store.importContacts(
      "organisation,basis,basis_date\nAcqua,,\nBrezza,consent,2020-05-04\n", request)
    #expect(
      try store.contacts.all().map { [$0.known[.basis], $0.known[.basisDate]] }
        == [["legitimate_interests", "2021-03-01"], ["consent", "2020-05-04"]])
  }

  @Test func `the day of a stated basis is written as any date`() throws {
    func day(_ text: String, _ order: DateOrder? = nil) throws -> String? {
      try LegalBasisOption(text).defaults(order).last?.value
    }
    #expect(try day("consent 31.05.2020") == "2020-05-31")
    #expect(try day("consent 05.06.2020", .dmy) == "2020-06-05")
    #expect(try day("consent: 05/06/2020", .mdy) == "2020-05-06")
    #expect(throws: DateProblem.orderUnknown("05.06.2020", likely: .dmy)) {
      try day("consent 05.06.2020")
    }
  }

  @Test func `a legal basis without its day is none`() {
    #expect(throws: StatedBasisProblem.incomplete("consent")) { try LegalBasisOption("consent") }
    #expect(throws: StatedBasisProblem.noDay("tomorrow")) {
      try LegalBasisOption("consent tomorrow")
    }
    #expect(throws: LegalBasisProblem.self) { try LegalBasisOption("whim 2021-03-01") }
  }
}
