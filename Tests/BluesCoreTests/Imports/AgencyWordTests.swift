import Testing

@testable import BluesCore

/// The words of the Agency's own tables.
@Suite struct `Words of the grant's tables` {
  @Test(arguments: [
    ("R", "R"), ("Report", "R"), ("R — Document, report", "R"), ("r: whatever", "R"),
    ("Websites, patents filling, etc.", "DEC"), ("DEC - Websites", "DEC"), ("Other", "OTHER"),
    ("Demonstrator", "DEM"), ("ORDP: Open Research Data Pilot", "ORDP"),
  ])
  func `types`(text: String, code: String) throws {
    let store = try Store.blues()
    let list = "code,title,type,due\nD1.9,Plan,\"\(text)\",month 24\n"
    #expect(try store.importList(.deliverables, list).counts == [1, 1, 0, 0, 0])
    #expect(try store.deliverables.one(.init("D1.9")).type == code)
  }

  @Test(arguments: [
    ("Public", "PU"), ("PU", "PU"),
    (
      "Confidential, only for members of the consortium  (including the Commission Services)", "CO"
    ),
  ])
  func `levels, and months in words`(text: String, code: String) throws {
    let store = try Store.blues()
    let list = "Del. no,Title,Dissemination level,Due Date (in months)\nD1.9,Plan,\"\(text)\",M 6\n"
    let imported = try store.importList(
      .deliverables, list, .test(map: ["Del. no=code"]))
    #expect(imported.counts == [1, 1, 0, 0, 0])
    let one = try store.deliverables.one(.init("D1.9"))
    #expect(one.level == code && one.due.text == "M6")
  }

  @Test func `what is none of them is refused with those that are`() throws {
    let store = try Store.blues()
    let refused = try store.importList(.deliverables, "code,due,type\nD1.9,M6,Demonstra\n")
    #expect(
      refused.outcome.firstRejections.map(\.reason)
        == ["Expected one of R, DEM, DEC, OTHER, ETHICS, ORDP, DATA, DMP, ADM, PDE."])
  }
}
