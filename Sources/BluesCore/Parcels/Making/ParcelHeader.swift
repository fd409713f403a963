internal import Basics
internal import Foundation
internal import GRDB

/// What a parcel says of itself inside, in the one row of its table `parcel`.
struct ParcelHeader: Equatable, Sendable {
  /// How parcels of this program are made up.
  static let form = 1
  /// The form of a workbook: what a partner fills in instead of a copy, which is not signed.
  static let workbook = 2

  /// The rows of a table, and a digest of them.
  struct TableSum: Codable, Equatable, Sendable {
    let rows: Int
    let sha256: String
  }

  var form = Self.form
  let layout: Int
  let project: String
  let sender: String
  let recipient: String
  let sequence: Int
  /// The number of the sender's file: another one for a copy that was made anew.
  let replica: Int64
  /// The last parcel of the recipient that the sender had applied.
  let base: Int?
  let period: String?
  let purpose: ParcelPurpose
  let madeAt: String
  let tables: [String: TableSum]

  /// Whether it is of a workbook, and so not of a copy: the two have numbers of their own.
  var isWorkbook: Bool { form == Self.workbook }

  /// The SHA-256 of the last parcel of the recipient that the sender had applied: a copy that was
  /// restored gives a number to another parcel once more.
  ///
  /// It stands where the sum of a table would. None in parcels of earlier programs.
  var baseDigest: String? { tables[Self.baseName]?.sha256 }

  /// No rows of it are sent, so that the name is free.
  static let baseName = "parcel"

  /// Whether it was made with a parcel applied that has this number and SHA-256.
  func wasMade(on number: Int, sha256: String) -> Bool {
    base == number && baseDigest.map { $0 == sha256 } ?? true
  }

  /// Writes it as a row of the table `parcel`.
  func insert(
    id: Int64, direction: String, label: ParcelLabel?, state: String, reason: String? = nil,
    sha256: String? = nil, in db: Database
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try db.execute(
      sql: """
        INSERT INTO parcel
          (id, direction, form, layout, project, sender, recipient, sequence, replica, base, period,
           purpose, made_at, tables, sha256, signature, public_key, state, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, direction, form, layout, project, sender, recipient, sequence, replica, base, period,
        purpose.rawValue, madeAt, String(decoding: try encoder.encode(tables), as: UTF8.self),
        label?.sha256 ?? sha256, label?.signature.hexadecimal, label?.key.text, state, reason,
      ])
  }
}

extension ParcelHeader: FetchableRecord {
  init(row: Row) throws {
    form = try row.value("form")
    layout = try row.value("layout")
    project = try row.value("project")
    sender = try row.value("sender")
    recipient = try row.value("recipient")
    sequence = try row.value("sequence")
    replica = try row.value("replica")
    base = try row.value("base")
    period = try row.value("period")
    purpose = try row.value("purpose")
    madeAt = try row.value("made_at")
    tables = try row.convert("tables") { (text: String) in
      try? JSONDecoder().decode([String: TableSum].self, from: Data(text.utf8))
    }
  }
}
