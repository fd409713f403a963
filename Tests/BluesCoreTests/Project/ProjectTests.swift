import Basics
import Testing

@testable import BluesCore

@Suite struct `Starting a project` {
  @Test func `the BLUES template becomes a project with all its facts and sources`() throws {
    let template = try ProjectTemplate.named("blues")
    let store = try Store.blues()
    let overview = try store.project.overview()
    #expect(
      try overview.project
        == Project(
          acronym: "BLUES",
          title: "Blue and Eco industries cluster exchange for induStrial modernisation",
          grantNumber: "874426", programme: "COSME", start: .of("2020-02-01"),
          end: .of("2022-01-31")))
    #expect(overview.project.months == 24)
    #expect(overview.coordinator == "BNPT")
    #expect(overview.amendments == [])
    #expect(overview.periods.map(\.name) == ["RP1", "RP2"])
    #expect(overview.facts.map(\.name) == template.project.keys.sorted())
    for fact in overview.facts {
      let said = try #require(template.project[fact.name])
      #expect(fact.value == said.value)
      #expect(fact.mark == (said.state == .confirmed ? .confirmed : .default))
      #expect(fact.source == said.citedSources.first?.description)
      #expect(fact.source != nil)
    }
    #expect(overview.facts.filter { $0.mark == .default }.map(\.name) == ["end", "start"])
  }

  @Test func `every partner and work package of the template is there with its facts`() throws {
    let store = try Store.blues()
    #expect(try store.partners.all().map(\.code.text) == ["BNPT", "AV", "MCICT", "NP", "ZINNAE"])
    #expect(try store.partners.all().map(\.country) == ["DE", "FR", "PL", "CZ", "ES"])
    #expect(
      try store.workPackages.all().map {
        "\($0.code) \($0.lead ?? "") \($0.startMonth)-\($0.endMonth)"
      }
        == [
          "WP1 NP M1-M24", "WP2 MCICT M1-M24", "WP3 ZINNAE M1-M24", "WP4 AV M1-M24",
          "WP5 BNPT M1-M24",
        ])
    for partner in try ProjectTemplate.named("blues").partners {
      let facts = try store.project.facts(about: partner.code)
      let known = Dictionary(uniqueKeysWithValues: facts.map { ($0.name, $0.value) })
      #expect(known["name"] == partner.name.value)
      #expect(known["city"] == partner.city.value)
      #expect(known["founded"] == partner.founded?.value)
      #expect(known["label"] == partner.label?.value)
      #expect(facts.allSatisfy { $0.mark == .confirmed && $0.source != nil })
    }
  }

  @Test func `what the person says goes before the template and is marked as their own`() throws {
    let store = try Store.inMemory(invocation: .test("init", on: "2026-01-01"))
    let project = try store.project.start(
      from: .named("blues"),
      .init(acronym: "AQUA", start: .of("2026-03-01"), end: .of("2027-08-31")))
    #expect(project.acronym == "AQUA")
    #expect(project.months == 18)
    let own = try store.project.overview().facts.filter { $0.mark == .own }
    #expect(own.map(\.name) == ["acronym", "end", "start"])
    #expect(own.map(\.value) == ["AQUA", "2027-08-31", "2026-03-01"])
    #expect(own.allSatisfy { $0.source == nil })
  }

  @Test(arguments: [
    ("2021-03-01", "2023-02-28"), ("2021-03-15", "2023-03-14"), ("2020-02-01", "2022-01-31"),
  ])
  func `the end moves with the start where only the start is said`(start: String, end: String)
    throws
  {
    let store = try Store.inMemory(invocation: .test("init", on: "2026-01-01"))
    let project = try store.project.start(from: .named("blues"), .init(start: .of(start)))
    #expect(try project.end == .of(end))
    #expect(project.months == 24)
    let fact = try #require(store.project.overview().facts.first { $0.name == "end" })
    #expect(fact.value == end && fact.mark == .default)
    #expect((fact.source == nil) == (end != "2022-01-31"))
  }

  @Test func `the empty template asks for what it does not know`() throws {
    let store = try Store.inMemory(invocation: .test("init", on: "2026-01-01"))
    let empty = try ProjectTemplate.named("empty")
    func refusal(_ opening: ProjectDetails.Opening) -> String? {
      do {
        _ = try store.project.start(from: empty, opening)
        return nil
      } catch { return (error as? ProjectProblem)?.message }
    }
    let day = try Day.of("2026-01-01")
    #expect(refusal(.init()) == "A project from the empty template needs --acronym.")
    #expect(
      refusal(.init(acronym: "X")) == "A project from the empty template needs --start DATE.")
    #expect(
      refusal(.init(acronym: "X", start: day))
        == "A project from the empty template needs --end DATE.")
    #expect(
      refusal(.init(acronym: "X", start: day, end: day.adding(days: -1)))
        == "The project would end on 2025-12-31, before it starts on 2026-01-01.")
    #expect(try store.dump() == [])
    #expect(refusal(.init(acronym: "X", start: day, end: day)) == nil)
    #expect(try store.project.overview().project.title == "X")
    #expect(try store.project.overview().project.months == 1)
    #expect(try store.partners.all() == [])
  }

  @Test func `a file without a project says so`() throws {
    let store = try Store.inMemory(invocation: .test(on: "2026-01-01"))
    #expect(throws: ProjectProblem.none) { try store.project.overview() }
    #expect(ProjectProblem.none.message == "The project file contains no project.")
    #expect(ProjectProblem.none.hint == "blues init --template blues")
  }
}
