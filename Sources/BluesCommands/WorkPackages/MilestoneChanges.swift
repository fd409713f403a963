internal import ArgumentParser
internal import BluesCore
internal import Documents

extension MilestoneCommand {
  /// What can be said of a milestone.
  struct Draft: ParsableArguments {
    @Option(
      name: .customLong("wp"), parsing: .singleValue,
      help: "A work package it belongs to; may be repeated.",
      transform: Read.workPackage)
    var workPackages: [WorkPackageCode] = []
    @Option(
      name: .customLong("lead"), parsing: .singleValue,
      help: "A partner that leads; may be repeated.")
    var leads: [String] = []
    @Option(
      help: "When it is due: a project month such as M6, or a date.",
      transform: Read.due)
    var due: Due?
    @Option(help: "How one sees that it is reached.")
    var verification: String?

    func draft(title: String?) -> Milestones.Draft {
      Milestones.Draft(
        title: title, workPackages: workPackages.isEmpty ? nil : workPackages,
        leads: leads.isEmpty ? nil : leads, due: due, verification: verification)
    }
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a milestone.",
      discussion: examples(
        "blues workpackage milestone add MS1 \"Kick-off held\" --wp WP5 --lead BNPT --due M1"))

    @Argument(help: "Its code, such as MS1.", transform: Read.milestone)
    var code: MilestoneCode
    @Argument(help: "Its title.")
    var title: String
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let added = try store.milestones.add(code, draft.draft(title: title))
        return Answer("Added \(code), due \(added.due.text) (\(added.dueOn)).", page(added))
      }
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change a milestone.",
      discussion: examples("blues workpackage milestone set MS1 --due M2"))

    @Argument(help: "The milestone, such as MS1.", transform: Read.milestone)
    var code: MilestoneCode
    @Option(help: "Its title.")
    var title: String?
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let changed = try store.milestones.set(code, draft.draft(title: title))
        return Answer("Changed \(code).", page(changed))
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a milestone.",
      discussion: examples("blues workpackage milestone remove MS1 --yes"))

    @Argument(help: "The milestone, such as MS1.", transform: Read.milestone)
    var code: MilestoneCode
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      try confirmation.ask("Remove \(code)?")
      try change { store in
        try store.milestones.remove(code)
        return Answer("Removed \(code).", .removed(code.description))
      }
    }
  }

  struct Achieve: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "achieve",
      abstract: "Record that a milestone was reached.",
      discussion: examples("blues workpackage milestone achieve MS1 --on 2020-02-03"))

    @Argument(help: "The milestone, such as MS1.", transform: Read.milestone)
    var code: MilestoneCode
    @Option(help: "The day it was reached; today otherwise.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.milestones.achieve(code, on: store.dayOrToday(on))
        return Answer("\(code) was achieved on \(now.achievedOn.map { "\($0)" } ?? "").", page(now))
      }
    }
  }

  struct Forecast: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "forecast",
      abstract: "Record when a milestone is now expected.",
      discussion: examples("blues workpackage milestone forecast MS4 --for +2m"))

    @Argument(help: "The milestone, such as MS4.", transform: Read.milestone)
    var code: MilestoneCode
    @Option(name: .customLong("for"), help: "The day it is expected.", transform: Read.date)
    var day: DateExpression
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.milestones.forecast(code, for: store.day(day))
        return Answer("\(code) is expected on \(now.forecastOn.map { "\($0)" } ?? "").", page(now))
      }
    }
  }
}
