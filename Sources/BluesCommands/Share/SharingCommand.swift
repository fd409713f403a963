internal import ArgumentParser
internal import BluesCore

struct SharingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share", abstract: "One project, a copy for each partner.",
    discussion: examples(
      "blues share init --as BNPT",
      "blues share pack all -o out",
      "blues share receive in",
      "blues share review",
      "blues share refuse K12 --because \"Receipt missing\"",
      "blues share apply",
      "blues share sheet NP -o out",
      note: """
        Each partner keeps a project file of its own. Parcels go between them by mail or in a \
        folder that a service keeps in step; nothing needs a server. A parcel is sealed: only its \
        recipient opens it. Nothing of it is taken before it was reviewed. A partner without a \
        terminal fills in a workbook instead.
        """),
    subcommands: [
      ShareInitCommand.self, ShareKeyCommand.self, ShareScopeCommand.self,
      SharePackCommand.self, ShareSheetCommand.self, ShareReceiveCommand.self,
      ShareReviewCommand.self,
      ShareDecisionCommand<TakeWord>.self, ShareDecisionCommand<RefuseWord>.self,
      ShareDecisionCommand<ParkWord>.self, ShareApplyCommand.self, ShareChooseCommand.self,
      ShareSubmitCommand.self, ShareWithdrawCommand.self, ShareAcceptCommand.self,
      ShareStatusCommand.self, SharePostCommand.self,
    ])
}
