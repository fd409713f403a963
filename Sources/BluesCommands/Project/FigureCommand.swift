internal import ArgumentParser
internal import BluesCore
internal import Documents

struct FigureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure", abstract: "The figures of the grant's rules on money.",
    discussion: examples("blues project figure list"),
    subcommands: [List.self, Set.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the figures with their marks and sources.",
      discussion: examples(
        "blues project figure list",
        note: "Marks: C read in the source named, R recalled, I concluded from other facts."))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let figures = try store.toRead(for: output).grantFigures.all()
      try output.show(
        Document(
          schema: "blues.figures/1",
          blocks: [
            .table(Table(noun: "figures", fields: GrantFigure.fields, rows: figures))
          ]))
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Change a figure where the grant agreement has another.",
      discussion: examples(
        "blues project figure set indirect-costs excluded C --because \"Article 6.2.E\"",
        "blues project figure set reimbursement costs \"70 %\" --because \"Article 5.2\""))

    @Argument(help: ArgumentHelp("The rule, such as indirect-costs.", valueName: "rule"))
    var grantRule: String
    @Argument(help: ArgumentHelp("The figure, such as rate.", valueName: "figure"))
    var grantFigure: String
    @Argument(help: "The new value, of the same kind as the old one.")
    var value: String
    @Option(help: "The source, such as the article of the grant agreement.")
    var because: String
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.grantFigures.set(grantRule, grantFigure, to: value, because: because)
        return Answer(
          "\(now.name) of \(now.rule.id) is \(now.value).",
          Document(
            schema: "blues.figure/1", blocks: [.facts(Facts(fields: GrantFigure.fields, of: now))]))
      }
    }
  }
}
