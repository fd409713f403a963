internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ExchangeCommand {
  /// Which exchanges take a step, and on which day.
  struct StepOptions: ParsableArguments {
    @Argument(
      help: "The exchange, such as EX-017; several take the step together or not at all.",
      transform: Read.exchange)
    var codes: [ExchangeCode]
    @Option(help: "The day it happened; today otherwise.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    /// Takes the step under the verb's name, and says what comes next.
    func take(
      to state: Exchange.State, because: String? = nil, amount: Money? = nil,
      reference: String? = nil, word: AgencyWord = .none
    ) throws {
      let store = try write.store.toWrite(
        "exchange \(state.verb)", isRehearsal: write.isRehearsal)
      let step = Exchanges.Step(
        state, on: try store.dayOrToday(on), because: because, amount: amount,
        reference: reference, word: word)
      try ExchangeCommand.show(try store.exchanges.take(step, codes), write)
    }
  }

  /// A step on the way, with what the Agency set aside for it.
  struct WayOptions: ParsableArguments {
    @OptionGroup var override: OverrideOptions
    @OptionGroup var step: StepOptions

    func take(
      to state: Exchange.State, amount: Money? = nil, reference: String? = nil
    ) throws {
      try step.take(to: state, amount: amount, reference: reference, word: override.word)
    }
  }

  /// Answers a change: where the exchanges are now and what to type next, or what else there is
  /// to say, and what to keep an eye on.
  static func show(
    _ results: [Exchanges.Result], _ write: WriteOptions, saying told: String? = nil
  ) throws {
    let exchanges = results.map(\.exchange)
    let warnings = results.flatMap(\.warnings)
    let document =
      exchanges.count == 1
      ? page(exchanges[0], warnings: warnings)
      : Document(
        schema: "blues.exchange/1",
        blocks: [
          .table(Table(noun: "exchanges", fields: Exchange.fields + [next], rows: exchanges)),
          warningData(warnings),
        ])
    try write.output.show(write.sentence(told ?? sentence(exchanges)), document)
    warn(warnings)
  }

  /// The verb that comes next.
  static let next = Field<Exchange>("next", "Next", shown: false) {
    .text(orEmpty: $0.next?.verb)
  }

  static func warningData(_ warnings: [Breach]) -> Block {
    .data("warnings", .array(warnings.map { .string($0.message) }))
  }

  static func warn(_ warnings: [Breach]) {
    for warning in warnings {
      let start = warning.approved.map { "Set aside by the Agency (\($0))" } ?? "Attention"
      Talk.say("\(start): \(warning.sentence)")
    }
  }

  private static func sentence(_ exchanges: [Exchange]) -> String {
    guard let state = exchanges.first?.state else { return "Nothing was changed." }
    let codes = exchanges.map(\.code.description)
    let here =
      "\(codes.joined(separator: ", ")) \(codes.count == 1 ? "is" : "are") \(state.rawValue)"
    var verbs: [(verb: String, codes: [String])] = []
    for exchange in exchanges {
      guard let verb = exchange.next?.verb else { continue }
      let code = exchange.code.description
      if let index = verbs.firstIndex(where: { $0.verb == verb }) {
        verbs[index].codes.append(code)
      } else {
        verbs.append((verb, [code]))
      }
    }
    guard !verbs.isEmpty else { return "\(here)." }
    let typed = verbs.map { "blues exchange \($0.verb) \($0.codes.joined(separator: " "))" }
    return "\(here); next: \(typed.joined(separator: ", "))"
  }
}
