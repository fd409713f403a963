internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct ExchangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exchange", abstract: "Exchanges: hosts, visitors and their stays.",
    discussion: examples(
      "blues exchange profile add \"Aguas del Norte\" --role visitor --category sme",
      "blues exchange propose --host O1 --visitor O2 --from 2021-09-06 --to 2021-09-10",
      "blues exchange list"),
    subcommands: [List.self, Show.self, CheckCommand.self, MatchCommand.self],
    groupedSubcommands: [
      CommandGroup(name: "Who takes part", subcommands: [ProfileCommand.self]),
      CommandGroup(
        name: "Steps, in order",
        subcommands: [
          Propose.self, Apply.self, Admit.self, Confirm.self, Agree.self, Contract.self,
          Start.self, Complete.self, Report.self, Validate.self, Pay.self, Close.self,
        ]),
      CommandGroup(name: "Several steps at once", subcommands: [Advance.self]),
      CommandGroup(
        name: "Early endings", subcommands: [Cancel.self, Withdraw.self, NoShow.self]),
      CommandGroup(
        name: "What belongs to it",
        subcommands: [PaperCommand.self, PersonCommand.self, Set.self, RuleCommand.self]),
      CommandGroup(
        name: "Money and files",
        subcommands: [
          PaymentCommand.self, AgreementCommand.self, PackCommand.self, CalendarCommand.self,
        ]),
      CommandGroup(
        name: "Results", subcommands: [FeedbackCommand.self, ReconcileCommand.self]),
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
}

extension Exchange.Mode: OptionWord {}
