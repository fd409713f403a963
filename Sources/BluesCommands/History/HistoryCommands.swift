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
    let table = Table(
      noun: "steps", emptySentence: "No changes yet.", fields: HistoryEntry.fields,
      rows: try store.toRead(at: list.at, for: list.output).history.steps())
    try list.show(table, schema: "blues.history/1", title: "History")
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

  func run() throws {
    try change { store in
      try ReversalPage.answer(store.history.undo(step), "Undid")
    }
  }
}

struct RedoCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Restore the change that was undone last.",
    discussion: examples("blues redo", "blues redo --dry-run"))

  @OptionGroup var write: WriteOptions

  func run() throws {
    try change { store in
      try ReversalPage.answer(store.history.redo(), "Redid")
    }
  }
}

/// What an undo or redo tells.
enum ReversalPage {
  static func answer(_ reversal: History.Reversal, _ verb: String) -> Answer {
    var sentence = "\(verb) step \(reversal.step.id): \(reversal.step.summary)."
    if reversal.kept > 0 {
      sentence +=
        " Kept \(counted(reversal.kept, "row")) that "
        + "\(agreeing(reversal.kept, "was", "were")) changed since."
    }
    if reversal.failed > 0 {
      sentence += " \(counted(reversal.failed, "row")) could not be reversed."
    }
    return Answer(
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
            ]))
        ]))
  }
}
