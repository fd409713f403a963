import Documents
import Tabular
import Testing

@testable import BluesCommands
@testable import BluesCore

/// Workbooks of any kind of record that others fill in.
@Suite struct `Lists of records to fill in` {
  private static func filled<R: CommandedRecord>(
    _ kind: R.Type, _ store: Store, _ rows: [[String: String]]
  ) throws -> [UInt8] {
    let form = try R.register.form(store)
    var bytes: [UInt8] = []
    try WorkbookWriter.inMemory(scratch: "/dev/shm", day: nil) { book in
      try form.write(
        book, rows: rows.map { row in form.columns.map { .text(row[$0.title] ?? "") } })
    } to: {
      bytes += $0
    }
    return bytes
  }

  @Test func `filled in, a risk and a deliverable import without any option`() throws {
    let store = try ExportedStore().store
    let risks = try Self.filled(
      Risk.self, store, [["No": "R7", "Description": "Staff leave", "Likelihood": "low"]])
    #expect(try Self.imported(risks, Risk.self, store) == [1, 0])
    #expect(try store.records(Risk.self).one(RiskCode("R7")).likelihood == .low)
    let due = try Self.filled(
      Deliverable.self, store,
      [["No": "D1.7", "Title": "Map", "Lead": "NP", "Due": "M6", "WP": "WP1"]])
    #expect(try Self.imported(due, Deliverable.self, store) == [1, 0])
    let person = try Self.filled(
      Person.self, store, [["Person": "NP-1", "Partner": "NP", "Name": "Jana Nová"]])
    #expect(try Self.imported(person, Person.self, store) == [1, 0])
    let rate = try Self.filled(
      PersonRate.self, store, [["Person": "NP-1", "From": "2020-02-01", "Annual cost": "720000"]])
    #expect(try Self.imported(rate, PersonRate.self, store) == [1, 0])
  }

  @Test func `every heading is known to the import as the field it is for`() throws {
    let store = try ExportedStore().store
    let form = try Deliverable.register.form(store)
    #expect(
      form.columns.map(\.heading) == [
        "No *", "Title *", "WP", "Lead", "Type", "Level", "Due *", "State",
        "Submitted", "Decided", "Justification", "Description",
      ])
    #expect(form.columns.first { $0.title == "Lead" }?.values.first == "BNPT")
    #expect(form.columns.first { $0.title == "Level" }?.values.contains("PU") == true)
  }

  private static func imported<R: CommandedRecord>(
    _ bytes: [UInt8], _ kind: R.Type, _ store: Store
  ) throws -> [Int] {
    let outcome = try store.recordImport.run(
      R.register.list, RowReader(source: .bytes(bytes)), ImportRequest(fileName: "list"),
      rejects: RejectsFile(nil, of: "list", isRehearsal: true))
    return [outcome.created, outcome.rejected]
  }
}
