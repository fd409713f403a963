package import Documents

extension StatedFact {
  /// How a list of facts is shown.
  package static let fields: [Field<StatedFact>] = [
    Field("name", "Fact") { .text($0.name.replacing("_", with: " ")) },
    Field("value", "Value") { .text($0.value) },
    Field("mark", "Certainty") {
      .state($0.mark.rawValue, $0.mark == .default ? .warning : .plain)
    },
    Field("source", "Source") { $0.source.map { .text($0) } ?? .empty },
  ]
}

extension ProjectDetails.Overview {
  /// The project that it follows, who pays for it and what it is about, as far as they are known.
  package var background: [Fact] {
    [("predecessor", "Predecessor"), ("funders", "Funders"), ("theme", "Theme")].compactMap {
      name, heading in
      facts.first { $0.name == name }.map { Fact(name, heading, .text($0.value)) }
    }
  }
}

extension Amendment {
  package static let fields: [Field<Amendment>] = [
    Field("number", "No") { .integer($0.number) },
    Field("made_on", "Made on") { .day($0.madeOn) },
    Field("reason", "Reason") { .text($0.reason) },
    Field("old_start", "Start before") { .day($0.oldStart) },
    Field("old_end", "End before") { .day($0.oldEnd) },
    Field("new_start", "Start") { .day($0.newStart) },
    Field("new_end", "End") { .day($0.newEnd) },
  ]
}

extension HistoryEntry {
  package static let fields: [Field<HistoryEntry>] = [
    Field("step", "Step", "The number of the step, which undo takes.", kind: .number) {
      .integer(Int($0.id))
    },
    Field("at", "When", "When it was done.", kind: .time, rank: .key) { .text($0.at) },
    Field("who", "Who", "Who did it.", rank: .minor) { .text($0.who) },
    Field(
      "organisation", "Organisation", "The partner in whose copy of a shared project it was done.",
      shown: false
    ) { .text(orEmpty: $0.organisation) },
    Field(
      "command", "Command", "The command, without its arguments.", kind: .form("command"),
      rank: .minor
    ) { .text($0.command) },
    Field("summary", "What", "What it changed.", rank: .main) { .text($0.summary) },
    Field(
      "state", "State", "Whether it was undone, or is itself an undo or redo.",
      kind: .word(["undone", "undo", "redo"])
    ) { step in
      if step.isUndone { return .state("undone", .muted) }
      return step.kind == .change ? .empty : .text(step.kind.rawValue)
    },
    Field("affected", "Affected", "The ids it changed.", kind: .list, shown: false) {
      .list($0.affected.split(separator: " ").map(String.init))
    },
  ]
}
