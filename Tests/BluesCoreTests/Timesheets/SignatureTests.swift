import Basics
import Testing

@testable import BluesCore

/// A signature is of the hours as they were signed, after they were worked.
@Suite struct `Signatures of timesheets` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-02-10")
    _ = try store.persons.add(.init("NP-1"), ["partner": "NP"])
    _ = try store.persons.add(.init("NP-2"), ["partner": "NP", "to": "2020-12-15"])
    for person in ["NP-1", "NP-2"] { _ = try add(person, "40") }
  }

  private func add(
    _ person: String, _ hours: String, signed: String? = nil, replacing: Bool = false
  ) throws -> TimesheetEntry {
    try store.timesheets.add(
      said(person), #require(Hours(hours)), signedOn: signed.map { try Day.of($0) },
      isReplacing: replacing)
  }

  private func said(_ person: String) throws -> Timesheets.Said {
    try Timesheets.Said(
      person: person, worked: .init(month: .of("2020-12-01")), workPackage: .init("WP1"))
  }

  private func sign(_ person: String, on day: String?, approved: String? = nil) throws {
    _ = try store.timesheets.sign(
      person, month: .of("2020-12-01"), on: day.map { try Day.of($0) },
      approvedOn: approved.map { try Day.of($0) }, by: nil)
  }

  private func message(_ step: () throws -> Void) -> String? {
    do {
      try step()
      return nil
    } catch {
      return (error as? SignatureProblem)?.message ?? "other"
    }
  }

  @Test func `other hours take it away`() throws {
    try sign("NP-1", on: "2021-01-05", approved: "2021-01-06")
    #expect(try store.timesheets.signature(of: said("NP-1"))?.iso == "2021-01-05")
    #expect(try add("NP-1", "40", replacing: true).signedOn?.iso == "2021-01-05")
    let changed = try add("NP-1", "41", replacing: true)
    #expect(changed.signedOn == nil)
    #expect(changed.approvedOn == nil)
    #expect(
      try add("NP-1", "42", signed: "2021-01-07", replacing: true).signedOn?.iso == "2021-01-07")
  }

  @Test func `no month is signed before its end, nor approved before it was signed`() throws {
    #expect(
      message { try sign("NP-1", on: "2020-11-30", approved: "2020-11-29") }
        == "The hours of NP-1, 2020-12 cannot be signed on 2020-11-30: their last day of work is "
        + "2020-12-31.")
    #expect(
      message { try sign("NP-1", on: "2021-01-05", approved: "2021-01-04") }
        == "The hours of NP-1, 2020-12 cannot be approved on 2021-01-04, before they were signed on "
        + "2021-01-05.")
    try sign("NP-1", on: "2021-01-05")
    #expect(
      message { try sign("NP-1", on: nil, approved: "2021-01-04") }
        == "The hours of NP-1, 2020-12 cannot be approved on 2021-01-04, before they were signed on "
        + "2021-01-05.")
    try sign("NP-1", on: nil, approved: "2021-01-05")
    #expect(message { _ = try add("NP-1", "1", signed: "2020-12-30", replacing: true) } != nil)
  }

  @Test func `who leaves within a month signs on that day`() throws {
    try sign("NP-2", on: "2020-12-15")
    #expect(message { try sign("NP-2", on: "2020-12-14") } != nil)
  }
}
