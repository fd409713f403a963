import Basics
import BluesCore
import Tabular

/// Keeps the rejected rows of an import in memory.
final class RejectedRows: RejectionSink {
  private(set) var rows: [Rejection] = []
  private(set) var header: [String] = []
  private(set) var isFinished = false

  func take(_ rejection: Rejection, header: [String]) {
    rows.append(rejection)
    self.header = header
  }

  func finish() { isFinished = true }
}

/// What came of an import in a test.
struct Imported {
  let outcome: ImportOutcome
  let rejected: [Rejection]
  let header: [String]

  /// Read, created, updated, unchanged, rejected.
  var counts: [Int] {
    [outcome.read, outcome.created, outcome.updated, outcome.unchanged, outcome.rejected]
  }
}

/// A list in memory, as CSV.
func csv(_ rows: [[String]]) -> String {
  var writer = CSVWriter()
  for row in rows { writer.write(row) }
  return String(decoding: writer.bytes, as: UTF8.self)
}

extension Store {
  @discardableResult
  func importContacts(
    _ text: String, _ request: ImportRequest = ImportRequest(fileName: "list.csv"),
    header: Bool = true
  ) throws -> Imported {
    let rejects = RejectedRows()
    let outcome = try contactImport.run(Self.reader(text, header), request, rejects: rejects)
    return Imported(outcome: outcome, rejected: rejects.rows, header: rejects.header)
  }

  @discardableResult
  func importList(
    _ list: RecordList, _ text: String,
    _ request: ImportRequest = ImportRequest(fileName: "list.csv"), delimiter: UInt8 = 0x2C
  ) throws -> Imported {
    let rejects = RejectedRows()
    let outcome = try recordImport.run(
      list, Self.reader(text, true, delimiter), request, rejects: rejects)
    return Imported(outcome: outcome, rejected: rejects.rows, header: rejects.header)
  }

  private static func reader(
    _ text: String, _ header: Bool, _ delimiter: UInt8 = 0x2C
  ) throws -> RowReader {
    try RowReader(
      source: .bytes(Array(text.utf8)),
      options: ReadingOptions(encoding: .utf8, delimiter: delimiter, hasHeader: header))
  }
}

extension ImportRequest {
  /// What a test says about a list.
  static func test(
    map: [String] = [], unmapped: Unmapped = .refuse, set: [String] = [], country: String? = nil,
    partner: String? = nil, source: String? = nil, mostRejected: Int? = nil
  ) -> ImportRequest {
    ImportRequest(
      fileName: "list.csv", assignments: map.compactMap { Assignment($0) }, unmapped: unmapped,
      defaults: set.compactMap { Default($0) }, country: country.flatMap { CountryCode($0) },
      partner: partner, source: source, mostRejected: mostRejected)
  }
}

extension ContactDraft {
  /// A draft with some fields filled.
  init(_ values: [ContactField: String], partner: String? = nil) {
    self.init()
    for (field, value) in values { self[field] = value }
    self.partner = partner
  }
}

extension RecordList {
  static var workPackages: RecordList { WorkPackage.register.list }
  static var tasks: RecordList { PlanTask.register.list }
  static var deliverables: RecordList { Deliverable.register.list }
  static var milestones: RecordList { Milestone.register.list }
  static var indicators: RecordList { Indicator.register.list }
  static var risks: RecordList { Risk.register.list }
  static var partners: RecordList { Partner.register.list }
}
