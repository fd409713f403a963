internal import BluesCore
internal import Documents

/// What an import of several files tells: a line for each, and their sums.
enum ImportSummary {
  /// What became of one file.
  struct Line {
    let name: String
    let outcome: ImportOutcome
    let rejects: String?
  }

  static func answer(_ lines: [Line], isRehearsal: Bool) -> Answer {
    let sum = { (count: (ImportOutcome) -> Int) in lines.reduce(0) { $0 + count($1.outcome) } }
    let read = sum(\.read)
    let rejected = sum(\.rejected)
    let sentence =
      "read \(read) = created \(sum(\.created)) + updated \(sum(\.updated)) "
      + "+ unchanged \(sum(\.unchanged)) + rejected \(rejected)"
    var answer = Answer(
      Document(
        schema: "blues.imports/1",
        blocks: [
          .table(table(lines)),
          .paragraph(sentence + (isRehearsal ? " (rehearsal: nothing was changed)" : "")),
        ]))
    answer.remarks = lines.compactMap(\.rejects).map {
      "Rejected rows are in \($0): mend them there and import that file."
    }
    if rejected > 0 { answer.exitCode = someRejected }
    return answer
  }

  private static func table(_ lines: [Line]) -> Table {
    Table(
      noun: "files",
      fields: [
        Field("file", "List") { .text($0.name) },
        Field("read", "Read") { .integer($0.outcome.read) },
        Field("created", "Created") { .integer($0.outcome.created) },
        Field("updated", "Updated") { .integer($0.outcome.updated) },
        Field("unchanged", "Unchanged") { .integer($0.outcome.unchanged) },
        Field("rejected", "Rejected") { .integer($0.outcome.rejected) },
        Field("warned", "Warned") { .integer($0.outcome.warned) },
        Field("rejects_file", "Rejects file") { $0.rejects.map { .text($0) } ?? .empty },
      ], rows: lines)
  }
}
