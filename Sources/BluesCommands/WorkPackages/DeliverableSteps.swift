internal import ArgumentParser
internal import BluesCore
internal import Documents

extension DeliverableCommand {
  struct Submit: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "submit",
      abstract: "Record that a deliverable was submitted.",
      discussion: examples(
        "blues workpackage deliverable submit D1.1 --on 2020-07-31", "blues wp d submit D1.1"))

    @Argument(help: "The deliverable, such as D1.1.", transform: Read.deliverable)
    var code: DeliverableCode
    @Option(help: "The day it was submitted; default: today.", transform: Read.date)
    var on: DateExpression?
    @Option(help: "A remark.")
    var note: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.deliverables.submit(code, on: store.dayOrToday(on), note: note)
        let day = now.submittedOn.map { "\($0)" } ?? ""
        let lateness =
          if case .doneLate = now.standing { "; it was due on \(now.dueOn)" } else { "" }
        return Answer("\(code) was submitted on \(day)\(lateness).", Deliverable.register.page(now))
      }
    }
  }

  struct Accept: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept",
      abstract: "Record that the Agency accepted a deliverable.",
      discussion: examples("blues workpackage deliverable accept D1.1 --on 2020-09-15"))

    @Argument(help: "The deliverable, such as D1.1.", transform: Read.deliverable)
    var code: DeliverableCode
    @Option(help: "The day of the decision; default: today.", transform: Read.date)
    var on: DateExpression?
    @Option(help: "A remark.")
    var note: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.deliverables.accept(code, on: store.dayOrToday(on), note: note)
        let day = now.decidedOn.map { "\($0)" } ?? ""
        return Answer("\(code) was accepted on \(day).", Deliverable.register.page(now))
      }
    }
  }

  struct Reject: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "reject",
      abstract: "Record that the Agency asks for a revision.",
      discussion: examples(
        "blues workpackage deliverable reject D1.1 --on 2020-09-15 --note \"Table 3 is missing\""))

    @Argument(help: "The deliverable, such as D1.1.", transform: Read.deliverable)
    var code: DeliverableCode
    @Option(help: "The day of the decision; default: today.", transform: Read.date)
    var on: DateExpression?
    @Option(help: "What the Agency asks for.")
    var note: String
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.deliverables.reject(code, on: store.dayOrToday(on), note: note)
        return Answer(
          "\(code) was rejected on \(now.decidedOn.map { "\($0)" } ?? "").",
          Deliverable.register.page(now))
      }
    }
  }

  struct Postpone: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "postpone",
      abstract: "Move a due date, with the justification.",
      discussion: examples(
        "blues workpackage deliverable postpone D3.1 --to M9 --because \"Travel bans\"",
        note: "Ask the Agency at least two weeks before the due date."))

    @Argument(help: "The deliverable, such as D3.1.", transform: Read.deliverable)
    var code: DeliverableCode
    @Option(help: "The new due month or date.", transform: Read.due)
    var to: DueExpression
    @Option(help: "The justification given to the Agency.")
    var because: String
    @Option(help: "The day it was agreed; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.deliverables.postpone(
          code, to: to.resolve(in: store.project.dates()), because: because,
          on: store.dayOrToday(on))
        return Answer(
          "\(code) is now due \(now.due.text) (\(now.dueOn)).", Deliverable.register.page(now))
      }
    }
  }
}
