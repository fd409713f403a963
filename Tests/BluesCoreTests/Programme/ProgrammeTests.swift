import Basics
import Foundation
import Testing

@testable import BluesCore

@Suite struct `Programmes` {
  /// The folder of the data files.
  static let data = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/BluesCore/Programme/Data")

  @Test func `every folder of data is a programme, and every file in it is built in`() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.data.path)
      .filter { $0.hasSuffix(".json") }
    let folders = Set(
      files.filter { $0.contains("/") }.compactMap { $0.split(separator: "/").first })
    #expect(folders.map(String.init).sorted() == Programme.folders.sorted())
    for file in files {
      let bytes = try Data(contentsOf: Self.data.appending(path: file))
      // The compiler takes long for more.
      #expect(bytes.count < 10_240, "\(file)")
      let parts = file.split(separator: "/").map(String.init)
      guard parts.count == 2 else { continue }
      #expect(parts[1].hasPrefix("\(parts[0])-"), "\(file)")
      #expect(ProgrammeFile(parts[1]).bytes == [UInt8](bytes), "\(file)")
    }
    #expect(ProgrammeFile("cosme-nothing.json").bytes == nil)
  }

  @Test func `each has a name, a source, a currency and lists with values`() throws {
    #expect(Programme.all.map(\.name) == ["COSME", "Interreg South Baltic", "Horizon"])
    #expect(Programme.all.map(\.scheme?.name) == ["ClusterXchange", nil, nil])
    for programme in Programme.all {
      #expect(Source.cited(programme.sources).count == programme.sources.count)
      #expect(!programme.sources.isEmpty)
      #expect(Currency(programme.currency)?.code == programme.currency)
      for template in programme.templates {
        let read = try ProjectTemplate.named(template.name)
        #expect(read.name == template.name)
        #expect(read.project["programme"]?.value == programme.name)
      }
      for rule in programme.ruleBook.rules {
        #expect(Source.cited(rule.sources).count == rule.sources.count, "\(rule.id)")
      }
    }
  }

  @Test func `a project is of the programme it names, and of the first where it names none`() throws
  {
    #expect(try Programme.named("Interreg South Baltic").name == "Interreg South Baltic")
    #expect(try Programme.named(nil).name == "COSME")
    let unknown = ProgrammeProblem.unknownProgramme("LIFE", known: Programme.all.map(\.name))
    #expect(throws: unknown) { try Programme.named("LIFE") }
    #expect(unknown.message == "The project has an unknown programme: LIFE.")
    #expect(
      unknown.hint
        == "This version knows COSME, Interreg South Baltic, Horizon; a newer one may know it.")
    #expect(unknown.kind == .notFound)
  }

  @Test func `lists belong to a programme, which may take over values of another`() throws {
    let cosme = try Programme.named("COSME")
    #expect(try cosme.list("dissemination-level").values.map(\.code) == ["PU", "CO", "CI"])
    #expect(try cosme.values(of: "dissemination-level").map(\.code) == ["PU", "CO", "CI", "SEN"])
    #expect(
      try cosme.values(of: "deliverable-type").map(\.code)
        == ["R", "DEM", "DEC", "OTHER", "ETHICS", "ORDP", "DATA", "DMP", "ADM", "PDE"])
    let interreg = try Programme.named("Interreg South Baltic")
    #expect(try interreg.values(of: "deliverable-type").map(\.code) == ["D", "O"])
    #expect(try interreg.list("legal-basis") == CodeList.named("legal-basis"))
    let none = #expect(throws: ProgrammeProblem.self) {
      try interreg.list("dissemination-level")
    }
    #expect(none?.message == "Interreg South Baltic has no code list dissemination-level.")
  }

  @Test func `the rules of a programme without a scheme are those on reports and on effort`() throws
  {
    let book = try Programme.named("Interreg South Baltic").ruleBook
    #expect(
      book.rules.map(\.id) == ["periodic-report", "internal-financial"]
        + RuleBook.sharedRules.map(\.id))
    #expect(book.exchangeRules == [])
    #expect(book.version == "2021-01-01")
    #expect(try book.rule("periodic-report").whole("days") == 120)
    #expect(book.participatingCountries == [])
    #expect(book.target(.exchanges) == nil)
    #expect(try Programme.named("COSME").ruleBook.target(.exchanges) == nil)
    #expect(RuleBook.standard.target(.entities) == 464)
  }
}
