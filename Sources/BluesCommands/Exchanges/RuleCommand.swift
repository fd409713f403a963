internal import ArgumentParser
internal import BluesCore
internal import Documents

struct RuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "The rules of the scheme and their figures.",
    discussion: examples("blues exchange rule list", "blues exchange rule show halving"),
    subcommands: [List.self, Show.self, Set.self, Reset.self])

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the rules with their figures, marks and sources.",
      discussion: examples(
        "blues exchange rule list", "blues exchange rule list --where mark!=C",
        note: "Marks: C read in the source named, R recalled, I concluded from other facts."))

    static var columns: [Column] { RuleRow.fields.map(\.column) }

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let book = try store.ruleFigures.book()
      try list.show(
        Table(noun: "rules", fields: RuleRow.fields, rows: book.lines), of: store,
        schema: "blues.rule/1", title: "Rules of the exchanges")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one rule with every figure and source.",
      discussion: examples(
        "blues exchange rule show country-threshold", "blues exchange rule show closing-report",
        note: "Kinds of paper are shown as rules: a step needs them."))

    @Argument(help: "The rule, such as minimum-stay, or the kind of paper.")
    var rule: String
    @OptionGroup var past: PastOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let store = try store.toRead(at: past.at, for: output)
      let book = try store.ruleFigures.book()
      if !book.lines.contains(where: { $0.rule.id == rule }),
        let kind = try store.papers.kind(rule)
      {
        return try output.show(kind.page)
      }
      try output.show(book.page(rule))
    }
  }

  struct Set: ChangingCommand, RenamedOptions {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change a figure where the grant agreement has another.",
      discussion: examples(
        "blues exchange rule set country-threshold DE \"800.00 EUR\" --because \"Annex 1, table 4\"",
        note: "Exchanges already agreed keep their figures."))

    static let renamed = ["--reason": "--because"]

    @Argument(help: "The rule, such as minimum-stay.")
    var rule: String
    @Argument(help: "The figure, such as working_days.")
    var figure: String
    @Argument(help: "The new value, of the same kind as the old one.")
    var value: String
    @Option(help: "The source, such as the article of the grant agreement.")
    var because: String
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let book = try store.ruleFigures.set(rule, figure, to: value, because: because)
        return try Answer(
          "\(figure) of \(rule) is \(book.rule(rule).text(figure)).",
          book.page(rule))
      }
    }
  }

  struct Reset: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "reset",
      abstract: "Set a figure back to that of the rule book.",
      discussion: examples("blues exchange rule reset country-threshold DE"))

    @Argument(help: "The rule, such as minimum-stay.")
    var rule: String
    @Argument(help: "The figure, such as working_days.")
    var figure: String
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let book = try store.ruleFigures.reset(rule, figure)
        return try Answer(
          "\(figure) of \(rule) is \(book.rule(rule).text(figure)) again.",
          book.page(rule))
      }
    }
  }
}
