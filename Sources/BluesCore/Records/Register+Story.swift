internal import Basics
internal import Documents
internal import GRDB

extension Register {
  /// What differs between a record before and after a change, for the history: `: due M6 → M8`.
  ///
  /// Long texts are named and not quoted.
  func difference(_ was: R, _ now: R) -> String {
    let parts = said.compactMap { attribute -> String? in
      let (old, new) = (attribute.cell(was), attribute.cell(now))
      guard old != new else { return nil }
      let words = [old, new].map { $0 == .empty || $0.shown.isEmpty ? "none" : $0.shown }
      guard words.allSatisfy({ $0.count <= 24 }) else { return attribute.option }
      return "\(attribute.option) \(words[0]) → \(words[1])"
    }
    return parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))"
  }

  /// The documents that stand behind a record, as its page shows them.
  func documents(of record: R, in store: Store) throws -> [Block] {
    try store.read { db in
      let rows = try codesByRow(db)
      guard let id = rows.first(where: { $0.value == record.code.description })?.key else {
        return []
      }
      return try ProjectDocument.blocks(of: RecordPlace(table: table.name, id: id), db)
    }
  }

  /// What the history says of a record, oldest first, as its page shows it.
  ///
  /// A kind with a story of its own has its verbs there.
  func changes(_ record: R, in store: Store) throws -> [Block] {
    let verbs = ["add", "set", "import"].map { "\(path) \($0)" }
    let entries = try store.history.changes(of: record.code.description, by: path).filter {
      !hasStory || verbs.contains($0.command)
    }
    let table = Table(
      noun: "changes", fields: HistoryEntry.changeFields(store.invocation.days), rows: entries)
    return entries.isEmpty
      ? [.data("changes", .array([]))] : [.section("Changes"), .table(table)]
  }
}

extension HistoryEntry {
  /// A change as the page of a record shows it, with its day where the user is.
  static func changeFields(_ days: LocalDays) -> [Field<HistoryEntry>] {
    [
      Field("on", "On") { .day(orEmpty: days.day($0.at)) },
      Field("who", "Who") { .text($0.who) },
      Field("what", "What", rank: .main) { .text($0.summary) },
    ]
  }
}
