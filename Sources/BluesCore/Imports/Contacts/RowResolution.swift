internal import Basics
internal import GRDB

/// Brings a row to the record it speaks of, once all rows of the list are seen.
struct RowResolution {
  /// What became of a row.
  enum Verdict {
    /// Nobody answers to it after all.
    case nobody
    case revised([ManualEdit])
    case unchanged([ManualEdit])
    /// It may be any of so many records.
    case ambiguous(records: Int)

    var isAmbiguous: Bool {
      if case .ambiguous = self { true } else { false }
    }
  }

  private let write: Transaction
  private let table: ContactTable
  private let overlay: UpdatePolicy
  private let mergedRows: MergedRows

  init(_ write: Transaction, _ table: ContactTable, _ overlay: UpdatePolicy) throws {
    self.write = write
    self.table = table
    self.overlay = overlay
    mergedRows = try MergedRows(write)
  }

  /// A row whose key some records have, none of which says the same to the letter; it is alone
  /// when no other row of the list wants the same records.
  func settle(
    _ row: PreparedRows.AsRead, key: Int64, fingerprint: Int64, records: [Int64], isAlone: Bool
  ) throws -> Verdict {
    guard !records.isEmpty else { return .nobody }
    guard isAlone, let target = mergedRows.target(of: records) else {
      return .ambiguous(records: records.count)
    }
    guard let merged = target.merged else {
      return try revise(target.contact, row, key: key, fingerprint: fingerprint)
    }
    guard overlay.mode != .create else { return .unchanged([]) }
    let isTaken = try mergedRows.revise(
      target.contact, merged, to: row.draft, fingerprint: fingerprint, in: table)
    return isTaken ? .revised([]) : .ambiguous(records: records.count)
  }

  /// Those of some records with a row's key that it may be.
  ///
  /// They are of its country, else of none where one of both does not say it; and where some are
  /// spelled as it is, these alone.
  func candidates(for draft: ContactDraft, among records: [Int64]) throws -> [Int64] {
    var (same, open): ([Candidate], [Candidate]) = ([], [])
    for id in records {
      let candidate = try candidate(id, for: draft)
      if candidate.country == .same { same.append(candidate) }
      if candidate.country == .unknown { open.append(candidate) }
    }
    let fitting = same.isEmpty ? open : same
    let spelled = fitting.filter(\.isSpelledSo)
    return (spelled.isEmpty ? fitting : spelled).map(\.id)
  }

  /// A record, as a row sees it.
  private struct Candidate {
    /// Whether it is of the row's country.
    enum Country { case same, unknown, other }

    let id: Int64
    let country: Country
    let isSpelledSo: Bool
  }

  private func candidate(_ id: Int64, for draft: ContactDraft) throws -> Candidate {
    let statement = try write.db.cachedStatement(
      sql: """
        SELECT contact.country, organisation.name AS organisation, contact.name, given_name,
               family_name
        FROM contact LEFT JOIN organisation ON organisation.id = organisation_id
        WHERE contact.id = ?
        """)
    guard let found = try Row.fetchOne(statement, arguments: [id]) else {
      // It was merged; `MergedRows` knows what it said.
      return Candidate(id: id, country: .same, isSpelledSo: true)
    }
    var known: String? = try found.value("country")
    if !isSame(known, draft[.country]) {
      // Where a person changed it, its list had said another one.
      let edited = try ContactEdits(of: id, write.db)
      if let edit = edited[ContactField.country.key] { known = edit.listed }
    }
    let country: Candidate.Country =
      isSame(known, draft[.country])
      ? .same : known == nil || draft[.country] == nil ? .unknown : .other
    let names: [ContactField] = [.organisation, .name, .givenName, .familyName]
    return Candidate(
      id: id, country: country,
      isSpelledSo: try names.allSatisfy { isSame(try found.value($0.key), draft[$0]) })
  }

  /// The one contact that these records are by now.
  func contact(of records: [Int64]) -> Int64? {
    records.isEmpty ? nil : mergedRows.target(of: records)?.contact
  }

  /// Adds to a contact what a further row of the list says of the same person; what a person took
  /// away stays so.
  func complete(_ id: Int64, by row: PreparedRows.AsRead) throws -> Verdict {
    guard overlay.mode != .create else { return .unchanged([]) }
    var contact = try Contacts.fetch(id, write.db).known
    let kept = try Contacts.kept(id, write.db)
    let edited = try ContactEdits(of: id, write.db)
    let added = ContactField.allCases.filter {
      !contact.says($0) && row.draft.says($0) && edited[$0.key] == nil
    }
    for field in added { contact[field] = row.draft[field] }
    contact.kept = row.draft.kept.filter { cell in
      !kept.contains { $0.heading.isSame(as: cell.heading) }
    }
    guard !added.isEmpty || !contact.kept.isEmpty else { return .unchanged([]) }
    try table.revise(id, to: contact)
    return .revised([])
  }

  /// What a row of an export of ours makes of the contact that it names.
  enum Own {
    /// The contact is gone, or another project's.
    case nobody
    case unchanged([ManualEdit])
    case changed(ContactDraft, [ManualEdit])
  }

  func own(_ id: Int64, _ row: PreparedRows.AsRead) throws -> Own {
    guard let contact = try Contact.fetchOne(id, write.db) else { return .nobody }
    let result = overlay.result(
      of: row.draft, on: contact.known, kept: try Contacts.kept(id, write.db),
      edited: try ContactEdits(of: id, write.db), isOwn: true)
    let kept = result.kept.map { ManualEdit($0, of: contact, line: row.line) }
    return result.contact.map { .changed($0, kept) } ?? .unchanged(kept)
  }

  /// What comes back in an export of ours was changed by a person, as `contact set` does.
  func reviseOwn(_ id: Int64, to draft: ContactDraft) throws {
    let before = try Contacts.fetch(id, write.db).known
    try table.revise(id, to: draft)
    try ContactEdits.note(
      write, id, from: before, to: Contacts.fetch(id, write.db).known)
  }

  private func revise(
    _ id: Int64, _ row: PreparedRows.AsRead, key: Int64, fingerprint: Int64
  ) throws -> Verdict {
    let contact = try Contacts.fetch(id, write.db)
    let result = overlay.result(
      of: row.draft, on: contact.known, kept: try Contacts.kept(id, write.db),
      edited: try ContactEdits(of: id, write.db))
    let kept = result.kept.map { ManualEdit($0, of: contact, line: row.line) }
    try ContactEdits.relist(write, id, result.relisted)
    if let draft = result.contact {
      try table.revise(id, to: draft, key: row.draft.matchKey, fingerprint: fingerprint)
      return .revised(kept)
    }
    // What was told of once is not told again by the same list.
    if !result.relisted.isEmpty {
      try table.note(id, key: row.draft.matchKey, fingerprint: fingerprint)
    }
    return .unchanged(kept)
  }
}

extension ManualEdit {
  fileprivate init(_ kept: UpdatePolicy.Kept, of contact: Contact, line: Int) {
    self.init(
      line: line, code: contact.code, title: contact.title, field: kept.field,
      kept: kept.present, listed: kept.listed, isConflict: kept.isConflict)
  }
}
