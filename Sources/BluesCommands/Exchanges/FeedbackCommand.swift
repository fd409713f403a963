internal import ArgumentParser
internal import BluesCore
internal import Documents

struct FeedbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback", abstract: "The feedback of hosts and visitors on their exchanges.",
    discussion: examples(
      "blues exchange feedback add EX-001 --side visitor --score overall=5",
      "blues exchange feedback summary"),
    subcommands: [List.self, Summary.self, Add.self, Remove.self])

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the feedback.",
      discussion: examples(
        "blues exchange feedback list", "blues exchange feedback list --where side=host"))

    static var columns: [Column] { Feedback.fields.map(\.column) }

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let table = Table(
        noun: "feedback",
        emptySentence: "No feedback yet. Add some with `blues exchange feedback add`.",
        fields: Feedback.fields,
        rows: try store.feedbacks.all())
      try list.show(table, of: store, schema: "blues.feedback/1", title: "Feedback")
    }
  }

  struct Summary: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "summary", abstract: "Response rates and average scores.",
      discussion: examples("blues exchange feedback summary"))

    @Option(
      name: .customLong("at"), help: "What was known at the end of that day, in your time zone.",
      transform: Read.date)
    var at: DateExpression?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let summary = try store.toRead(at: at, for: output).feedbacks.summary()
      try output.show(
        Document(
          schema: "blues.feedback-summary/1", title: output.isPage ? "Feedback" : nil,
          blocks: [
            .table(
              Table(
                noun: "responses", fields: FeedbackSummary.Response.fields,
                rows: summary.responses), title: "Who answered"),
            .table(
              Table(
                noun: "questions", emptySentence: "No answers yet.",
                fields: FeedbackSummary.Question.fields, rows: summary.questions),
              title: "Scores from 1 to 5"),
          ]))
    }
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Record the feedback of one side on an exchange.",
      discussion: examples(
        "blues exchange feedback add EX-001 --side visitor --score overall=5 --score learning=4",
        "blues exchange feedback add EX-001 --side host --score overall=4 --text \"Come again\"",
        note: """
          Scores go from 1 to 5. Both sides are asked for overall, preparation, learning, \
          cooperation and recommend, the visitor also for hosting, the host for visitor.
          """))

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Option(help: "The side that gives it: host or visitor.")
    var side: Profile.Role
    @Option(
      name: .customLong("score"), parsing: .singleValue,
      help: "QUESTION=SCORE; may be repeated.", transform: Read.score)
    var scores: [Feedback.Score] = []
    @Option(help: "The feedback in words.")
    var text: String?
    @Option(help: "The day it was given; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let feedback = try store.feedbacks.add(
          code, side: side, scores, text: text, on: store.dayOrToday(on))
        return Answer(
          "\(feedback.organisation) gave feedback on \(code) as the \(side.rawValue).",
          Document(
            schema: "blues.feedback/1",
            blocks: [.facts(Facts(fields: Feedback.fields, of: feedback))]))
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove the feedback of one side.",
      discussion: examples("blues exchange feedback remove EX-001 --side host"))

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Option(help: "The side: host or visitor.")
    var side: Profile.Role
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        try store.feedbacks.remove(code, side: side)
        return Answer(
          "\(code) no longer has feedback from the \(side.rawValue).",
          Document(
            schema: "blues.feedback/1",
            blocks: [
              .facts(
                Facts([
                  Fact("exchange", "No", .text(code.description)),
                  Fact("side", "Side", .text(side.rawValue)),
                  Fact("removed", "Removed", .flag(true)),
                ]))
            ]))
      }
    }
  }
}
