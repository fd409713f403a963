internal import ArgumentParser
internal import BluesCore
internal import Documents

extension DeliverableCommand {
  /// What can be said of a deliverable.
  struct Draft: ParsableArguments {
    @Option(help: "What it contains.")
    var description: String?
    @Option(help: "The partner that leads.")
    var lead: String?
    @Option(help: "Its type, such as R, DEM, DEC or OTHER.")
    var type: String?
    @Option(help: "Its dissemination level, such as PU, CO or CI.")
    var level: String?
    @Option(help: "When it is due: a project month such as M6, or a date.", transform: Read.due)
    var due: Due?

    func draft(title: String?) -> Deliverables.Draft {
      Deliverables.Draft(
        title: title, description: description, lead: lead, type: type, level: level, due: due)
    }
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a deliverable.",
      discussion: examples(
        "blues workpackage deliverable add D3.4 \"Final CXC report\" --lead ZINNAE --due M23",
        "blues wp d add D4.2 \"Website\" --type DEC --level PU --due 2020-05-31"))

    @Argument(help: "Its code, such as D3.4.", transform: Read.deliverable)
    var code: DeliverableCode
    @Argument(help: "Its title.")
    var title: String
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let added = try store.deliverables.add(code, draft.draft(title: title))
        return Answer("Added \(code), due \(added.due.text) (\(added.dueOn)).", page(added))
      }
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change a deliverable; use postpone where the Agency is to be told why.",
      discussion: examples("blues workpackage deliverable set D1.1 --lead NP --type R"))

    @Argument(help: "The deliverable, such as D1.1.", transform: Read.deliverable)
    var code: DeliverableCode
    @Option(help: "Its title.")
    var title: String?
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let changed = try store.deliverables.set(code, draft.draft(title: title))
        return Answer("Changed \(code).", page(changed))
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a deliverable and what happened to it.",
      discussion: examples("blues workpackage deliverable remove D3.4 --yes"))

    @Argument(help: "The deliverable, such as D3.4.", transform: Read.deliverable)
    var code: DeliverableCode
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      try confirmation.ask("Remove \(code)?")
      try change { store in
        try store.deliverables.remove(code)
        return Answer("Removed \(code).", .removed(code.description))
      }
    }
  }
}
