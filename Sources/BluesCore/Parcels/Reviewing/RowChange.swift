internal import Basics
internal import GRDB

/// A row in which a parcel and this copy differ.
struct RowChange: Sendable {
  /// How they differ.
  enum Kind: String, CaseIterable, Sendable {
    case new, changed, deleted
    /// Both changed it, or what they have in common is not known.
    case conflict
  }

  let table: String
  let id: Int64
  var kind: Kind
  /// Values by the columns of `columns`; nil where there is no such row.
  let base: [DatabaseValue]?
  let theirs: [DatabaseValue]?
  var ours: [DatabaseValue]?
  let columns: [String]
  /// The row here that is the same thing, entered in both copies, and whose values `ours` has.
  var twin: Int64?
  /// What is to be known beside the values.
  var note: String?

  /// The values here of the row itself.
  var here: [DatabaseValue]? { twin == nil ? ours : nil }

  var row: Changeset.Row { Changeset.Row(table: table, id: id) }

  /// By which a decision knows what it was made on.
  var digest: String { Self.digest(theirs) }

  /// A digest of a row, or of there being none.
  static func digest(_ values: [DatabaseValue]?) -> String {
    values.map { ParcelRows.digest($0) } ?? "deleted"
  }

  /// A name that stays the same as long as the row does: eight hexadecimal digits.
  ///
  /// Of the running number, which no two copies give twice.
  var handle: String {
    String(FileDigest(of: Array("\(table) \(RowID(id).running)".utf8)).sha256.prefix(8))
  }

  /// What says nothing to people: the number of a row, and digests of others of its values.
  private static let unsaid: Set<String> = ["id", "match_key", "fingerprint"]

  /// The columns whose values are not the same on both sides.
  var differing: [Int] {
    columns.indices.filter { place in
      guard !Self.unsaid.contains(columns[place]) else { return false }
      switch (theirs, ours) {
      case (let theirs?, let ours?): return theirs[place] != ours[place]
      case (let only?, nil), (nil, let only?): return !only[place].isNull
      case (nil, nil): return false
      }
    }
  }
}
