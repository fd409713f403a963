import Basics
import Documents
import Testing

@testable import BluesCore

/// Partners under the names and numbers that the grant's tables have for them.
@Suite struct `Names of partners` {
  let store: Store
  static let first = """
    no,short name,name,country,entry date,exit date
    1,NORTH,University of the North,France,,
    2,COAST,Coast Water Institute,DE,2020-02-01,

    """

  init() throws {
    store = try Store.blues()
    try store.importList(.partners, Self.first)
  }

  private func lead(_ text: String) throws -> String? {
    try store.workPackages.set(.init("WP1"), ["lead": text]).lead
  }

  @Test(arguments: [
    "NORTH", "1 - NORTH", "1 – north", "1 - somebody", "1", "University of the North",
    "UNIVERSITY OF THE NORTH.", "of the North", "1 - University of the North",
  ])
  func `a lead is known by code, number, full name and a part that no other has`(
    text: String
  ) throws {
    #expect(try lead(text) == "NORTH")
  }

  @Test(arguments: ["9 - NOBODY", "9", "University", "Water", "North Coast", "·"])
  func `what names nobody, or two, is refused`(text: String) throws {
    _ = try store.partners.add(.init("SOUTH"), ["name": "University of the South"])
    if text == "Water" { _ = try store.partners.set(.init("SOUTH"), ["name": "South Water"]) }
    #expect(throws: RecordProblem.self) { try lead(text) }
  }

  @Test func `a list that gives a number and name another short name renames the partner`() throws {
    _ = try lead("NORTH")
    let again = try store.importList(
      .partners, "no,short name,name\n1,UNORD,University of the North.\n")
    #expect(again.counts == [1, 0, 1, 0, 0])
    #expect(
      again.outcome.changes == [
        ChangedField(line: 2, code: "UNORD", field: "code", was: "NORTH", now: "UNORD"),
        ChangedField(
          line: 2, code: "UNORD", field: "name", was: "University of the North",
          now: "University of the North."),
      ])
    #expect(try store.workPackages.one(.init("WP1")).lead == "UNORD")
    #expect(try lead("NORTH") == "UNORD")
    let names = try store.partners.one(.init("UNORD")).formerNames(in: store)
    #expect(names.rows.map { $0.map(\.shown) } == [["NORTH", "2020-09-01"]])
    _ = try store.history.undo()
    _ = try store.history.undo()
    #expect(try store.partners.one(.init("NORTH")).name == "University of the North")
  }

  @Test func `a list with a former short name finds the partner and renames nothing`() throws {
    _ = try store.partners.rename(.init("NORTH"), to: .init("UNORD"), on: .of("2020-06-30"))
    let again = try store.importList(.partners, Self.first)
    #expect(again.counts == [2, 0, 0, 2, 0])
    #expect(try store.partners.codes().filter { ["NORTH", "UNORD"].contains($0) } == ["UNORD"])
    #expect(again.outcome.absent?.kept.contains("UNORD") == false)
  }

  @Test func `a row that is refused renames nothing`() throws {
    let refused = try store.importList(
      .partners, "no,short name,name,country\n1,UNORD,University of the North,Nowhere\n")
    #expect(refused.counts == [1, 0, 0, 0, 1])
    #expect(try store.partners.one(.init("NORTH")).number == 1)
    #expect(throws: RecordProblem.self) { try store.partners.one(.init("UNORD")) }
  }

  @Test func `another name under a known number is refused`() throws {
    let refused = try store.importList(.partners, "no,short name,name\n1,OTHER,Other University\n")
    #expect(refused.counts == [1, 0, 0, 0, 1])
    #expect(
      refused.outcome.firstRejections.map(\.reason) == ["1 is the number of NORTH."])
  }

  @Test func `it is renamed by a verb, and joins and leaves in order`() throws {
    let now = try store.partners.rename(.init("COAST"), to: .init("SEA"), on: .of("2020-06-30"))
    #expect(now.code.text == "SEA" && now.joinedOn?.iso == "2020-02-01")
    #expect(throws: RecordProblem.taken("NORTH", command: "partner")) {
      try store.partners.rename(.init("SEA"), to: .init("NORTH"), on: .of("2020-06-30"))
    }
    #expect(throws: RecordProblem.self) {
      try store.partners.set(.init("SEA"), ["left_on": "2020-01-31"])
    }
    let left = try store.partners.set(
      .init("SEA"), ["left_on": "2020-12-31", "successor": "1 - NORTH"])
    #expect(left.leftOn?.iso == "2020-12-31" && left.successor == "NORTH")
    try #require(throws: RecordProblem.self) { try store.partners.remove(.init("NORTH")) }
  }

  @Test func `a former name is given to nobody else, and the same name again changes nothing`()
    throws
  {
    _ = try store.partners.rename(.init("NORTH"), to: .init("ISLE"), on: .of("2020-06-01"))
    let before = try store.dump()
    #expect(throws: PartnerProblem.formerName("NORTH", of: "ISLE")) {
      try store.partners.rename(.init("COAST"), to: .init("NORTH"), on: .of("2020-06-02"))
    }
    #expect(throws: PartnerProblem.formerName("NORTH", of: "ISLE")) {
      try store.partners.add(.init("NORTH"), [:])
    }
    #expect(throws: PartnerProblem.sameName("ISLE")) {
      try store.partners.rename(.init("ISLE"), to: .init("ISLE"), on: .of("2020-06-02"))
    }
    #expect(try store.dump() == before)
    let back = try store.partners.rename(.init("ISLE"), to: .init("NORTH"), on: .of("2020-07-01"))
    #expect(back.code.text == "NORTH")
  }

  @Test func `nobody is its own successor, whoever is in between`() throws {
    _ = try store.partners.set(.init("NORTH"), ["successor": "COAST"])
    for one in [("NORTH", "NORTH"), ("COAST", "NORTH")] {
      #expect(throws: PartnerProblem.ownSuccessor(one.0)) {
        try store.partners.set(.init(one.0), ["successor": one.1])
      }
    }
  }

  @Test func `a former name is refused naming the new one`() throws {
    _ = try store.partners.rename(.init("NORTH"), to: .init("POLE"), on: .of("2020-08-01"))
    let renamed = RecordProblem.renamed("NORTH", noun: "partner", to: "POLE")
    #expect(throws: renamed) { try store.partners.set(.init("NORTH"), ["city": "Nancy"]) }
    #expect(throws: RecordProblem.renamed("north", noun: "partner", to: "POLE")) {
      try store.partners.one(.init("north"))
    }
    #expect(renamed.message == "The partner NORTH is called POLE now.")
    #expect(renamed.hint == "write POLE")
    #expect(renamed.kind == .notFound)
  }
}
