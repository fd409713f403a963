internal import ArgumentParser
internal import BluesCore
internal import Documents

/// A word by which a row of a parcel is decided.
protocol DecisionWord {
  static var decision: ParcelDecision { get }
  static var abstract: String { get }
  static var done: String { get }
  static var examples: [String] { get }
  static var note: String { get }
}

/// Takes what the partner sent.
enum TakeWord: DecisionWord {
  static let decision = ParcelDecision.take
  static let abstract = "Take the partner's value of a row that is in conflict."
  static let done = "To be taken"
  static let examples = ["blues share take K12 --because \"Agreed by phone\""]
  static let note = "The row changes when the parcel is applied."
}

/// Keeps what is here.
enum RefuseWord: DecisionWord {
  static let decision = ParcelDecision.refuse
  static let abstract = "Refuse a row of a parcel; what is here stays."
  static let done = "Refused"
  static let examples = [
    "blues share refuse K12 --because \"Receipt missing\"",
    "blues share refuse 3f9a --from NP --because \"Not eligible\"",
  ]
  static let note = "It hinders no other row. The partner sees with your next parcel what stays."
}

/// Leaves a row for later.
enum ParkWord: DecisionWord {
  static let decision = ParcelDecision.park
  static let abstract = "Leave a doubtful row for later."
  static let done = "Parked"
  static let examples = ["blues share park K12 --because \"To be asked at the meeting\""]
  static let note = "It is not applied, and is shown again with the next parcel."
}

/// Decides a row by one of the words.
struct ShareDecisionCommand<Word: DecisionWord>: ChangingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Word.decision.rawValue, abstract: Word.abstract,
      discussion: BluesCommands.examples(Word.examples, note: Word.note))
  }

  @Argument(help: "The row: its first column in the review, or its code.")
  var parcelRow: String
  @Option(name: .customLong("from"), help: "The partner that sent it.")
  var partner: String?
  @Option(help: "Why.")
  var because: String
  @OptionGroup var write: WriteOptions

  func run() throws {
    try change { store in
      let row = try store.parcelReviews.decide(
        Word.decision, on: parcelRow, from: partner, because: because)
      return Answer(
        "\(Word.done): \(row.what), \(row.summary).",
        Document(
          schema: "blues.parcel-row/1",
          blocks: [.facts(Facts(fields: ReviewedRow.fields, of: row))]))
    }
  }
}
