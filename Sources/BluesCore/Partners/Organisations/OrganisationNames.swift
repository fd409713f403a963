internal import Basics
import CSQLite
internal import GRDB

/// The organisations by name and country, to the byte, so that a list finds them without asking
/// SQLite for each row, and so that SQLite keeps no index of names.
struct OrganisationNames {
  /// The first organisation of each name and country, by their digest.
  private var first = DigestTable()
  /// Further organisations of a name and country.
  private var others: [Int64: [Int64]] = [:]

  /// Those of the project; spellings of organisations that were merged are known for good.
  init(_ db: Database) throws {
    let all = try PreparedStatement(
      db,
      """
      SELECT name, country, id FROM organisation
      UNION ALL SELECT name, country, organisation_id FROM merged_organisation
      """)
    try all.forEach { row in
      var digest = Digest()
      digest.add(bytes: PreparedStatement.text(row, 0))
      digest.add(bytes: PreparedStatement.text(row, 1))
      note(sqlite3_column_int64(row, 2), digest.value)
    }
  }

  /// The digest of an organisation's name and country.
  static func digest(_ name: String, _ country: String?) -> Int64 {
    var digest = Digest()
    digest.add(name)
    digest.add(country)
    return digest.value
  }

  /// The organisation of a digest with the lowest id.
  func first(of digest: Int64) -> Int64? { first[digest] }

  /// All organisations of a digest, by their ids.
  func all(of digest: Int64) -> [Int64] {
    first[digest].map { [$0] + (others[digest] ?? []).sorted() } ?? []
  }

  mutating func note(_ id: Int64, _ digest: Int64) {
    guard let known = first.add(id, digest), known != id, others[digest]?.contains(id) != true
    else { return }
    first[digest] = min(known, id)
    others[digest, default: []].append(max(known, id))
  }
}
