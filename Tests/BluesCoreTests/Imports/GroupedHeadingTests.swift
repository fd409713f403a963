import Basics
import Tabular
import Testing

@testable import BluesCore

@Suite struct `Headings below names of groups` {
  private static let list = """
    Company data,,Contact data,
    Company,Country,Name,E-mail
    Aqua,ES,Ana,ana@example.org

    """

  private func imported(_ text: String, headerLine: Int? = nil) throws -> ImportOutcome {
    let store = try Store.blues()
    let options = ReadingOptions(preambleLines: headerLine.map { $0 - 1 })
    return try store.contactImport.run(
      RowReader(source: .bytes(Array(text.utf8)), options: options), .test(),
      rejects: RejectedRows())
  }

  @Test func `they are recognised, and the way out is told`() throws {
    let problem = #expect(throws: MappingProblem.self) { try imported(Self.list) }
    #expect(
      problem?.message
        == "The headings are in line 2, below names of groups: Company, Country, Name, E-mail.")
    #expect(
      problem?.hint == "--header-line 2 reads them there and leaves out the lines above")
    #expect(problem?.kind == .badData)
    let outcome = try imported(Self.list, headerLine: 2)
    #expect([outcome.read, outcome.created] == [1, 1])
  }

  @Test func `lines above are counted`() throws {
    let problem = #expect(throws: MappingProblem.self) { try imported("# Members\n" + Self.list) }
    #expect(
      problem?.hint == "--header-line 3 reads them there and leaves out the lines above")
  }

  @Test func `lists of records say the same`() throws {
    let store = try Store.blues()
    let problem = #expect(throws: MappingProblem.self) {
      try store.importList(.partners, "Who,,Where,\ncode,name,country,city\nXX,Example,DE,Kiel\n")
    }
    #expect(
      problem
        == .groupsAbove(headings: ["code", "name", "country", "city"], line: 2))
  }

  @Test func `a record that has words of headings for values is a record`() throws {
    let outcome = try imported("Company,Country,Note\nContact,ES,Company\n")
    #expect(outcome.created == 1)
  }

  @Test func `a mapping file keeps the line`() throws {
    var file = try MappingFile(text: Array("header_line = 2\n".utf8), name: "x.toml")
    #expect(file.headerLine == 2)
    #expect(file.completing(ReadingOptions()).preambleLines == 1)
    #expect(file.completing(ReadingOptions(preambleLines: 4)).preambleLines == 4)
    file.name = "y"
    #expect(file.toml(list: "l.csv", on: try .of("2021-01-01")).contains("\nheader_line = 2\n"))
    #expect(throws: MappingFileProblem.self) {
      try MappingFile(text: Array("header_line = 0\n".utf8), name: "x.toml")
    }
  }
}
