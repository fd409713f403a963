internal import Basics
internal import GRDB

/// The address list: listed, searched, added to and changed.
package struct Contacts: Sendable {
  let store: Store

  package func all() throws -> [Contact] {
    try store.read { db in
      try Contact.fetchAll(db, sql: "\(Contact.selection) ORDER BY contact.id")
    }
  }

  /// Contacts in which every word occurs, at the start of a word, whatever the accents;
  /// the best first.
  ///
  /// Those who have the whole as a telephone number come before.
  package func search(_ words: String, limit: Int? = nil) throws -> [Contact] {
    guard let rank = SearchRank(words) else { return [] }
    return try store.read { db in
      let called = try TelephoneSearch(words)?.contacts(db) ?? []
      let ids = Set(called.map(\.id))
      let found = try Self.ranked(rank, db).filter { !ids.contains($0.id) }
      return Array((called + found).prefix(limit ?? .max))
    }
  }

  /// The contacts that have every word of a search, perhaps in some fields alone.
  private static func ranked(
    _ rank: SearchRank, in fields: [ContactField]? = nil, _ db: Database
  ) throws -> [Contact] {
    var rank = rank
    let candidates = try Contact.fetchCursor(
      db,
      sql: """
        \(Contact.selection)
        WHERE contact.id IN (SELECT rowid FROM contact_search WHERE contact_search MATCH ?)
        ORDER BY contact.id
        """,
      arguments: [rank.query])
    var found: [(points: Int, contact: Contact)] = []
    while let contact = try candidates.next() {
      if let points = rank.points(of: contact.known, in: fields) {
        found.append((points, contact))
      }
    }
    found.sort { ($1.points, $0.contact.id.value) < ($0.points, $1.contact.id.value) }
    return found.map(\.contact)
  }

  /// One contact by its id, its e-mail address or a part of its name that no other has, with
  /// the columns of its list that have no field.
  package func one(_ text: String) throws -> (contact: Contact, kept: [ExtraCell]) {
    try store.read { db in
      let contact = try Self.fetch(text, db)
      return (contact, try Self.kept(contact.id.value, db))
    }
  }

  /// The columns of a contact's list that have no field, in the order of the list.
  ///
  /// The table is `merged_contact` for what is remembered of a merged one.
  static func kept(
    _ id: Int64, of table: String = "contact", _ db: Database
  ) throws -> [ExtraCell] {
    try Row.fetchAll(
      db, sql: "SELECT key, value FROM \(table), json_each(\(table).extra) WHERE \(table).id = ?",
      arguments: [id]
    ).map { try ExtraCell(heading: $0.value("key"), text: $0.value("value")) }
  }

  /// Adds a contact by the rules of lists; what stands though one speaks against it is told.
  package func add(
    _ draft: ContactDraft, telling: (ContactCheck.Warning) -> Void = { _ in }
  ) throws -> Contact {
    try store.write { write in
      let said = draft.trimmed
      let named = said.blanks.reduce(into: said.draft) { $0[$1] = nil }
      var draft = try Self.checked(
        Self.completed(named, saysCountry: named[.country] != nil, write.db),
        on: store.invocation.today, telling)
      draft.partner = draft.partner.flatMap(Self.named)
      if draft.partner == nil, let copy = try CopyIdentity.fetch(write.db)?.organisation,
        try copy != Partner.coordinator(write.db)
      {
        draft.partner = copy
      }
      let table = try ContactTable(write)
      let id = try table.insert(draft, source: "by hand")
      let contact = try Self.fetch(id, write.db)
      write.records("added contact \(contact.code)", affecting: [contact.code])
      return contact
    }
  }

  /// Changes what the draft speaks of; an empty text takes a value away.
  package func set(
    _ text: String, _ draft: ContactDraft, telling: (ContactCheck.Warning) -> Void = { _ in }
  ) throws -> Contact {
    try store.write { write in
      let now = try Self.fetch(text, write.db)
      let said = draft.trimmed
      var wanted = now.known
      for field in ContactField.allCases {
        guard let value = said.draft[field] else { continue }
        wanted[field] = value.isEmpty ? nil : value
      }
      if let partner = draft.partner { wanted.partner = Self.named(partner) }
      if said.draft[.organisation] != nil {
        wanted = try Self.completed(
          wanted, saysCountry: said.draft[.country] != nil, write.db)
      }
      // Digests are of bytes, where Swift takes two spellings of one letter for equal.
      guard wanted.fingerprint != now.known.fingerprint else { throw ContactProblem.nothingToSet }
      let table = try ContactTable(write)
      let spared = ContactField.allCases.filter { draft[$0] == nil }
      try table.revise(
        now.id.value,
        to: Self.checked(wanted, sparing: Set(spared), on: store.invocation.today, telling))
      let contact = try Self.fetch(now.id.value, write.db)
      try ContactEdits.note(write, now.id.value, from: now.known, to: contact.known)
      write.records("changed contact \(contact.code)", affecting: [contact.code])
      return contact
    }
  }

  /// The code of a partner; nil for an empty text, which names none.
  private static func named(_ partner: String) -> String? {
    partner.trimmed.isEmpty ? nil : partner
  }

  /// The draft in its normal form; what was there before stands, also when it was only accepted.
  private static func checked(
    _ draft: ContactDraft, sparing spared: Set<ContactField> = [], on today: Day,
    _ telling: (ContactCheck.Warning) -> Void
  ) throws -> ContactDraft {
    guard !draft.isNameless else { throw ContactProblem.nameless }
    var draft = draft
    var check = ContactCheck(sparing: spared, today: today)
    var warnings: [ContactCheck.Warning] = []
    do throws(ContactCheck.Refusal) {
      warnings = try check.normalise(&draft).filter { !spared.contains($0.field) }
    } catch {
      throw ContactProblem.refused(
        field: error.field?.heading ?? "contact", rule: error.rule, reason: error.reason)
    }
    // A list goes on with its other cells; by hand, what cannot be kept is not taken.
    if let lost = warnings.first(where: { $0.rule == .noOrganisation }) {
      throw ContactProblem.noOrganisation(lost.field)
    }
    for warning in warnings { telling(warning) }
    return draft
  }

  static func fetch(_ id: Int64, _ db: Database) throws -> Contact {
    guard let contact = try Contact.fetchOne(id, db) else {
      throw ContactProblem.unknown("C\(RowID(id).running)")
    }
    return contact
  }

  /// A contact by its id, its e-mail address or a part of its name that no other has; of several,
  /// the one at these organisations.
  static func fetch(
    _ text: String, at organisations: Set<Int64> = [], _ db: Database
  ) throws -> Contact {
    if let number = RowID.running(text, letter: 0x43) {
      try refuseDouble(number, text, db)
      let id = try FileIdentity.row(number, of: "contact", in: db)
      let found = try Contact.fetchOne(
        db, sql: "\(Contact.selection) WHERE contact.id = ?", arguments: [id])
      if let found { return found }
      guard let survivor = try Survivors.contact(of: id, db) else {
        throw ContactProblem.unknown(text)
      }
      throw DuplicatesProblem.merged(
        "C\(number)", into: "C\(RowID(survivor).running)", command: "blues partner contact")
    }
    let found = try named(text, at: organisations, db)
    guard let first = found.first else { throw ContactProblem.unknown(text) }
    let near = found.filter { $0.organisation.map { organisations.contains($0.value) } ?? false }
    if near.count == 1 { return near[0] }
    let exact = found.filter { $0.known[.email]?.asciiLowered == text.asciiLowered }
    if exact.count == 1 { return exact[0] }
    guard found.count == 1 else {
      throw ContactProblem.ambiguous(
        text, candidates: found.prefix(8).map { "\($0.code) \($0.title)" })
    }
    return first
  }

  /// Contacts by an e-mail address or a part of a name, at most nine, those at these organisations
  /// first, or alone.
  ///
  /// Where none has the text as it is, accents and the order of words do not count.
  static func named(
    _ text: String, at organisations: Set<Int64>, alone: Bool = false, _ db: Database
  ) throws -> [Contact] {
    let found = try Contact.fetchAll(
      db,
      sql: """
        \(Contact.selection)
        WHERE (contact.email = :text COLLATE NOCASE
           OR instr(lower(contact.name), lower(:text)) > 0
           OR instr(lower(contact.given_name), lower(:text)) > 0
           OR instr(lower(contact.family_name), lower(:text)) > 0
           OR instr(lower(contact.given_name || ' ' || contact.family_name), lower(:text)) > 0
           OR instr(lower(organisation.name), lower(:text)) > 0)
          AND (NOT :alone OR contact.organisation_id IN (SELECT value FROM json_each(:near)))
        ORDER BY contact.email = :text COLLATE NOCASE DESC,
                 contact.organisation_id IN (SELECT value FROM json_each(:near)) DESC, contact.id
        LIMIT 9
        """,
      arguments: [
        "text": text, "alone": alone,
        "near": "[\(organisations.map(String.init).joined(separator: ","))]",
      ])
    guard found.isEmpty, let rank = SearchRank(text) else { return found }
    let folded = try ranked(
      rank, in: [.name, .givenName, .familyName, .organisation, .shortName], db)
    let isNear = { (contact: Contact) in
      contact.organisation.map { organisations.contains($0.value) } ?? false
    }
    let others = alone ? [] : folded.filter { !isNear($0) }
    return Array((folded.filter(isNear) + others).prefix(9))
  }
}

extension Store {
  package var contacts: Contacts { Contacts(store: self) }
}
