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
      try table.revise(id, to: draft, key: key, fingerprint: fingerprint)
      return .revised(kept)
    }
    // What was told of once is not told again by the same list.
    if !result.relisted.isEmpty { try table.note(id, key: key, fingerprint: fingerprint) }
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
