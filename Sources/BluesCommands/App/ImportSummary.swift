internal import BluesCore
internal import Documents

/// What an import of several files tells: a line for each, and their sums.
///
/// Each file is a step of its own. A file that fails ends the import: those before it stay, and
/// those after it are not read.
struct ImportSummary {
  /// What became of one file.
  struct Line {
    let name: String
    var result = Result.imported
    /// Nothing where the file failed or was not read.
    var outcome: ImportOutcome?
    /// The options that are those of the last import.
    var reused: [String] = []
    var rejects: String?
  }

  /// How a file ended.
  enum Result: String {
    case imported, failed
    case notRead = "not read"
  }

  let lines: [Line]
  /// Why a file failed.
  let failure: (any Error)?

  /// Imports files one by one until one fails.
  init(_ names: [String], _ bring: (Int) throws -> Line) {
    var lines: [Line] = []
    var failure: (any Error)?
    for (index, name) in names.enumerated() {
      guard failure == nil else {
        lines.append(Line(name: name, result: .notRead))
        continue
      }
      do {
        lines.append(try bring(index))
      } catch {
        failure = error
        lines.append(Line(name: name, result: .failed))
      }
    }
    self.lines = lines
    self.failure = failure
  }

  func answer(isRehearsal: Bool) -> Answer {
    let outcomes = lines.compactMap(\.outcome)
    let sum = { (count: (ImportOutcome) -> Int) in outcomes.reduce(0) { $0 + count($1) } }
    let read = sum(\.read)
    let rejected = sum(\.rejected)
    let sentence =
      "read \(read) = created \(sum(\.created)) + updated \(sum(\.updated)) "
      + "+ unchanged \(sum(\.unchanged)) + rejected \(rejected)"
    var answer = Answer(
      Document(
        schema: "blues.imports/1",
        blocks: [
          .table(table),
          .paragraph(sentence + (isRehearsal ? " (dry run: nothing was changed)" : "")),
        ]))
    answer.remarks = lines.compactMap { line in
      ImportPage.reusedSentence(line.reused).map { "\(line.name): \($0)" }
    }
    answer.remarks += lines.compactMap(\.rejects).map {
      "Rejected rows are in \($0): correct them there and import that file."
    }
    if rejected > 0 { answer.exitCode = someRejected }
    if failure != nil {
      answer.remarks.append(standing(isRehearsal: isRehearsal))
      answer.failure = failure
    }
    return answer
  }

  /// Which files were imported, which failed and which were not read.
  private func standing(isRehearsal: Bool) -> String {
    let words: [(Result, String)] = [
      (.imported, isRehearsal ? "Read without a change" : "Imported"), (.failed, "Failed"),
      (.notRead, "Not read"),
    ]
    return words.map { result, word in
      let names = lines.filter { $0.result == result }.map(\.name)
      return "\(word): \(names.isEmpty ? "none" : names.joined(separator: ", "))."
    }.joined(separator: " ")
  }

  private var table: Table {
    func number(
      _ name: String, _ heading: String, _ count: @escaping @Sendable (ImportOutcome) -> Int
    )
      -> Field<Line>
    {
      Field(name, heading) { $0.outcome.map { .integer(count($0)) } ?? .empty }
    }
    return Table(
      noun: "files",
      fields: [
        Field("file", "List") { .text($0.name) },
        Field("result", "Result", shown: failure != nil) { .text($0.result.rawValue) },
        number("read", "Read", \.read), number("created", "Created", \.created),
        number("updated", "Updated", \.updated), number("unchanged", "Unchanged", \.unchanged),
        number("rejected", "Rejected", \.rejected), number("warned", "Warned", \.warned),
        Field("rejects_file", "Rejects file") { $0.rejects.map { .text($0) } ?? .empty },
      ], rows: lines)
  }
}
