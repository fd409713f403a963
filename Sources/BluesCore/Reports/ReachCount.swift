internal import Basics
import CSQLite
internal import GRDB

/// Counts contacts and their organisations by partner and country, in one pass over the contacts.
///
/// SQLite's own grouping sorts all rows first, which takes several times as long for a million.
struct ReachCount {
  /// The contacts of one partner in one country.
  private struct Group {
    let partner: Int64
    let country: String
    var contacts = 0
    var organisations = 0
  }

  private var groups: [Group] = []
  /// The place of a group by the digest of its partner and country.
  private var places = DigestTable()
  /// The organisations counted already, by group.
  private var counted = DigestSet()

  /// By partner, then by country; what is of none stands last.
  static func fetch(_ db: Database) throws -> [StatusFigures.Reach] {
    var count = ReachCount()
    let contacts = try PreparedStatement(
      db, "SELECT partner_id, organisation_id, country FROM contact")
    try contacts.forEach { row in
      count.add(
        partner: sqlite3_column_int64(row, 0), organisation: sqlite3_column_int64(row, 1),
        country: PreparedStatement.text(row, 2))
    }
    let codes = try Row.fetchAll(db, sql: "SELECT id, code FROM partner")
      .reduce(into: [Int64: String]()) { $0[try $1.value("id")] = try $1.value("code") }
    return count.groups
      .map { group in
        StatusFigures.Reach(
          partner: codes[group.partner] ?? "", country: group.country,
          organisations: group.organisations, contacts: group.contacts)
      }
      .sorted { one, other in
        (one.partner.isEmpty ? 1 : 0, one.partner, one.country.isEmpty ? 1 : 0, one.country)
          < (
            other.partner.isEmpty ? 1 : 0, other.partner, other.country.isEmpty ? 1 : 0,
            other.country
          )
      }
  }

  /// Partner and organisation are 0 where there is none.
  private mutating func add(
    partner: Int64, organisation: Int64, country: UnsafeBufferPointer<UInt8>?
  ) {
    var digest = Digest()
    digest.add(UInt64(bitPattern: partner))
    digest.add(bytes: country)
    let group = Int(places.add(Int64(groups.count), digest.value) ?? Int64(groups.count))
    if group == groups.count {
      let name = country.map { String(decoding: $0, as: UTF8.self) } ?? ""
      groups.append(Group(partner: partner, country: name))
    }
    groups[group].contacts += 1
    guard organisation != 0 else { return }
    digest.add(UInt64(bitPattern: organisation))
    if counted.insert(digest.value) { groups[group].organisations += 1 }
  }
}
