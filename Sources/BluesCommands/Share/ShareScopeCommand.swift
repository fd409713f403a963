internal import ArgumentParser
internal import BluesCore
internal import Documents

struct ShareScopeCommand: ParsableCommand, ColumnedCommand {
  static let configuration = CommandConfiguration(
    commandName: "scope", abstract: "List who may change and who gets which rows, by table.",
    discussion: examples(
      "blues share scope", "blues share scope --where changes=coordinator",
      note: """
        The coordinator's copy may change every row. A partner's copy refuses to change what does \
        not belong to the partner. History, keys, the stop list and registered files never leave \
        a copy.
        """))

  static var columns: [Column] { ScopeLine.fields.map(\.column) }

  @OptionGroup var store: StoreOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    let store = try store.toRead(at: list.at, for: list.output)
    let table = Table(
      noun: "tables", emptySentence: "No tables.", fields: ScopeLine.fields, rows: ScopeLine.all)
    try list.show(table, of: store, schema: "blues.scope/1", title: "What is shared")
  }
}
