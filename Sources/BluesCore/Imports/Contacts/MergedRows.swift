internal import Basics
internal import GRDB

/// Rows of contacts that were merged into others: a change in such a row goes to the survivor, if
/// the survivor still says what the row said before, or nothing.
struct MergedRows {
  private let write: Transaction
  private let survivors: [Int64: Int64]

  /// The contact that a row speaks of, and the merged record it comes from, if any.
  struct Target {
    let contact: Int64
    let merged: Int64?
  }

  init(_ write: Transaction) throws {
    self.write = write
    survivors = try Row.fetchAll(write.db, sql: "SELECT id, contact_id FROM merged_contact")
      .reduce(into: [:]) { $0[try $1.value("id")] = try $1.value("contact_id") }
  }

  /// The one contact that all these records are by now; nil when they are several.
  func target(of candidates: [Int64]) -> Target? {
    let contacts = Set(candidates.map { survivors[$0] ?? $0 })
    guard contacts.count == 1, let contact = contacts.first else { return nil }
    return Target(
      contact: contact, merged: candidates.contains(contact) ? nil : candidates.min())
  }

  /// Brings what is new in the row to the survivor; false when the survivor says something else.
  func revise(
    _ contact: Int64, _ merged: Int64, to draft: ContactDraft, fingerprint: Int64,
    in table: ContactTable
  ) throws -> Bool {
    let remembered = try MergedContact.known(merged, write.db)
    let edits = try ContactEdits(of: merged, write.db)
    var after = remembered
    var relisted: [(field: String, text: String?)] = []
    var wanted = try Contacts.fetch(contact, write.db).known
    for field in ContactField.allCases {
      guard let said = draft[field] else { continue }
      let edit = edits[field.key]
      let before = edit.map(\.listed) ?? remembered[field]
      if !isSame(before, said) {
        after[field] = said
        if edit != nil { relisted.append((field.key, said)) }
      }
      switch Self.settled(said, before, wanted[field]) {
      case .stays: continue
      case .becomes: wanted[field] = said
      case .disputed: return false
      }
    }
    let rememberedCells = try Contacts.kept(merged, of: "merged_contact", write.db)
    let present = try Contacts.kept(contact, write.db)
    for cell in draft.kept {
      let now = present.first { $0.heading.isSame(as: cell.heading) }?.text
      let then = rememberedCells.first { $0.heading.isSame(as: cell.heading) }?.text
      switch Self.settled(cell.text, then, now) {
      case .stays: continue
      case .becomes: wanted.kept.append(cell)
      case .disputed: return false
      }
    }
    try table.revise(contact, to: wanted)
    try ContactEdits.relist(write, merged, relisted)
    try MergedContact.note(write.db, merged, known: after, kept: draft.kept, fingerprint)
    return true
  }

  /// What a row's value does to the survivor's.
  private enum Settled { case stays, becomes, disputed }

  private static func settled(_ said: String, _ before: String?, _ present: String?) -> Settled {
    if let before, said.isSame(as: before) { return .stays }
    guard let present else { return .becomes }
    if said.isSame(as: present) { return .stays }
    return before.map { $0.isSame(as: present) } == true ? .becomes : .disputed
  }
}
