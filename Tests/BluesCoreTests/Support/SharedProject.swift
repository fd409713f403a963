import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// A project that is shared: the coordinator's copy and that of NP, in one folder.
///
/// Both are opened anew for each act, as commands do it.
final class SharedProject {
  let folder: ProjectFolder
  private var day = 1

  /// The cost of NP that both copies have: `K1`.
  init(_ store: Store? = nil) throws {
    folder = try ProjectFolder()
    let store = try store ?? .blues()
    _ = try store.costs.add(.init("K1"), Self.cost("First ticket", 1000))
    try folder.project("bnpt.db", of: store)
    for name in ["out", "in"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: true)
    }
    let key = try KeyFile(ofProject: folder.path("bnpt.db")).make().publicKey
    try open("bnpt", "share init").sharing.start(as: "BNPT", key: key)
    try join("NP")
  }

  static func cost(_ text: String, _ cents: Int, of partner: String = "NP") -> Changes {
    Costs.texts([
      "partner": partner, "description": text, "amount": Money(cents: Int64(cents)).decimal,
    ])
  }

  /// Makes the copy of a partner, in a file called by it.
  func join(_ partner: String, as file: String? = nil) throws {
    let name = file ?? partner.lowercased()
    let path = folder.path("\(name).db")
    let key = try KeyFile(ofProject: path).make().publicKey
    _ = try open("bnpt").memberKeys.admit(key, of: partner, because: "Read out by phone")
    let parcel = try send("bnpt", to: partner)
    let invocation = try Invocation.test("share init", on: today())
    _ = try Joining(parcel, as: partner, at: path, invocation: invocation)
      .make(at: path, invocation: invocation)
  }

  private func today() -> String { "2020-09-\(day < 10 ? "0" : "")\(day)" }

  func open(_ copy: String, _ command: String = "test", on day: String? = nil) throws -> Store {
    try Store.openToWrite(
      at: folder.path("\(copy).db"), invocation: .test(command, on: day ?? today()))
  }

  /// Packs a parcel and says where it lies.
  @discardableResult
  func send(
    _ copy: String, to partner: String = "coordinator", on day: String? = nil,
    into out: String = "out",
    as purpose: ParcelPurpose = .share, period: String? = nil
  ) throws -> String {
    try #require(
      open(copy, "share pack", on: day).packing.pack(
        for: partner, purpose: purpose, period: period, to: folder.path(out)
      ).made.first
    ).path
  }

  @discardableResult
  func receive(_ path: String, in copy: String = "bnpt") throws -> ParcelArrival {
    try open(copy, "share receive").receiving.receive(file: path)
  }

  func review(in copy: String = "bnpt", from partner: String? = nil) throws -> ParcelReview {
    try open(copy).parcelReviews.review(from: partner)
  }

  @discardableResult
  func apply(in copy: String = "bnpt", from partner: String? = nil) throws
    -> ParcelReviews.Applied
  {
    try open(copy, "share apply").parcelReviews.apply(from: partner)
  }

  @discardableResult
  func decide(_ decision: ParcelDecision, _ row: String, in copy: String = "bnpt") throws
    -> ReviewedRow
  {
    try open(copy, "share \(decision.rawValue)").parcelReviews.decide(
      decision, on: row, because: "Looked at")
  }

  /// Packs in one copy, receives and applies in the other.
  func exchange(from copy: String, to partner: String = "coordinator", in other: String = "bnpt")
    throws
  {
    try receive(send(copy, to: partner), in: other)
    try apply(in: other)
  }

  /// The costs of a copy as `K1 First ticket 1000`.
  func costs(_ copy: String) throws -> [String] {
    try open(copy).costs.all().map { "\($0.code) \($0.description) \($0.amount ?? 0)" }
  }

  func set(_ code: String, _ cents: Int, in copy: String) throws {
    _ = try open(copy).costs.set(.init(code), ["amount": Money(cents: Int64(cents)).decimal])
  }

  /// Asks a copy, or changes it past every rule.
  func sql(_ sql: String, in copy: String) throws {
    let queue = try DatabaseQueue(path: folder.path("\(copy).db"))
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// Makes a parcel of NP by hand, whose rows may be any, sealed and signed as they should be.
  func forged(
    sequence: Int, replica: Int64? = nil, signedBy copy: String = "np",
    _ change: (Database) throws -> Void
  ) throws -> String {
    let from = try open("np")
    let key = try KeyFile(ofProject: folder.path("\(copy).db")).existing()
    let recipient = try KeyFile(ofProject: folder.path("bnpt.db")).existing().publicKey
    let parcel = try Store.empty(invocation: .test(on: today()))
    let identity = try #require(from.read { try CopyIdentity.fetch($0) })
    let number = try replica ?? from.read { try FileIdentity.number($0) }
    try parcel.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try change(db)
      var tables: [String: ParcelHeader.TableSum] = [:]
      for table in SharedScope.tables {
        let sum = try ParcelRows.sum(table.name, in: db)
        if sum.rows > 0 { tables[table.name] = sum }
      }
      try ParcelHeader(
        layout: Migration.newest, project: identity.project, sender: "NP", recipient: "BNPT",
        sequence: sequence, replica: number, base: 1, period: nil, purpose: .share,
        madeAt: "2020-09-01T12:00:00Z", tables: tables
      ).insert(id: 1, direction: "sent", label: nil, state: "sent", in: db)
    }
    let sealed = try #require(recipient.seal(parcel.bytes()))
    let label = ParcelLabel(
      project: identity.project, sender: "NP", recipient: "BNPT", sequence: sequence, of: sealed,
      by: key)
    let path = folder.path("in/forged-\(sequence)-\(UUID().uuidString.prefix(4)).parcel")
    try ParcelFile(label: label, sealed: sealed).write(to: path)()
    return path
  }
}
