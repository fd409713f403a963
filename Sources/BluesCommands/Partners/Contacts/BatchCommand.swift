internal import ArgumentParser
internal import BluesCore
internal import Documents

struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "The imports of contacts, each of which can be undone.",
    discussion: examples(
      "blues partner contact batch list", "blues partner contact batch show 2",
      "blues partner contact batch undo 2"),
    subcommands: [List.self, Show.self, Undo.self])

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the imports of contacts, newest first.",
      discussion: examples(
        "blues partner contact batch list",
        "blues partner contact batch list --where partner=ZINNAE"))

    static var columns: [Column] { ImportBatch.fields.map(\.column) }

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let table = Table(
        noun: "batches",
        emptySentence: "No imports yet. Import a list with "
          + "`blues partner contact import FILE`.",
        fields: ImportBatch.fields,
        rows: try store.importBatches.all())
      try list.show(table, of: store, schema: "blues.batch/1", title: "Imports")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one import: its list, its counts, and what is still present.",
      discussion: examples(
        "blues partner contact batch show 2",
        note: "Its contacts: blues partner contact list --where batch=2"))

    @Argument(help: "Its number, as in batch list.")
    var batch: Int64
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let found = try store.toRead(for: output).importBatches.one(batch)
      try output.show(
        Document(
          schema: "blues.batch/1", blocks: [.facts(Facts(fields: ImportBatch.fields, of: found))]))
    }
  }

  struct Undo: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "undo",
      abstract: "Undo one import, whatever was done since.",
      discussion: examples(
        "blues partner contact batch undo 2", "blues partner contact batch undo 2 --dry-run",
        note: "Contacts that were changed since are kept and counted. The same list may come "
          + "again."))

    @Argument(help: "Its number, as in batch list.")
    var batch: Int64
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let step = try store.importBatches.one(batch).step.id
        return try ReversalPage.answer(
          store.history.undo(step), .undo, isRehearsal: write.isRehearsal)
      }
    }
  }
}
