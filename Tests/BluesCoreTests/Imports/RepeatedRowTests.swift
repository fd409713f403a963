import Basics
import Testing

@testable import BluesCore

@Suite struct `Rows of one record twice in a list` {
  let store: Store

  init() throws { store = try Store.blues() }

  @Test func `a code twice in one list is a repeat, and the earlier row stands`() throws {
    let list = "code,title,due,type\nD1.4,x,M15,\nD1.4,y,M15,R\nd1.4,x,M15,\n"
    let first = try store.importList(.deliverables, list)
    #expect(first.counts == [3, 1, 1, 1, 0])
    #expect(first.outcome.repeated == 1)
    #expect(first.outcome.warned == 1)
    #expect(first.outcome.warningsByRule == [.repeatedRow: 1])
    #expect(
      first.outcome.firstWarnings == [
        PlacedWarning(
          line: 3, column: 2, rule: "repeated-row",
          reason: "Line 2 is of the same record, and its title is kept.")
      ])
    let stored = try store.deliverables.one(.init("D1.4"))
    #expect([stored.title, stored.type] == ["x", "R"])
    let second = try store.importList(.deliverables, list)
    #expect(second.counts == [3, 0, 0, 3, 0])
    #expect(second.outcome.repeated == 2)
  }

  @Test func `an organisation or a host twice in one list is a repeat, too`() throws {
    let list = "name,country,type,cluster\nAqua,ES,sme,AV\nAqua,ES,university,NP\n"
    let first = try store.importList(.organisations, list)
    #expect(first.counts == [2, 1, 1, 0, 0])
    #expect(first.outcome.warningsByRule == [.repeatedRow: 1])
    let aqua = try store.organisations.one("Aqua")
    #expect(aqua.type == "sme")
    #expect(aqua.clusters == ["AV", "NP"])
    let second = try store.importList(.organisations, list)
    #expect(second.counts == [2, 0, 0, 2, 0])
    #expect(second.outcome.repeated == 1)
    let hosts = "role,organisation,country,city\nhost,Aqua,ES,Jaca\nboth,Aqua,ES,Huesca\n"
    #expect(try store.importList(.profiles, hosts).counts == [2, 2, 0, 0, 0])
    #expect(try store.profiles.one("Aqua").map(\.city) == ["Jaca", "Huesca"])
    #expect(try store.importList(.profiles, hosts).counts == [2, 0, 0, 2, 0])
  }
}
