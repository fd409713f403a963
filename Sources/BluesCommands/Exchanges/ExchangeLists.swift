internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ExchangeCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the exchanges, with what is overdue and what the next step lacks.",
      discussion: examples(
        "blues exchange list", "blues exchange list --where state=agreed --sort first_day",
        "blues exchange list --where countries=ES-DE", "blues exchange list --overdue",
        "blues exchange list --missing", "blues exchange list --where missing~closing-report"))

    @Flag(help: "Only those with something overdue.")
    var overdue = false
    @Flag(help: "Only those whose next step lacks a paper.")
    var missing = false
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let standings = try store.toRead(at: list.at, for: list.output).exchanges.standings().filter {
        (!overdue || $0.overdue != nil) && (!missing || !$0.missing.isEmpty)
      }
      let table = Table(
        noun: "exchanges",
        emptySentence: overdue || missing
          ? "No exchange is like that."
          : "No exchanges yet. Plan one with `blues exchange propose`.",
        fields: ExchangeStanding.fields, rows: standings)
      try list.show(table, schema: "blues.exchange/1", title: "Exchanges")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one exchange: its way, papers, money and people.",
      discussion: examples(
        "blues exchange show EX-001", "blues exchange show EX-001 -o ex-001.html"))

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Option(name: .customLong("at"), help: "What was known on that date.", transform: Read.date)
    var at: DateExpression?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let store = try store.toRead(at: at, for: output)
      let found = try store.exchanges.one(code)
      try output.show(
        Document(
          schema: "blues.exchange/1",
          title: output.isPage ? "\(code): \(found.exchange.visitor)" : nil,
          blocks: [
            .facts(Facts(fields: Exchange.fields, of: found.exchange, isBrief: true)),
            .section("What happened"),
            .table(Table(noun: "steps", fields: ExchangeStep.fields, rows: found.steps)),
            .data("next", (found.exchange.next?.verb).map { .string($0) } ?? .null),
          ] + papers(store) + money(store, found.exchange) + people(store)))
    }

    private func papers(_ store: Store) throws -> [Block] {
      let there = Table(
        noun: "papers", emptySentence: "None yet.", fields: Paper.fields,
        rows: try store.papers.all(code))
      let missing = Table(
        noun: "missing", fields: Papers.missingFields, rows: try store.papers.missing(code))
      return [.section("Papers"), .table(there)]
        + (missing.isEmpty
          ? [.data("missing", .array([]))] : [.table(missing, title: "Still missing")])
    }

    private func money(_ store: Store, _ exchange: Exchange) throws -> [Block] {
      let check = try store.exchanges.check(code)
      let payment = try store.payments.all().first { $0.code == code }
      let breaches = Table(
        noun: "breaches", emptySentence: "Every rule is kept.", fields: BreachLine.fields,
        rows: check.lines)
      let sum = check.lumpSum?.steps ?? ["None: a virtual exchange is not funded."]
      return [.section("Money")] + sum.map { .paragraph($0) }
        + (payment.map {
          [.facts(Facts(key: "payment", fields: Payment.fields, of: $0))]
        } ?? [.data("payment", .null)])
        + [.section("Rules not kept"), .table(breaches)]
    }

    private func people(_ store: Store) throws -> [Block] {
      let persons = Table(
        noun: "persons", emptySentence: "Nobody is named yet.", fields: ExchangePerson.fields,
        rows: try store.exchangePersons.all(code))
      let feedback = Table(
        noun: "feedback", emptySentence: "None yet.", fields: Feedback.fields,
        rows: try store.feedbacks.all().filter { $0.exchange == code })
      return [.section("Who takes part"), .table(persons), .section("Feedback"), .table(feedback)]
    }
  }
}
