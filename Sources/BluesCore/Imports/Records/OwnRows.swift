internal import Basics
internal import GRDB

/// The rows of a list that a partner's copy takes: those of the partner.
///
/// One of another partner is rejected as any other row with a fault, and the others come in.
struct OwnRows {
  private let copy: String
  private let me: Int64
  private let db: Database

  /// - Returns: None in a project that is not shared, and in the coordinator's copy.
  init?(_ db: Database) throws {
    guard let identity = try CopyIdentity.fetch(db),
      try Partner.coordinator(db) != identity.organisation
    else { return nil }
    copy = identity.organisation
    me = try Partner.id(identity.organisation, in: db)
    self.db = db
  }

  /// The fields that say whose a row is; of several partners the first one counts.
  private static let fields = ["partner", "partners", "owner"]

  /// - Throws: `ImportRow.Refusal` for a row of another partner.
  func check(_ row: ImportRow) throws {
    for field in Self.fields {
      guard let name = row.list(field)?.first,
        let id = try Int64.fetchOne(
          db.cachedStatement(sql: "SELECT id FROM partner WHERE code = ?"), arguments: [name]),
        id != me
      else { continue }
      throw ImportRow.Refusal(
        field: field, rule: "other-partner",
        reason: PartnersCopy.rejection(ofRowsOf: name, among: copy))
    }
  }
}

/// The codes of new persons in a list of a shared project, which two partners could give alike.
struct NewPersonCodes {
  private let db: Database

  /// - Returns: None for other lists, and in a project that is not shared.
  init?(_ list: RecordList, _ db: Database) throws {
    guard list.kind == Person.register.table.name, try CopyIdentity.fetch(db) != nil else {
      return nil
    }
    self.db = db
  }

  /// - Throws: `ImportRow.Refusal` for a code that does not begin with the partner's short name.
  func check(_ row: ImportRow) throws {
    guard let code = row.text("code"), let name = row.text("partner"),
      let partner = try String.fetchOne(
        db.cachedStatement(sql: "SELECT code FROM partner WHERE code = ?"), arguments: [name]),
      !OwnedPersonCodes.begins(code, with: partner),
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM person WHERE code = ?"), arguments: [code]) == nil
    else { return }
    throw ImportRow.Refusal(
      field: "code", rule: "person-code",
      problem: ScopeProblem.personCode(code, partner: partner))
  }
}
