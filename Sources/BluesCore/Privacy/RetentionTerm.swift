package import Basics
package import Documents
internal import GRDB

/// Until when a contact may be held, and by which rule.
package struct RetentionTerm: Sendable, Equatable {
  package let contact: RowID
  /// The name of the contact; empty before `named`.
  package private(set) var name = ""
  /// The id of the rule, such as contact-retention.
  package let rule: String
  /// Why the rule holds for the contact.
  package let why: String
  /// The last day; nil where it cannot be told yet.
  package let until: Day?

  package var code: String { "C\(contact.running)" }

  private init(_ contact: RowID, _ rule: String, _ why: String, until: Day?) {
    self.contact = contact
    self.rule = rule
    self.why = why
    self.until = until
  }

  /// The term with the name of its contact.
  func named(_ db: Database) throws -> RetentionTerm {
    var term = self
    term.name = try Contact.fetchOne(contact.value, db)?.title ?? code
    return term
  }

  package static let fields: [Field<RetentionTerm>] = [
    Field(
      "contact", "Contact", "The contact, such as C17.", kind: .form("contact"), rank: .key
    ) { .text($0.code) },
    Field("name", "Name", "The name of the contact.", rank: .main) { .text($0.name) },
    Field("until", "Until", "The last day on which it may be held.", kind: .day) {
      .day(orEmpty: $0.until)
    },
    Field("why", "Why", "Why it may be held until then.") { .text($0.why) },
    Field("rule", "Rule", "The rule, as blues exchange rule show explains it.") {
      .text($0.rule)
    },
  ]
}

extension RetentionTerm {
  /// The last day on which evidence of the grant is kept; nil before the balance is paid.
  static func evidenceEnd(_ db: Database) throws -> Day? {
    let paid = try Day.fetchOne(
      db,
      sql: """
        SELECT max(paid_on) FROM grant_payment WHERE kind = 'balance' AND partner_id IS NULL
        """)
    guard let paid else { return nil }
    let years = try RuleBook.inForce(db).rule("evidence-retention").whole("years")
    return paid.adding(months: 12 * years)
  }

  /// The terms of all contacts that were not erased, in the order of their numbers.
  static func fetchAll(_ db: Database) throws -> [RetentionTerm] {
    guard let ends = try Ends(db) else { return [] }
    return try Row.fetchAll(db, sql: selection).map { row in
      ends.term(
        RowID(try row.value("id")), takesPart: try row.value("takes_part"),
        withdrawn: try row.value("withdrawn_on"))
    }
  }

  /// The last days on which contacts may be held, the first one first, and how many on each.
  static func counts(_ db: Database) throws -> [Retention.Next] {
    guard let ends = try Ends(db) else { return [] }
    let groups = try Row.fetchAll(
      db,
      sql: """
        SELECT takes_part, withdrawn_on, min(id) AS id, count(*) AS contacts FROM (\(selection))
        GROUP BY takes_part, withdrawn_on
        """)
    var counts: [Day: Int] = [:]
    for row in groups {
      let term = ends.term(
        RowID(try row.value("id")), takesPart: try row.value("takes_part"),
        withdrawn: try row.value("withdrawn_on"))
      if let until = term.until { counts[until, default: 0] += try row.value("contacts") }
    }
    return counts.map { Retention.Next(until: $0.key, count: $0.value) }
      .sorted { $0.until < $1.until }
  }

  /// The ends that the rules of retention give, with the project's figures.
  private struct Ends {
    /// The end of the project.
    let project: Day
    let evidence: Day?
    let contact: Day
    /// How many months a contact is held after its last consent was withdrawn.
    let consent: Int

    init?(_ db: Database) throws {
      guard let project = try Day.fetchOne(db, sql: "SELECT end_day FROM project") else {
        return nil
      }
      let book = try RuleBook.inForce(db)
      self.project = project
      evidence = try RetentionTerm.evidenceEnd(db)
      contact = project.adding(months: try book.rule("contact-retention").whole("months"))
      consent = try book.rule("consent-retention").whole("months")
    }

    func term(_ contact: RowID, takesPart: Bool, withdrawn: Day?) -> RetentionTerm {
      if takesPart {
        let why = "evidence of an exchange or activity"
        return RetentionTerm(
          contact, "evidence-retention",
          evidence == nil ? "\(why); the balance is not paid yet" : why, until: evidence)
      }
      if let withdrawn {
        return RetentionTerm(
          contact, "consent-retention",
          "consent was its only ground, and was withdrawn on \(withdrawn)",
          until: withdrawn.adding(months: consent))
      }
      return RetentionTerm(
        contact, "contact-retention", "took part in nothing; the project ends on \(project)",
        until: self.contact)
    }
  }

  /// Contacts with whether a record names them as evidence, and since when no consent is left of those
  /// that are held by consent.
  private static let selection = """
    WITH withdrawn AS (
      SELECT contact_id, max(happened_on) AS withdrawn_on, max(act = 'given') AS was_given
      FROM (\(ConsentEntry.words)) GROUP BY contact_id HAVING sum(place = 1 AND act = 'given') = 0)
    SELECT contact.id AS id,
           EXISTS (SELECT 1 FROM exchange_person WHERE contact_id = contact.id)
             OR EXISTS (SELECT 1 FROM activity_contact WHERE contact_id = contact.id)
             AS takes_part,
           CASE WHEN basis = 'consent' OR basis IS NULL AND was_given THEN withdrawn_on END
             AS withdrawn_on
    FROM contact
    LEFT JOIN withdrawn ON withdrawn.contact_id = contact.id
    WHERE \(Erasures.isHeld)
    ORDER BY contact.id
    """
}
