internal import ArgumentParser
internal import BluesCore
internal import Documents

struct ExchangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exchange", abstract: "BluesXchange: hosts, visitors and their stays.",
    discussion: examples(
      "blues exchange profile add \"Aguas del Norte\" --role visitor --category sme",
      "blues exchange propose --host O1 --visitor O2 --from 2021-09-06 --to 2021-09-10",
      "blues exchange list"),
    subcommands: [
      List.self, Show.self, MatchCommand.self, Propose.self, Agree.self, Start.self, Complete.self,
      Cancel.self,
      CheckCommand.self, Set.self,
    ],
    groupedSubcommands: [
      CommandGroup(name: "Who takes part", subcommands: [ProfileCommand.self]),
      CommandGroup(
        name: "What came of it", subcommands: [FeedbackCommand.self, ReconcileCommand.self]),
      CommandGroup(name: "The rules", subcommands: [RuleCommand.self]),
      CommandGroup(
        name: "Money and files",
        subcommands: [
          PaymentCommand.self, AgreementCommand.self, PackCommand.self, CalendarCommand.self,
        ]),
    ],
    aliases: ["ex"])

  static func page(_ exchange: Exchange, warnings: [Breach] = []) -> Document {
    Document(
      schema: "blues.exchange/1",
      blocks: [
        .facts(Facts(fields: Exchange.fields, of: exchange)),
        .data("warnings", .array(warnings.map { .string($0.message) })),
      ])
  }

  /// Answers a step, with what to keep an eye on.
  static func show(_ result: Exchanges.Result, _ sentence: String, _ write: WriteOptions) throws {
    try write.output.show(
      write.sentence(sentence), page(result.exchange, warnings: result.warnings))
    for warning in result.warnings {
      let start = warning.approved.map { "Set aside by the Agency (\($0))" } ?? "Attention"
      Talk.say("\(start): \(warning.sentence)")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the exchanges.",
      discussion: examples(
        "blues exchange list", "blues exchange list --where state=agreed --sort first_day"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let table = Table(
        noun: "exchanges",
        emptySentence: "No exchanges yet. Plan one with `blues exchange propose`.",
        fields: Exchange.fields, rows: try store.toRead(at: list.at).exchanges.all())
      try list.show(table, schema: "blues.exchange/1", title: "Exchanges")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one exchange and what happened.",
      discussion: examples("blues exchange show EX-001"))

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let found = try store.toRead().exchanges.one(code)
      try output.show(
        Document(
          schema: "blues.exchange/1",
          blocks: [
            .facts(Facts(fields: Exchange.fields, of: found.exchange)),
            .section("What happened"),
            .table(Table(noun: "steps", fields: ExchangeStep.fields, rows: found.steps)),
          ]))
    }
  }
}

extension Exchange.Mode: ExpressibleByArgument {}
