internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

extension ExchangeCommand {
  /// Which exchanges take a step, and on which day.
  struct StepOptions: ParsableArguments {
    @Argument(
      help: "The exchange, such as EX-017; several take the step together or not at all.",
      transform: Read.exchange)
    var codes: [ExchangeCode]
    @Option(help: "The day it happened; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions
  }

  /// A step on the way, with what the Agency waived for it.
  struct WayOptions: ParsableArguments {
    @OptionGroup var override: WaiverOptions
    @OptionGroup var step: StepOptions
  }

  /// Answers a change: where the exchanges are now and what to type next, or what else there is
  /// to say, and what to keep an eye on.
  static func answer(_ results: [Exchanges.Result], saying told: String? = nil) -> Answer {
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
    return Answer(
      told ?? sentence(exchanges), document,
      remarks: results.compactMap(\.amountChange) + warnings.map(remark))
  }

  /// The verb that comes next.
  static let next = Field<Exchange>("next", "Next", shown: false) {
    .text(orEmpty: $0.next?.verb)
  }

  static func warningData(_ warnings: [Breach]) -> Block {
    .data("warnings", .array(warnings.map { .string($0.message) }))
  }

  static func remark(_ warning: Breach) -> String {
    let start = warning.approved.map { "Waived by the Agency (\($0))" } ?? "Attention"
    return "\(start): \(warning.sentence)"
  }

  private static func sentence(_ exchanges: [Exchange]) -> String {
    guard let state = exchanges.first?.state else { return "Nothing was changed." }
    let codes = exchanges.map(\.code.description)
    let here =
      "\(codes.joined(separator: ", ")) \(agreeing(codes.count, "is", "are")) \(state.rawValue)"
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
