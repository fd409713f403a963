import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// Parcels that are signed as they should be, and whose rows cannot be read.
@Suite struct `A parcel that is damaged inside` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  /// Seals bytes as NP would seal a parcel.
  private func sealed(_ content: [UInt8]) throws -> String {
    let key = try KeyFile(ofProject: shared.folder.path("np.db")).existing()
    let recipient = try KeyFile(ofProject: shared.folder.path("bnpt.db")).existing().publicKey
    let identity = try #require(shared.open("np").read { try CopyIdentity.fetch($0) })
    let sealed = try #require(recipient.seal(content))
    let label = ParcelLabel(
      project: identity.project, sender: "NP", recipient: "BNPT", sequence: 1, of: sealed, by: key)
    let path = shared.folder.path("in/damaged.parcel")
    try ParcelFile(label: label, sealed: sealed).write(to: path)()
    return path
  }

  private func content() throws -> [UInt8] {
    try Store.empty(invocation: .test(on: "2020-09-01")).bytes()
  }

  private func refused(_ content: [UInt8], _ detail: String) throws {
    let path = try sealed(content)
    let problem = ParcelProblem.misfit(path, detail: detail)
    #expect(throws: problem) { try shared.receive(path) }
    #expect(problem.kind == .badData)
    #expect(problem.hint == "ask the sender to send the file again")
  }

  @Test func `is refused where it is empty`() throws { try refused([], "it is empty") }

  @Test func `is refused where it asks for a journal beside it`() throws {
    var bytes = try content()
    bytes[18] = 2
    bytes[19] = 2
    try refused(bytes, "its rows are not a file as blues packs it")
  }

  @Test func `is refused where it is no database`() throws {
    try refused(
      [UInt8](repeating: 7, count: 4096), "its rows are not a file as blues packs it")
  }

  @Test(arguments: [
    (
      "CREATE VIEW evil AS SELECT 1", "the view evil is not of blues"
    ), ("CREATE TABLE evil (id INTEGER)", "the table evil is not of blues"),
  ])
  func `is refused by the name of what does not belong in it`(
    _ sql: String, _ detail: String
  ) throws {
    let path = try shared.forged(sequence: 1) { try $0.execute(sql: sql) }
    #expect(throws: ParcelProblem.misfit(path, detail: detail)) { try shared.receive(path) }
  }

  @Test func `hinders no other in a folder, as a folder or a link of its name does not`() throws {
    let files = FileManager.default
    let folder = shared.folder.path("in")
    try files.createDirectory(
      atPath: "\(folder)/dir.parcel", withIntermediateDirectories: false)
    try files.createSymbolicLink(
      atPath: "\(folder)/link.parcel", withDestinationPath: "\(folder)/nowhere")
    #expect(mkfifo("\(folder)/pipe.parcel", 0o600) == 0)
    try shared.send("np", into: "in")
    let arrivals = try shared.open("bnpt").receiving.receive(folder: folder)
    let found = arrivals.map {
      "\($0.file) \($0.outcome): \(($0.detail ?? "").replacing("\(folder)/", with: ""))"
    }
    #expect(
      found.sorted() == [
        "BLUES-NP-BNPT-0001.parcel waiting: ",
        "dir.parcel refused: dir.parcel is not a file: it is a folder, a pipe or a device.",
        "link.parcel refused: File not found: link.parcel.",
        "pipe.parcel refused: pipe.parcel is not a file: it is a folder, a pipe or a device.",
      ])
  }
}
