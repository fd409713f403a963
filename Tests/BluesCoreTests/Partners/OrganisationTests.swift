import Basics
import Testing

@testable import BluesCore

@Suite struct `Organisations of the clusters` {
  let store: Store

  init() throws { store = try Store.blues() }

  @Test func `an organisation is known by id, name, short name and a part of its name`() throws {
    let added = try store.organisations.add(
      "Institute of Water", .init(shortName: "IW", country: .init("PL"), type: "SME", cluster: "np")
    )
    #expect(added.code == "O1")
    #expect(added.clusters == ["NP"])
    for text in ["O1", "o1", "Institute of Water", "institute OF water", "iw", "of wat"] {
      #expect(try store.organisations.one(text) == added)
    }
  }

  @Test func `one of several is asked for, unless it is named in full`() throws {
    for name in ["Aqua", "Aqua North", "Aqua South"] {
      _ = try store.organisations.add(name, .init())
    }
    #expect(try store.organisations.one("aqua").code == "O1")
    let ambiguous = OrganisationProblem.ambiguous(
      "aqua ", candidates: ["O2 Aqua North", "O3 Aqua South"])
    #expect(throws: ambiguous) { try store.organisations.one("aqua ") }
    #expect(ambiguous.message == "\"aqua \" matches 2 organisations.")
    #expect(ambiguous.hint == "O2 Aqua North; O3 Aqua South")
    #expect(ambiguous.kind == .ambiguous)
  }

  @Test func `the wild cards of SQL are plain characters`() throws {
    _ = try store.organisations.add("Percent 100", .init())
    for text in ["%", "_", "Percent_100", "' OR 1=1 --"] {
      #expect(throws: OrganisationProblem.self) { try store.organisations.one(text) }
    }
  }

  @Test func `name and country belong to one organisation`() throws {
    _ = try store.organisations.add("Aqua", .init(country: .init("DE")))
    #expect(throws: OrganisationProblem.alreadyThere("Aqua", code: "O1")) {
      try store.organisations.add("Aqua", .init(country: .init("DE")))
    }
    #expect(try store.organisations.add("Aqua", .init(country: .init("FR"))).code == "O2")
    #expect(try store.organisations.add("Aqua", .init()).code == "O3")
  }

  @Test
  func `a change touches only what it speaks of, and the cluster that it names is the only one`()
    throws
  {
    _ = try store.organisations.add("Aqua", .init(country: .init("DE"), cluster: "BNPT"))
    let set = try store.organisations.set("O1", .init(vat: "DE100000008", cluster: "NP"))
    #expect([set.name, set.country, set.vat] == ["Aqua", "DE", "DE100000008"])
    #expect(set.clusters == ["NP"])
    let steps = try store.history.steps().count
    _ = try store.organisations.set("O1", .init(cluster: "NP"))
    #expect(try store.history.steps().count == steps)
    #expect(try store.partners.one(.init("BNPT")).members == 0)
    #expect(try store.organisations.set("O1", .init(cluster: "")).clusters == [])
  }

  @Test func `what cannot be is refused with its sentence`() throws {
    _ = try store.organisations.add("Nanotech", .init())
    let unknown = OrganisationProblem.unknown("Nanotek", near: ["Nanotech"])
    #expect(throws: unknown) { try store.organisations.one("Nanotek") }
    #expect(unknown.message == "Unknown organisation: Nanotek.")
    #expect(unknown.hint == "did you mean Nanotech?")
    #expect(throws: OrganisationProblem.unknown("O7", near: [])) {
      try store.organisations.one("O7")
    }
    #expect(
      OrganisationProblem.unknown("X", near: []).hint
        == "blues partner organisation add NAME --country CODE")
    #expect(throws: OrganisationProblem.nothingToSet) { try store.organisations.set("O1", .init()) }
    #expect(throws: RecordProblem.self) {
      try store.organisations.add("New", .init(cluster: "XX"))
    }
    #expect(try store.organisations.all().count == 1)
    #expect(
      OrganisationProblem.alreadyThere("Aqua", code: "O1").message == "Aqua already exists as O1."
    )
    #expect(OrganisationProblem.alreadyThere("Aqua", code: "O1").kind == .conflict)
  }
}
