internal import ArgumentParser
internal import BluesCore
internal import Documents

struct StatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement", abstract: "What a partner says of its financial statement.",
    discussion: examples(
      "blues partner statement set NP --period RP1 --requested 2000.00",
      "blues report financial --partner NP --period RP1"),
    subcommands: [Set.self, AdjustmentCommand.self])

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Request less than the maximum, or declare receipts.",
      discussion: examples(
        "blues partner statement set NP --period RP1 --requested 2000.00",
        "blues partner statement set NP --period RP2 --receipts 150.00",
        note: "Without a word the maximum is requested. Receipts belong to the last period."))

    @Argument(help: "The partner, such as NP.")
    var partner: String
    @Option(help: "The reporting period, such as RP1.")
    var period: String
    @Option(help: "The contribution requested, in EUR.", transform: Self.amount)
    var requested: Money?
    @Option(help: "The receipts of the action, in EUR.", transform: Self.amount)
    var receipts: Money?
    @OptionGroup var write: WriteOptions

    func validate() throws {
      if requested == nil, receipts == nil {
        throw ValidationError("Give --requested or --receipts.")
      }
    }

    func run() throws {
      try change { store in
        let statement = try store.statements.say(
          partner, in: period, requested: requested, receipts: receipts)
        return Answer(
          "\(statement.partner) requests \(statement.requestedContribution) of at most "
            + "\(statement.maximumContribution) for \(statement.period).",
          Document(
            schema: "blues.statement/1",
            blocks: [
              .facts(
                Facts([
                  Fact("partner", "Partner", .text(statement.partner)),
                  Fact("period", "Period", .text(statement.period)),
                  Fact("receipts", "Receipts", .text(statement.receipts.decimal)),
                  Fact(
                    "maximum_contribution", "Maximum",
                    .text(statement.maximumContribution.decimal)),
                  Fact(
                    "requested_contribution", "Requested",
                    .text(statement.requestedContribution.decimal)),
                ]))
            ]))
      }
    }

    private static let amount = argument { text in
      let amount = try Money(typed: text)
      guard amount.currency == .eur, amount.cents >= 0 else {
        throw ValidationError("\(text) is not an amount in EUR such as 2000.00.")
      }
      return amount
    }
  }
}
