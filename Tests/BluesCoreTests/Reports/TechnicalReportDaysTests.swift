import Basics
import Documents
import Testing

@testable import BluesCore

/// What a technical report says of its period when more is known since.
@Suite struct `A technical report made after its period` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-03-31")
    _ = try store.deliverables.add(.init("D1.1"), ["title": "Study", "due": "M6"])
    _ = try store.milestones.add(.init("MS1"), ["title": "Start", "due": "M2"])
  }

  private func table(_ noun: String, _ part: String, _ period: String = "RP1") throws -> [[String]]
  {
    let document = try store.technicalReport.document(
      ReportRequest(texts: ["period": period, "part": part]))
    let found = document.blocks.lazy.compactMap { block -> Table? in
      guard case .table(let table, _) = block, table.noun == noun else { return nil }
      return table
    }.first
    return try #require(found).rows.map { $0.map(\.exported) }
  }

  @Test func `what was done since the period is told as such, and part A has its day`() throws {
    _ = try store.milestones.achieve(.init("MS1"), on: .of("2021-03-10"))
    _ = try store.deliverables.submit(.init("D1.1"), on: .of("2021-03-11"))
    #expect(
      try table("missed_milestones", "b") == [
        ["MS1", "Start", "2020-03-31", "2021-03-10, after the period", ""]
      ])
    #expect(
      try table("late_deliverables", "b").first?[3] == "2021-03-11, after the period")
    #expect(try table("milestones", "a").first?.suffix(3) == ["yes", "2021-03-10", ""])
  }

  @Test func `members that were imported after a period are not its own`() throws {
    _ = try store.indicators.add(.init("I1"), ["title": "Entities", "counts": "entities"])
    for (day, name) in [("2021-01-31", "Mill"), ("2021-02-01", "Pump"), ("2021-02-02", "Weir")] {
      try store.on(day).importContacts(
        "organisation,email,country\n\(name),\(name)@example.org,DE\n",
        ImportRequest.test(partner: "NP"))
    }
    func figures(_ period: String) throws -> [String] {
      try Array(table("indicators", "a", period)[0][5...6])
    }
    #expect(try figures("RP1") == ["1", "1"])
    #expect(try figures("RP2") == ["2", "3"])
  }
}
