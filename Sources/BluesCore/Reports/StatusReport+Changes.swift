internal import Documents

extension StatusReport {
  /// Every change with the kind of thing that was changed, kind by kind, the newest first.
  func changesByKind(_ figures: StatusFigures) -> Table {
    let days = store.invocation.days
    let rows = figures.changes.enumerated()
      .map { (kind: Self.kind(of: $0.element), offset: $0.offset, entry: $0.element) }
      .sorted { ($0.kind, $0.offset) < ($1.kind, $1.offset) }
    return Table(
      noun: "changes", emptySentence: "Nothing was changed.",
      fields: [
        Field("kind", "Kind") { .text($0.kind) },
        Field("on", "On") { .day(orEmpty: days.day($0.entry.at)) },
        Field("who", "Who") { .text($0.entry.who) },
        Field("what", "What", rank: .main) { .text($0.entry.summary) },
      ], rows: rows)
  }

  /// The kind of thing that a command changes: the word before its verb.
  static func kind(of entry: HistoryEntry) -> String {
    switch entry.command.split(separator: " ").dropLast().last {
    case nil: "project"
    case "workpackage": "work package"
    case let word?: String(word)
    }
  }
}
