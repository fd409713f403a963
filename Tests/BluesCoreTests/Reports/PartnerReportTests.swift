import Documents
import Testing

@testable import BluesCore

@Suite struct `The page of a partner` {
  private func tables(_ document: Document) -> [String: [[Cell]]] {
    var tables: [String: [[Cell]]] = [:]
    for case .table(let table, _) in document.blocks { tables[table.noun] = table.rows }
    return tables
  }

  private func page(_ partner: String, next: Int = 60, of store: Store) throws -> Document {
    try store.partnerReport.document(
      ReportRequest(numbers: ["next": next], subjects: ["partner": partner]))
  }

  @Test func `it says what the partner owes and leads, late first`() throws {
    let store = try `The status report`.small(on: "2021-03-31")
    _ = try store.risks.add(.init("R1"), ["title": "Few hosts", "owner": "ZINNAE"])
    _ = try store.risks.add(.init("R2"), ["title": "Other", "owner": "NP"])
    let document = try page("zinnae", of: store)
    #expect(document.title == "BLUES: ZINNAE on 31 March 2021")
    #expect(document.schema == "blues.partner-report/1")
    let tables = tables(document)
    #expect(tables["late"]?.map { $0[0] } == [.text("RP1"), .text("RP1"), .text("D3.1")])
    #expect(tables["next"]?.map { $0[0] } == [.text("MS1")])
    #expect(
      tables["leads"]?.map { $0[0] } == [.text("WP3"), .text("D3.1"), .text("MS1")])
    #expect(
      tables["contacts"] == [[.text("ES"), .integer(3), .integer(3)]])
    #expect(tables["risks"]?.map { $0[0] } == [.text("R1")])
    #expect(tables["exchanges"] == [])
    #expect(try self.tables(page("ZINNAE", next: 0, of: store))["next"]?.count == 1)
    #expect(document.footer.count == 2)
  }

  @Test func `its exchanges, and the papers that its visitors lack`() throws {
    let store = try Store.funded(
      on: "2021-02-20", [(.draft, nil, nil), (.validated, "2021-02-15", 41_500)])
    let own = try tables(page("ZINNAE", of: store))
    #expect(own["exchanges"]?.map { $0[0] } == [.text("EX-001"), .text("EX-002")])
    #expect(own["missing"]?.count == 12)
    let host = try tables(page("BNPT", of: store))
    #expect(host["exchanges"]?.count == 2)
    #expect(host["missing"] == [])
    let other = try tables(page("AV", of: store))
    #expect(other["exchanges"] == [])
  }

  @Test func `an unknown partner is refused with those there are`() throws {
    let store = try Store.blues()
    #expect(throws: RecordProblem.self) { try page("NOBODY", of: store) }
    #expect(throws: CodeProblem.self) { try page("", of: store) }
  }

  @Test func `a programme without exchanges has a page without them`() throws {
    let store = try Store.inMemory(invocation: .test("init", on: "2026-01-01"))
    _ = try store.project.start(
      from: .named("interreg"),
      .init(acronym: "X", start: .of("2026-01-01"), end: .of("2027-12-31")))
    _ = try store.partners.add(.init("P1"), ["name": "One"])
    #expect(try tables(page("P1", of: store))["exchanges"] == nil)
  }
}
