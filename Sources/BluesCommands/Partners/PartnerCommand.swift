internal import ArgumentParser
internal import BluesCore

struct PartnerCommand: ParsableCommand {
  static let configuration = Partner.register.commands(
    abstract: "The consortium, its organisations and contacts.",
    examples: "blues partner list",
    "blues partner contact import members.csv --partner ZINNAE --country ES",
    "blues partner contact search agua", besides: [RenamePartner.self],
    groups: [
      CommandGroup(
        name: "Clusters and their members",
        subcommands: [OrganisationCommand.self, ContactCommand.self]),
      CommandGroup(name: "Persons and their pay", subcommands: [PartnerPersonCommand.self]),
      CommandGroup(
        name: "Money of the grant",
        subcommands: [BudgetCommand.self, CostCommand.self, StatementCommand.self]),
      CommandGroup(
        name: "Excellence of clusters", subcommands: [LabelCommand.self, StrategyCommand.self]),
      CommandGroup(
        name: "Money of the grant", subcommands: [RateCommand.self, GrantPaymentCommand.self]),
    ])
}

extension Partner: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      add: ["WATERNET \"Water Network\" --country NL"], set: ["AV --city Montpellier"],
      shows: "Show one partner, and where its facts come from.")
  }
}
