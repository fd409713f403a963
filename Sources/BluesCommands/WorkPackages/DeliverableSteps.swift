internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

extension DeliverableCommand {
  struct Submit: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "submit",
      abstract: "Record that deliverables were submitted.",
      discussion: examples(
        "blues workpackage deliverable submit D1.1 --on 2020-07-31", "blues wp d submit D1.1 D1.2",
        "blues wp d submit D1.1 --because \"Two partners answered late\"",
        "blues wp d submit D1.1 --evidence D1.1.pdf"))

    @Argument(help: DeliverableCommand.several, transform: Read.deliverable)
    var codes: [DeliverableCode]
    @Option(help: "The day it was submitted; default: today.", transform: Read.date)
    var on: DateExpression?
    @Option(help: "A remark.")
    var note: String?
    @Option(help: "Why it is late, for the Agency.")
    var because: String?
    @Option(help: "The file that was sent; it is registered as a document.", completion: .file())
    var evidence: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        try HeldOutputs.refuse(reading: evidence)
        let file = try evidence.map { try EvidenceFile($0, kind: "report") }
        let now = try store.deliverables.submit(
          codes, on: store.dayOrToday(on), note: note, because: because, evidence: file)
        let late = now.compactMap { one -> String? in
          guard case .doneLate = one.standing else { return nil }
          return now.count == 1
            ? "; it was due on \(one.dueOn)" : "; \(one.code) was due on \(one.dueOn)"
        }
        var answer = Answer(now, "submitted on \(day(now.first?.submittedOn))\(late.joined())")
        answer.remarks =
          DeliverableCommand.asks(now) + EvidencePlace.told(evidence, now.map(\.code))
        return answer
      }
    }
  }

  struct Accept: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept",
      abstract: "Record that the Agency accepted deliverables.",
      discussion: examples("blues workpackage deliverable accept D1.1 D1.2 --on 2020-09-15"))

    @Argument(help: DeliverableCommand.several, transform: Read.deliverable)
    var codes: [DeliverableCode]
    @Option(help: "The day of the decision; default: today.", transform: Read.date)
    var on: DateExpression?
    @Option(help: "A remark.")
    var note: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.deliverables.accept(codes, on: store.dayOrToday(on), note: note)
        return Answer(now, "accepted on \(day(now.first?.decidedOn))")
      }
    }
  }

  struct Reject: ChangingCommand, RenamedOptions {
    static let configuration = CommandConfiguration(
      commandName: "reject",
      abstract: "Record that the Agency asks for a revision.",
      discussion: examples(
        "blues workpackage deliverable reject D1.1 --on 2020-09-15 --because \"Table 3 is missing\""
      ))

    static let renamed = ["--note": "--because"]

    @Argument(help: DeliverableCommand.several, transform: Read.deliverable)
    var codes: [DeliverableCode]
    @Option(help: "The day of the decision; default: today.", transform: Read.date)
    var on: DateExpression?
    @Option(help: "What the Agency asks for.")
    var because: String
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.deliverables.reject(
          codes, on: store.dayOrToday(on), because: because)
        return Answer(now, "rejected on \(day(now.first?.decidedOn))")
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

    @Argument(help: DeliverableCommand.several, transform: Read.deliverable)
    var codes: [DeliverableCode]
    @Option(help: "The new due month or date.", transform: Read.due)
    var to: DueExpression
    @Option(help: "The justification given to the Agency.")
    var because: String
    @Option(help: "The day it was agreed; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let due = try to.resolve(in: store.project.dates())
        let known = try store.deliverables.all()
        let was = Dictionary(uniqueKeysWithValues: known.map { ($0.code, $0) })
        let now = try store.deliverables.postpone(
          codes, to: due, because: because, on: store.dayOrToday(on))
        var answer = Answer(
          now, now.first.map { "now due \($0.due.told($0.dueOn))" } ?? "", isNow: true)
        for one in now {
          if let before = was[one.code]?.dueOn, one.dueOn < before {
            answer.remarks.append(
              "Warning: \(one.code) is due earlier now: on \(one.dueOn), not on \(before).")
          }
          answer.remarks += try Deliverable.register.remarks(one, since: was[one.code], in: store)
        }
        return answer
      }
    }
  }

  struct Justify: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "justify",
      abstract: "Keep why deliverables are late, for the Agency.",
      discussion: examples(
        "blues workpackage deliverable justify D1.1 --because \"Two partners answered late\""))

    @Argument(help: DeliverableCommand.several, transform: Read.deliverable)
    var codes: [DeliverableCode]
    @Option(help: "Why it is late, for the Agency.")
    var because: String
    @Option(help: "The day it was said; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.deliverables.justify(
          codes, because: because, on: store.dayOrToday(on))
        return Answer(now, "justified")
      }
    }
  }

  /// Asks why what was sent late is late, where that is not known yet.
  fileprivate static func asks(_ deliverables: [Deliverable]) -> [String] {
    let open = deliverables.filter { $0.standing.daysLate != nil && $0.justification == nil }
    guard !open.isEmpty else { return [] }
    let codes = open.map(\.code.description).joined(separator: " ")
    return ["The Agency asks why: blues workpackage deliverable justify \(codes) --because \"…\""]
  }

  static let several = ArgumentHelp(
    "The deliverable, such as D1.1; several take the step together or not at all.")
}

/// A day in a sentence; nothing where it is not known.
private func day(_ day: Day?) -> String { day.map { "\($0)" } ?? "" }

extension Answer {
  /// Answers a verb that one record or several went through: `D1.1 was …`, `D1.1, D1.2 were …`.
  init<R: Record>(_ records: [R], _ what: String, isNow: Bool = false) {
    let verb =
      isNow ? agreeing(records.count, "is", "are") : agreeing(records.count, "was", "were")
    let codes = records.map(\.code.description).joined(separator: ", ")
    self.init("\(codes) \(verb) \(what).", R.register.page(records))
  }
}

extension Register {
  /// The page of one record, or the list of several.
  func page(_ records: [R]) -> Document {
    if records.count == 1, let record = records.first { return page(record) }
    return Document(
      schema: schema, blocks: [.table(Table(noun: key, fields: fields, rows: records))])
  }
}
