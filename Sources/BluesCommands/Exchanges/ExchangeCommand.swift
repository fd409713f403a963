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
      List.self, Show.self, Propose.self, Agree.self, Start.self, Complete.self, Cancel.self,
      CheckCommand.self, Set.self,
    ],
    groupedSubcommands: [
      CommandGroup(name: "Who takes part", subcommands: [ProfileCommand.self]),
      CommandGroup(
        name: "What came of it", subcommands: [FeedbackCommand.self, ReconcileCommand.self]),
      CommandGroup(name: "The rules", subcommands: [RuleCommand.self]),
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
      Talk.say("Attention: \(warning.message) (rule \(warning.rule), \(warning.source))")
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

  struct Propose: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "propose",
      abstract: "Plan a stay; it is held against the rules of the scheme.",
      discussion: examples(
        "blues exchange propose --host O1 --visitor O2 --from 2021-09-06 --to 2021-09-10",
        note: """
          Rules: the countries differ and both take part in COSME; at least three full working \
          days at the host, days of travel not counted; at most one month; one funded visit per \
          visitor. A refusal names the rule and its source (exit 6). A rule that the Agency \
          set aside: --override one-funded-visit --reason "letter of 3 May".
          """))

    @Option(help: "The host: id, name, or a part of its name that no other has.")
    var host: String
    @Option(help: "The visitor: id, name, or a part of its name that no other has.")
    var visitor: String
    @Option(help: "The first day at the host.", transform: Read.date)
    var from: DateExpression
    @Option(help: "The last day at the host.", transform: Read.date)
    var to: DateExpression
    @Option(help: "physical, virtual or hybrid.")
    var mode: Exchange.Mode = .physical
    @Option(help: "The day it was proposed; today otherwise.", transform: Read.date)
    var on: DateExpression?
    @Option(help: "Whole kilometres between the two, where their places do not tell.")
    var distance: Int?
    @OptionGroup var override: OverrideOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
      let store = try write.store.toWrite("exchange propose", isRehearsal: write.isRehearsal)
      let result = try store.exchanges.propose(
        host: host, visitor: visitor, from: store.day(from), to: store.day(to), mode: mode,
        distance: distance, word: override.word, on: store.day(on))
      let exchange = result.exchange
      try show(
        result,
        "Proposed \(exchange.code): \(exchange.visitor) at \(exchange.host), "
          + "\(exchange.firstDay) to \(exchange.lastDay).",
        write)
    }
  }
}

extension Exchange.Mode: ExpressibleByArgument {}
