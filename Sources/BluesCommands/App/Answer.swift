internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

/// What a command answers to a change: a sentence for people, the whole of it for programs.
struct Answer {
  /// One line for people; without one the document is for them as well.
  let sentence: String?
  /// The same line for a dry run, where the usual words would say what was done.
  var rehearsed: String?
  /// The line in place of the sentence where the change changed nothing.
  var unchanged: String?
  /// What people read below the sentence.
  let details: [Block]
  let document: Document
  /// What is said on stderr once the answer is out.
  var remarks: [String]
  /// The code of a command that did its work but has something to report.
  var exitCode: Int32 = 0
  /// What ended the command after a part of its work was done; it is told after the answer.
  var failure: (any Error)?

  init(
    _ sentence: String, details: [Block] = [], _ document: Document, remarks: [String] = []
  ) {
    self.sentence = withOneStop(sentence)
    self.details = details
    self.document = document
    self.remarks = remarks
  }

  /// What a change of values answers; one that changes nothing says so.
  static func changed(_ what: String, _ document: Document, remarks: [String] = []) -> Answer {
    var answer = Answer("Changed \(what).", document, remarks: remarks)
    answer.unchanged = "Nothing changed: \(what) has these values already."
    return answer
  }

  init(_ document: Document) {
    sentence = nil
    details = []
    self.document = document
    remarks = []
  }
}

/// The answer failed, but the change it tells of is made: a person who took the failure for that of
/// the change would make it again.
struct LostAnswer: Error {
  let cause: any Error

  static let hint =
    "the change is made, and blues history shows it; only the answer is missing"
}

extension OutputOptions {
  /// Answers a change of the store, as the body makes and tells it.
  func answer(for store: Store, _ body: () throws -> Answer) throws {
    let answer: Answer
    do {
      answer = try body()
      try show(answer, of: store)
    } catch {
      throw store.isChanged ? LostAnswer(cause: error) : error
    }
    store.tellDays()
    for remark in answer.remarks { Console.say(remark) }
    if let failure = answer.failure { throw failure }
    if answer.exitCode != 0 { throw ExitCode(answer.exitCode) }
  }

  private func show(_ answer: Answer, of store: Store) throws {
    guard let sentence = answer.sentence, chosenFormat == .text else {
      return try show(answer.document)
    }
    let told: String
    if let unchanged = answer.unchanged, !store.hasStep {
      told = unchanged
    } else {
      told =
        store.invocation.isRehearsal
        ? answer.rehearsed ?? "Dry run, nothing was changed: \(sentence)" : sentence
    }
    guard !answer.details.isEmpty else { return try show(line: told) }
    try show(
      Document(schema: answer.document.schema, blocks: [.paragraph(told)] + answer.details))
  }
}
