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
    subcommands: [List.self, Show.self, CheckCommand.self, MatchCommand.self],
    groupedSubcommands: [
      CommandGroup(name: "Who takes part", subcommands: [ProfileCommand.self]),
      CommandGroup(
        name: "Steps, in their order",
        subcommands: [
          Propose.self, Apply.self, Admit.self, Confirm.self, Agree.self, Contract.self,
          Start.self, Complete.self, Report.self, Validate.self, Pay.self, Close.self,
        ]),
      CommandGroup(
        name: "Where it ends early", subcommands: [Cancel.self, Withdraw.self, NoShow.self]),
      CommandGroup(
        name: "What stands behind it",
        subcommands: [PaperCommand.self, PersonCommand.self, Set.self, RuleCommand.self]),
      CommandGroup(
        name: "Money and files",
        subcommands: [
          PaymentCommand.self, AgreementCommand.self, PackCommand.self, CalendarCommand.self,
        ]),
      CommandGroup(
        name: "What came of it", subcommands: [FeedbackCommand.self, ReconcileCommand.self]),
    ],
    aliases: ["ex"])

  static func page(_ exchange: Exchange, warnings: [Breach] = []) -> Document {
    Document(
      schema: "blues.exchange/1",
      blocks: [
        .facts(Facts(fields: Exchange.fields, of: exchange)),
        .data("next", (exchange.next?.verb).map { .string($0) } ?? .null),
        warningData(warnings),
      ])
  }

  /// Who takes part; pages pass over an exchange without anybody.
  static func persons(_ persons: [ExchangePerson]) -> [Block] {
    guard !persons.isEmpty else { return [.data("persons", .array([]))] }
    let table = Table(noun: "persons", fields: ExchangePerson.fields, rows: persons)
    return [.section("Who takes part"), .table(table)]
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
      let project = try store.toRead()
      let found = try project.exchanges.one(code)
      let persons = try project.exchangePersons.all(code)
      try output.show(
        Document(
          schema: "blues.exchange/1",
          blocks: [
            .facts(Facts(fields: Exchange.fields, of: found.exchange)),
            .section("What happened"),
            .table(Table(noun: "steps", fields: ExchangeStep.fields, rows: found.steps)),
          ] + ExchangeCommand.persons(persons)))
    }
  }
}

extension Exchange.Mode: ExpressibleByArgument {}
