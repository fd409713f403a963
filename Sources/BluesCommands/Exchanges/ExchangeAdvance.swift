internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

extension ExchangeCommand {
  struct Advance: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "advance",
      abstract: "Take every next step whose papers are registered.",
      discussion: examples(
        "blues exchange advance EX-001 EX-002 --on 2021-02-10",
        "blues exchange advance EX-001 --until contract --dry-run",
        "blues exchange advance EX-001 --reference \"SEPA 2021-0042\" --on 2021-03-19",
        note: """
          Each exchange stops where a paper is missing, a rule refuses the step, or the payment has \
          no --reference; the answer gives the reason. A stay starts and is completed on its own \
          first and last day, unless an earlier step was later. All of it is one entry of the \
          history. When no exchange can take a step, the command fails.
          """))

    @Argument(help: "The exchange, such as EX-017; several may be named.", transform: Read.exchange)
    var codes: [ExchangeCode]
    @Option(help: "The day of the steps; default: today.", transform: Read.date)
    var on: DateExpression?
    @Option(help: "The last step to take, such as contract; default: close.")
    var until: StepVerb?
    @Option(help: "The bank's reference of the payment; without it no payment is recorded.")
    var reference: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        var wanted = Exchanges.Advancing(on: try store.dayOrToday(on))
        wanted.until = until?.state
        wanted.reference = reference
        return ExchangeCommand.answer(try store.exchanges.advance(codes, wanted))
      }
    }
  }

  /// Answers how far exchanges went: a row for each.
  private static func answer(_ results: [Exchanges.Advance]) -> Answer {
    let moved = results.filter { !$0.steps.isEmpty }
    let steps = moved.reduce(0) { $0 + $1.steps.count }
    let warnings = results.flatMap(\.warnings)
    return Answer(
      "\(counted(moved.count, "exchange")) took \(counted(steps, "step")).",
      details: [.table(Table(noun: "exchanges", fields: shownAdvance, rows: results))],
      Document(
        schema: "blues.exchange-advance/1",
        blocks: [
          .table(Table(noun: "exchanges", fields: advance, rows: results)),
          warningData(warnings),
        ]),
      remarks: warnings.map(remark))
  }

  /// What programs read of each exchange.
  private static let advance: [Field<Exchanges.Advance>] = [
    Field("code", "No", "The code of the exchange.") { .text("\($0.exchange.code)") },
    Field("steps", "Steps", "The steps it took, each with its day.", kind: .list) { result in
      .list(result.steps.map { "\($0.state.verb) \($0.on)" })
    },
    Field("state", "State", "The state it is in now.") { .text($0.exchange.state.rawValue) },
    Field("next", "Next", "The verb that comes next.") { .text(orEmpty: $0.exchange.next?.verb) },
    Field("reason", "Stops because", "Why that verb is not taken.") { .text(orEmpty: $0.reason) },
  ]

  /// What people read: days that follow one another in steps are said once.
  private static let shownAdvance: [Field<Exchanges.Advance>] = [
    Field("code", "No", rank: .key) { .text("\($0.exchange.code)") },
    Field("state", "State", rank: .key) { .text($0.exchange.state.word) },
    Field("steps", "Steps") { .text(orEmpty: daily($0.steps)) },
    Field("reason", "Stops because", rank: .main) { .text(orEmpty: $0.reason) },
  ]

  /// The verbs with the days they were taken on: `apply, admit on 2021-02-05; agree on …`.
  private static func daily(_ steps: [ExchangeStep]) -> String? {
    var days: [(day: Day, verbs: [String])] = []
    for step in steps {
      if days.last?.day == step.on {
        days[days.count - 1].verbs.append(step.state.verb)
      } else {
        days.append((step.on, [step.state.verb]))
      }
    }
    guard !days.isEmpty else { return nil }
    return days.map { "\($0.verbs.joined(separator: ", ")) on \($0.day)" }
      .joined(separator: "; ")
  }

  /// A step of the way by the verb that is typed for it.
  struct StepVerb: OptionWord, RawRepresentable, CaseIterable {
    let state: Exchange.State

    var rawValue: String { state.verb }

    init?(rawValue verb: String) {
      guard let state = Exchange.State(verb: verb) else { return nil }
      self.state = state
    }

    static var allCases: [StepVerb] { Exchange.State.verbs.compactMap { Self(rawValue: $0) } }
  }
}
