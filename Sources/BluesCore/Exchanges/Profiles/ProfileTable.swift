internal import Basics
import CSQLite
internal import GRDB

/// Finds and writes profiles through statements prepared once, for one change or a whole list.
final class ProfileTable {
  /// What came of writing a profile.
  enum Change { case created, updated, unchanged }

  /// A profile as it is in the file.
  fileprivate struct Stored {
    let id: Int64
    let partner: Int64?
    let extra: String?
    let texts: [String?]
  }

  /// A profile as it is to be written, with nothing left that could be refused.
  struct Plan {
    fileprivate let role: Profile.Role
    fileprivate let stored: Stored?
    fileprivate let partner: Int64?
    /// Whether the partner is that of the organisation's cluster, since nobody said who manages.
    fileprivate let partnerIsOpen: Bool
    fileprivate let extra: String?
    fileprivate let texts: [String?]

    var isNew: Bool { stored == nil }
  }

  private let db: Database
  private let today: Day
  private let partners: [String: Int64]
  private let search: PreparedStatement
  private let insertion: PreparedStatement
  private let update: PreparedStatement
  private let cluster: PreparedStatement
  private var lastID: Int64

  private static let columns = ProfileField.allCases.map(\.column)

  init(_ write: Transaction) throws {
    db = write.db
    today = write.invocation.today
    partners = try Row.fetchAll(db, sql: "SELECT code, id FROM partner")
      .reduce(into: [:]) {
        $0[try $1.value("code", as: String.self).asciiRaised] = try $1.value("id")
      }
    let list = Self.columns.joined(separator: ", ")
    search = try PreparedStatement(
      db,
      """
      SELECT id, managing_partner_id, extra, \(list) FROM profile
      WHERE organisation_id = ? AND role = ?
      """)
    insertion = try PreparedStatement(
      db,
      """
      INSERT INTO profile (managing_partner_id, extra, \(list), id, organisation_id, role)
      VALUES (\(Array(repeating: "?", count: Self.columns.count + 5).joined(separator: ", ")))
      """)
    update = try PreparedStatement(
      db,
      """
      UPDATE profile
      SET managing_partner_id = ?, extra = ?, \(Self.columns.map { "\($0) = ?" }.joined(separator: ", "))
      WHERE id = ?
      """)
    cluster = try PreparedStatement(
      db,
      """
      SELECT partner_id FROM membership JOIN partner ON partner.id = partner_id
      WHERE organisation_id = ? ORDER BY partner.code LIMIT 1
      """)
    lastID = try write.nextID("profile") - 1
  }

  func partnerID(_ code: String) throws -> Int64 {
    guard let id = partners[code.asciiRaised] else {
      throw RecordProblem.unknownPartner(code, known: try Partner.codes(db))
    }
    return id
  }

  /// Holds what is said, texts as they are stored, against what is known of the organisation.
  ///
  /// All refusals come from here, so that a row is written wholly or not at all. Nil is an
  /// organisation that is not there yet.
  func plan(_ organisation: Int64?, _ draft: Profiles.Draft, extra: String? = nil) throws -> Plan {
    let draft = draft.of(draft.role)
    let stored = try organisation.flatMap { try find($0, draft.role) }
    var texts = stored?.texts ?? Array(repeating: nil, count: Self.columns.count)
    for field in ProfileField.allCases {
      guard let said = draft[field] else { continue }
      texts[field.rawValue] = said.isEmpty ? nil : said
    }
    if texts[ProfileField.cv.rawValue] == nil { texts[ProfileField.cv.rawValue] = "0" }
    if texts[ProfileField.category.rawValue] == nil { texts[ProfileField.category.rawValue] = "" }
    try Self.checkWindow(texts)
    if draft[.assessment] != nil { try settleAssessment(&texts, stored?.texts, draft) }
    var partner = stored?.partner
    var partnerIsOpen = stored == nil
    if let code = draft.partner {
      partner = code.isEmpty ? nil : try partnerID(code)
      partnerIsOpen = false
      if let other = draft[.partnership], partner != nil, !other.isEmpty {
        throw ProfileProblem.twoPartnerships(code, other)
      }
      if partner != nil { texts[ProfileField.partnership.rawValue] = nil }
    } else if draft[.partnership]?.isEmpty == false {
      partner = nil
      partnerIsOpen = false
    }
    return Plan(
      role: draft.role, stored: stored, partner: partner, partnerIsOpen: partnerIsOpen,
      extra: try joined(stored?.extra, extra), texts: texts)
  }

  private static func checkWindow(_ texts: [String?]) throws {
    if let from = texts[ProfileField.availableFrom.rawValue].flatMap({ Day(iso: $0) }),
      let to = texts[ProfileField.availableTo.rawValue].flatMap({ Day(iso: $0) }), to < from
    {
      throw ProfileProblem.windowEndsBeforeStart(from, to)
    }
  }

  /// A decision has its day, which is today when nobody said, and a rejection its reason.
  private func settleAssessment(
    _ texts: inout [String?], _ stored: [String?]?, _ draft: Profiles.Draft
  ) throws {
    let (decision, day, note) = (
      ProfileField.assessment.rawValue, ProfileField.assessedOn.rawValue,
      ProfileField.assessmentNote.rawValue
    )
    if stored?[decision] != texts[decision] {
      if draft[.assessedOn] == nil { texts[day] = texts[decision] == nil ? nil : today.iso }
      if draft[.assessmentNote] == nil { texts[note] = nil }
    }
    if texts[decision] == Profile.Assessment.rejected.rawValue, texts[note] == nil {
      throw ProfileProblem.reasonMissing
    }
    if let on = texts[day].flatMap({ Day(iso: $0) }), on > today {
      throw ProfileProblem.inTheFuture(on, today: today)
    }
  }

  /// Writes what was planned, for an organisation that is there by now.
  func write(_ plan: Plan, of organisation: Int64) throws -> Change {
    if let stored = plan.stored {
      guard
        stored.partner != plan.partner || !Self.same(stored.texts, plan.texts)
          || !Self.same([stored.extra], [plan.extra])
      else { return .unchanged }
      bind(update, plan, partner: plan.partner)
      update.bind(Self.columns.count + 3, stored.id)
      try update.run()
      return .updated
    }
    lastID += 1
    var partner = plan.partner
    if plan.partnerIsOpen {
      cluster.bind(1, organisation)
      try cluster.forEach { partner = sqlite3_column_int64($0, 0) }
    }
    bind(insertion, plan, partner: partner)
    insertion.bind(Self.columns.count + 3, lastID)
    insertion.bind(Self.columns.count + 4, organisation)
    insertion.bind(Self.columns.count + 5, plan.role.rawValue)
    try insertion.run()
    return .created
  }

  private func bind(_ statement: PreparedStatement, _ plan: Plan, partner: Int64?) {
    statement.bind(1, partner)
    statement.bind(2, plan.extra)
    for (index, text) in plan.texts.enumerated() { statement.bind(3 + index, text) }
  }

  private func find(_ organisation: Int64, _ role: Profile.Role) throws -> Stored? {
    search.bind(1, organisation)
    search.bind(2, role.rawValue)
    var found: Stored?
    try search.forEach { row in
      func text(_ column: Int) -> String? {
        PreparedStatement.text(row, Int32(column)).map { String(decoding: $0, as: UTF8.self) }
      }
      let hasPartner = sqlite3_column_type(row, 1) != SQLITE_NULL
      found = Stored(
        id: sqlite3_column_int64(row, 0),
        partner: hasPartner ? sqlite3_column_int64(row, 1) : nil, extra: text(2),
        texts: Self.columns.indices.map { text(3 + $0) })
    }
    return found
  }

  /// The kept columns of a list beside those known before.
  private func joined(_ known: String?, _ said: String?) throws -> String? {
    guard let said, let known else { return said ?? known }
    return try String.fetchOne(db, sql: "SELECT json_patch(?, ?)", arguments: [known, said])
  }

  private static func same(_ one: [String?], _ other: [String?]) -> Bool {
    zip(one, other).allSatisfy { isSame($0, $1) }
  }
}
