/// Brings a row to the record it speaks of, once all rows of the list are seen.
struct RowSettling {
  /// What became of a row.
  enum Verdict {
    /// Nobody answers to it after all.
    case nobody
    case revised
    case unchanged
    /// It may be any of so many records.
    case ambiguous(records: Int)
  }

  private let write: Write
  private let table: ContactTable
  private let overlay: RowOverlay
  private let mergedRows: MergedRows

  init(_ write: Write, _ table: ContactTable, _ overlay: RowOverlay) throws {
    self.write = write
    self.table = table
    self.overlay = overlay
    mergedRows = try MergedRows(write)
  }

  /// A row whose key some records have, none of which says the same to the letter; it is alone
  /// when no other row of the list wants the same records.
  func settle(
    _ draft: ContactDraft, key: Int64, fingerprint: Int64, records: [Int64], isAlone: Bool
  ) throws -> Verdict {
    guard !records.isEmpty else { return .nobody }
    guard isAlone, let target = mergedRows.target(of: records) else {
      return .ambiguous(records: records.count)
    }
    guard let merged = target.merged else {
      return try revise(target.contact, draft, key: key, fingerprint: fingerprint)
    }
    guard overlay.mode != .create else { return .unchanged }
    let isTaken = try mergedRows.revise(
      target.contact, merged, to: draft, fingerprint: fingerprint, in: table)
    return isTaken ? .revised : .ambiguous(records: records.count)
  }

  /// What a row of an export of ours makes of the contact that it names.
  enum Own {
    /// The contact is gone, or another project's.
    case nobody
    case unchanged
    case changed(ContactDraft)
  }

  func own(_ id: Int64, _ draft: ContactDraft) throws -> Own {
    guard let present = try Contact.fetchOne(id, write.db)?.known else { return .nobody }
    let kept = try Contacts.kept(id, write.db)
    return overlay.result(of: draft, on: present, kept: kept).map { .changed($0) } ?? .unchanged
  }

  private func revise(
    _ id: Int64, _ draft: ContactDraft, key: Int64, fingerprint: Int64
  ) throws -> Verdict {
    let present = try Contacts.fetch(id, write.db).known
    let kept = try Contacts.kept(id, write.db)
    guard let result = overlay.result(of: draft, on: present, kept: kept) else {
      return .unchanged
    }
    try table.revise(id, to: result, key: key, fingerprint: fingerprint)
    return .revised
  }
}
