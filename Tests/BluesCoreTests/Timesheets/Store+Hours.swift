import Basics
import Tabular

@testable import BluesCore

extension Store {
  /// The BLUES project with two persons, NP-1 in Czech crowns and AV-1 in euro.
  static func withStaff(on day: String = "2020-09-01") throws -> Store {
    let store = try Store.blues(on: day)
    _ = try store.partners.set(.init("NP"), ["country": "CZ"])
    _ = try store.tasks.add(.init("T1.1"))
    _ = try store.persons.add(
      .init("NP-1"), ["partner": "NP", "name": "Jana Nová", "from": "2020-02-01"])
    _ = try store.persons.add(.init("AV-1"), ["partner": "AV"])
    _ = try store.personRates.add(
      .init("NP-1@2020-01-01"), ["annual_cost": "720000", "currency": "CZK"])
    return store
  }

  /// Imports a list of hours.
  @discardableResult
  func importHours(
    _ text: String, _ request: ImportRequest = ImportRequest(fileName: "hours.csv"),
    _ options: TimesheetImport.Options = .init()
  ) throws -> (imported: Imported, findings: [EffortCount]?) {
    let rejects = RejectedRows()
    let reader = try RowReader(source: .bytes(Array(text.utf8)))
    let result = try timesheetImport.run(reader, request, options, rejects: rejects)
    return (
      Imported(outcome: result.outcome, rejected: rejects.rows, header: rejects.header),
      result.findings
    )
  }
}
