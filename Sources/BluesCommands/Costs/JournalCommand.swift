internal import ArgumentParser
internal import BluesCore

extension CostCommand {
  /// Writes the costs and the budget for another program that keeps books.
  struct Journal: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "journal", abstract: "Write costs and budget as a journal of hledger.",
      discussion: examples(
        "blues partner cost journal -o costs.journal",
        note: "hledger -f costs.journal balance --depth 2 then adds up the costs of each partner."))

    @OptionGroup var store: StoreOptions
    @OptionGroup var file: FileOptions

    func run() throws {
      try file.write(Array(store.toRead(for: file).statements.journal().utf8))
    }
  }
}
