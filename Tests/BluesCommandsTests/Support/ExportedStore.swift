import Basics
import Documents
import Tabular
import Testing

@testable import BluesCommands
@testable import BluesCore

/// A project of a test's own, whose contacts go out and come in.
struct ExportedStore {
  let store: Store

  init() throws {
    let today = try #require(Day(iso: "2020-09-01"))
    var store = try Store.inMemory(
      invocation: Invocation(
        command: "init", who: "tester", at: "2020-09-01T12:00:00Z", today: today))
    _ = try store.project.start(from: .named("blues"), .init())
    store.invocation.command = "test"
    self.store = store
  }

  /// Imports a list; what no field takes is kept.
  @discardableResult
  func take(_ bytes: [UInt8], _ name: String = "list.csv") throws -> ImportOutcome {
    try store.contactImport.run(
      RowReader(source: .bytes(bytes)), ImportRequest(fileName: name, unmapped: .keep),
      rejects: RejectsFile(nil, of: name, isRehearsal: true))
  }

  /// What an export writes.
  func export(
    _ listing: Listing = Listing(), mailMerge: Bool = false,
    into makeSink: ([String], @escaping ByteTarget) throws -> any RowSink
  ) throws -> (bytes: [UInt8], merge: MailMerge?) {
    var bytes: [UInt8] = []
    let written = try store.contacts.rows { rows in
      try ContactExport(listing: listing, isMailMerge: mailMerge).run(rows) { columns in
        try makeSink(columns.map(\.name)) { bytes += $0 }
      }
    }
    return (bytes, written.merge)
  }

  func csv(_ listing: Listing = Listing(), mailMerge: Bool = false) throws -> String {
    let written = try export(listing, mailMerge: mailMerge) { headings, target in
      try DelimitedRows(.csv, headings: headings, to: target)
    }
    return String(decoding: written.bytes, as: UTF8.self)
  }

  /// Each contact's fields, by their bytes, without its id, partner and source.
  func fields() throws -> [[[UInt8]]] {
    try store.contacts.rows { rows in
      var all: [[[UInt8]]] = []
      try rows.forEach { row in
        all.append(row[1...ContactField.allCases.count].map { Array($0) })
      }
      return all
    }
  }
}
