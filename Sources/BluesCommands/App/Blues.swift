package import ArgumentParser

/// The command `blues` and all it can do.
package struct Blues: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "blues",
    abstract: "Run an EU cluster project from the terminal: plan, partners, exchanges, reports.",
    discussion: examples(
      "blues init --template blues",
      "blues next",
      "blues workpackage deliverable list --late",
      "blues partner contact import members.csv --partner ZINNAE --country ES",
      "blues report status -o status.html",
      "blues undo"),
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Project",
        subcommands: [InitCommand.self, ProjectCommand.self, WorkPackageCommand.self]),
      CommandGroup(
        name: "Day by day", subcommands: [NextCommand.self, ShowCommand.self, FindCommand.self]),
      CommandGroup(name: "Lists", subcommands: [InspectCommand.self]),
      CommandGroup(
        name: "People and exchanges",
        subcommands: [PartnerCommand.self, ExchangeCommand.self]),
      CommandGroup(name: "Partners' copies", subcommands: [SharingCommand.self]),
      CommandGroup(name: "Reports", subcommands: [ReportCommand.self]),
      CommandGroup(
        name: "History",
        subcommands: [HistoryCommand.self, UndoCommand.self, RedoCommand.self]),
      CommandGroup(
        name: "Safety",
        subcommands: [
          BackupCommand.self, RestoreCommand.self, IntegrityCommand.self, DumpCommand.self,
          LoadCommand.self,
        ]),
      CommandGroup(
        name: "Shell", subcommands: [CompletionCommand.self, CompleteWordsCommand.self]),
    ])

  package init() {}
}
