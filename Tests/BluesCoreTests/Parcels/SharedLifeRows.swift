import Basics
import GRDB

@testable import BluesCore

/// A row of a copy in the tables that the simulation changes.
struct LifeRow: Hashable {
  let table: String
  let id: Int64

  /// By which a review names it.
  var handle: String {
    String(FileDigest(of: Array("\(table) \(RowID(id).running)".utf8)).sha256.prefix(8))
  }
}

/// The tables that the simulation changes: costs, hours, contacts, activities and texts of partners, and
/// the plan of the coordinator.
enum LifeTable: String, CaseIterable {
  case cost = "cost_line"
  case hours = "timesheet"
  case contact, activity
  case text = "report_text"

  /// What begins every secret, so that one search finds them all; the partner follows.
  static let secret = "QZX-"

  /// Adds a row of a partner, with a text that is a secret but in activities, which all may read.
  func add(_ text: String, of partner: String, _ write: Transaction) throws {
    let db = write.db
    let (id, me) = (try write.nextID(rawValue), try Partner.id(partner, in: db))
    switch self {
    case .cost:
      try db.execute(
        sql: """
          INSERT INTO cost_line
            (id, number, partner_id, category, incurred_on, description, amount_cents, currency)
          VALUES (?, ?, ?, 'D.1', '2020-05-14', ?, 100, 'EUR')
          """, arguments: [id, write.nextNumber(rawValue, "number"), me, text])
    case .hours:
      try db.execute(
        sql: """
          INSERT INTO timesheet (id, person_id, work_package_id, part, hours, worked_on, activity)
          SELECT :id, person.id, work_package.id, :part, 700, '2020-05', :text
          FROM person, work_package WHERE person.partner_id = :me ORDER BY person.id, work_package.number
          LIMIT 1
          """, arguments: ["id": id, "part": RowID(id).running, "me": me, "text": text])
    case .contact:
      try db.execute(
        sql: """
          INSERT INTO contact (id, partner_id, name, note, source, match_key, fingerprint)
          VALUES (?, ?, 'Dora Test', ?, 'test', ?, 1)
          """, arguments: [id, me, text, id])
    case .activity:
      try db.execute(
        sql: """
          INSERT INTO activity (id, number, title, type, status)
          VALUES (?, ?, ?, 'meeting', 'planned')
          """,
        arguments: [
          id, write.nextNumber(rawValue, "number"), text.replacing(Self.secret, with: ""),
        ])
      try db.execute(
        sql: "INSERT INTO activity_partner (id, activity_id, partner_id) VALUES (?, ?, ?)",
        arguments: [write.nextID("activity_partner"), id, me])
    case .text:
      try db.execute(
        sql: "INSERT INTO report_text (id, section, partner_id, content) VALUES (?, ?, ?, ?)",
        arguments: [id, "s\(id)", me, text])
    }
  }

  /// Changes one value of a row; another column at times.
  func change(_ id: Int64, to number: Int, _ db: Database) throws {
    let value =
      switch self {
      case .cost:
        number % 2 == 0 ? "amount_cents = \(number)" : "note = 'note \(number)'"
      case .hours: "hours = \(number)"
      case .contact: number % 2 == 0 ? "city = 'City \(number)'" : "phone = '\(number)'"
      case .activity: number % 2 == 0 ? "place = 'Place \(number)'" : "note = 'note \(number)'"
      case .text:
        "content = substr(content, 1, instr(content || ' ', ' ') - 1) || ' \(number)'"
      }
    try db.execute(sql: "UPDATE \(rawValue) SET \(value) WHERE id = ?", arguments: [id])
  }

  func remove(_ id: Int64, _ db: Database) throws {
    if self == .activity {
      try db.execute(sql: "DELETE FROM activity_partner WHERE activity_id = ?", arguments: [id])
    }
    try db.execute(sql: "DELETE FROM \(rawValue) WHERE id = ?", arguments: [id])
  }

  /// The rows by number, with whose they are and what they say.
  private var selection: String {
    switch self {
    case .cost:
      """
      SELECT row.id, partner.code, row.number || '|' || row.description || '|' || row.amount_cents
        || '|' || ifnull(row.note, '')
      FROM cost_line AS row JOIN partner ON partner.id = row.partner_id
      """
    case .hours:
      """
      SELECT row.id, partner.code, row.activity || '|' || row.hours || '|' || row.part
      FROM timesheet AS row JOIN person ON person.id = row.person_id
      JOIN partner ON partner.id = person.partner_id
      """
    case .contact:
      """
      SELECT row.id, partner.code, row.note || '|' || ifnull(row.city, '') || '|'
        || ifnull(row.phone, '')
      FROM contact AS row JOIN partner ON partner.id = row.partner_id
      """
    case .activity:
      """
      SELECT row.id, '', row.number || '|' || row.title || '|' || ifnull(row.place, '') || '|'
        || ifnull(row.note, '') || '|' || ifnull((
          SELECT group_concat(partner.code)
          FROM activity_partner AS part JOIN partner ON partner.id = part.partner_id
          WHERE part.activity_id = row.id), '')
      FROM activity AS row
      """
    case .text:
      """
      SELECT row.id, partner.code, row.content
      FROM report_text AS row JOIN partner ON partner.id = row.partner_id
      """
    }
  }

  /// All rows of a copy; of what all may read and of the plan no partner is said.
  static func rows(_ store: Store) throws -> [LifeRow: (partner: String, text: String)] {
    try store.read { db in
      var rows: [LifeRow: (partner: String, text: String)] = [:]
      for table in allCases {
        for row in try Row.fetchAll(db, sql: table.selection) {
          rows[LifeRow(table: table.rawValue, id: row[0])] = (row[1], row[2])
        }
      }
      for row in try Row.fetchAll(db, sql: "SELECT id, title FROM work_package") {
        rows[LifeRow(table: "work_package", id: row[0])] = ("", row[1])
      }
      return rows
    }
  }

  /// Gives each partner a person, and secrets that all would get with a row that all may read.
  static func prepare(_ store: Store, _ partners: [String]) throws {
    try store.write { write in
      for (place, partner) in partners.enumerated() {
        let me = try Partner.id(partner, in: write.db)
        let organisation = try write.nextID("organisation")
        try write.db.execute(
          sql: """
            INSERT INTO organisation (id, name, iban, vat)
            VALUES (\(organisation), 'Works \(place)', '\(secret)\(partner)-iban',
                    '\(secret)\(partner)-vat')
            """)
        for (table, columns, values) in [
          (
            "person", "code, partner_id, name, category",
            "'\(partner)-1', \(me), '\(secret)\(partner)-name', 'A.1'"
          ),
          ("membership", "organisation_id, partner_id", "\(organisation), \(me)"),
          (
            "profile", "organisation_id, role, category, managing_partner_id",
            "\(organisation), 'host', 'sme', \(me)"
          ),
          (
            "grant_payment", "number, paid_on, kind, amount_cents, partner_id, reference",
            "\(place + 1), '2020-04-01', 'pre-financing', 100, \(me), '\(secret)BNPT-reference'"
          ),
        ] {
          try write.db.execute(
            sql: "INSERT INTO \(table) (id, \(columns)) VALUES (?, \(values))",
            arguments: [write.nextID(table)])
        }
      }
      write.records("prepared", affecting: [])
    }
  }
}
