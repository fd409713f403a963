internal import ArgumentParser
internal import BluesCore
internal import Documents

struct ShareAcceptCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept what a partner submitted for a period.",
    discussion: examples(
      "blues share accept NP RP1",
      "blues share accept NP RP1 --on 2021-03-31 --because \"Checked\"",
      "blues share accept BNPT RP1 --key eva.key",
      note: """
        It needs another key than the one that submitted: for the coordinator's own rows that of a \
        second person, which blues share key make --db eva makes as eva.key, and which is admitted \
        as a key of the coordinator. Where there is no second person, --alone accepts with the \
        reason. Accepted rows change in no copy until the period is locked; then a change is an \
        adjustment. The partner learns of it with the next parcel.
        """))

  @Argument(help: "The partner that submitted.")
  var partner: String
  @Argument(help: "The period, such as RP1.")
  var period: String
  @Option(help: "Why, or a remark.")
  var because: String?
  @Option(help: "The day; default: today.", transform: Read.date)
  var on: DateExpression?
  @Option(
    name: .customLong("key"), help: "The key file of a second person; default: that of this copy.",
    completion: .file(extensions: ["key"]))
  var keyFile: String?
  @Flag(help: "Accept the coordinator's own rows without a second person; it needs --because.")
  var alone = false
  @OptionGroup var write: WriteOptions

  var inputs: [String] { keyFile.map { [$0] } ?? [] }

  func run() throws {
    try change { store in
      let step = try store.submissions.accept(
        partner, period, on: store.dayOrToday(on), because: because,
        with: keyFile.map { KeyFile(at: $0) }, isAlone: alone)
      let line = try store.shareStatus.status().submissions.first {
        $0.partner == step.partner && $0.period == step.period
      }
      let remarks = [
        line?.plan?.warning.map { "It was \($0)." },
        line?.remainder.map { "Not all was applied. \($0)" },
      ].compactMap(\.self)
      return ShareSubmitCommand.answer("Accepted", step, remarks: remarks)
    }
  }
}

struct ShareSubmitCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Submit the coordinator's own rows of a period.",
    discussion: examples(
      "blues share submit RP1",
      note: """
        They do not change until a second person accepts them or they are withdrawn: blues share \
        accept, blues share withdraw. A partner submits with a parcel: blues share pack coordinator \
        --purpose submit --period RP1.
        """))

  @Argument(help: "The period, such as RP1.")
  var period: String
  @OptionGroup var write: WriteOptions

  func run() throws {
    try change { store in
      Self.answer("Submitted", try store.submissions.submit(period))
    }
  }

  static func answer(_ done: String, _ step: SubmissionStep, remarks: [String] = []) -> Answer {
    Answer(
      "\(done) \(step.period) of \(step.partner), on \(step.on).",
      Document(
        schema: "blues.submission-step/1",
        blocks: [.facts(Facts(fields: SubmissionStep.fields, of: step))]), remarks: remarks)
  }
}

struct ShareWithdrawCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Withdraw a submission of your own copy.",
    discussion: examples(
      "blues share withdraw RP1 --because \"A receipt was missing\"",
      note: """
        It is possible until the submission is accepted. Its rows can change again; the coordinator \
        learns of it with your next parcel.
        """))

  @Argument(help: "The period, such as RP1.")
  var period: String
  @Option(help: "Why.")
  var because: String
  @OptionGroup var write: WriteOptions

  func run() throws {
    try change { store in
      ShareSubmitCommand.answer(
        "Withdrew", try store.submissions.withdraw(period, because: because))
    }
  }
}
