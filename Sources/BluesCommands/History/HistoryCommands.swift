internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct HistoryCommand: ParsableCommand, ColumnedCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List the changes, newest first.",
    discussion: examples(
      "blues history", "blues history --limit 5", "blues history --where command~import"))

  static var columns: [Column] { HistoryEntry.fields.map(\.column) }

  @OptionGroup var store: StoreOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    let store = try store.toRead(at: list.at, for: list.output)
    let table = Table(
      noun: "steps", emptySentence: "No changes yet.", fields: HistoryEntry.fields,
      rows: try store.history.steps())
    try list.show(table, of: store, schema: "blues.history/1", title: "History")
  }
}

struct UndoCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Undo the last change, or one step of the history.",
    discussion: examples(
      "blues undo", "blues undo --dry-run", "blues undo 12",
      note: "One command is one step. Rows that were changed since are kept and counted."))

  @Argument(help: "The step, as blues history numbers it; default: the last change.")
  var step: Int64?
  @OptionGroup var write: WriteOptions

  var isDeclared: Bool { true }

  func run() throws {
    try change { store in
      try ReversalPage.answer(
        store.history.undo(step), .undo, isRehearsal: write.isRehearsal)
    }
  }
}

struct RedoCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Restore the change that was undone last.",
    discussion: examples("blues redo", "blues redo --dry-run"))

  @OptionGroup var write: WriteOptions

  var isDeclared: Bool { true }

  func run() throws {
    try change { store in
      try ReversalPage.answer(store.history.redo(), .redo, isRehearsal: write.isRehearsal)
    }
  }
}

/// What an undo or redo tells.
enum ReversalPage {
  /// Whether a step was taken back or brought back.
  enum Direction: String {
    case undo, redo
  }

  static func answer(
    _ reversal: History.Reversal, _ direction: Direction, isRehearsal: Bool
  ) -> Answer {
    let done = direction == .undo ? "Undid" : "Redid"
    let verb = isRehearsal ? "Would \(direction.rawValue)" : done
    var sentence = "\(verb) step \(reversal.step.id): \(reversal.step.summary)."
    if reversal.kept > 0 {
      let keeps = isRehearsal ? "Would keep" : "Kept"
      sentence += " \(keeps) \(kept(reversal))."
    }
    if reversal.failed > 0 { sentence += " \(rows(reversal.failed)) could not be reversed." }
    var answer = Answer(
      sentence,
      Document(
        schema: "blues.reversal/1",
        blocks: [
          .facts(
            Facts([
              Fact("step", "Step", .integer(Int(reversal.step.id))),
              Fact("summary", "What", .text(reversal.step.summary)),
              Fact("reversed", "Reversed", .integer(reversal.reversed)),
              Fact("kept", "Kept", .integer(reversal.kept)),
              Fact("failed", "Failed", .integer(reversal.failed)),
              Fact("changed_later", "Changed later", .list(reversal.later.things)),
            ]))
        ]))
    answer.rehearsed = sentence
    return answer
  }

  /// What was kept: the things by their codes where the later steps name them.
  private static func kept(_ reversal: History.Reversal) -> String {
    let later = reversal.later
    guard !later.things.isEmpty else {
      return "\(rows(reversal.kept)) that \(reversal.kept == 1 ? "was" : "were") changed since"
    }
    return "what was changed since: \(later.names) (\(LaterChanges.words(later.steps)))"
  }

  private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}
