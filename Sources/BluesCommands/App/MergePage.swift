internal import Basics
internal import BluesCore
internal import Documents

/// What a merge tells: which field is from whom, and what is only remembered.
enum MergePage {
  static func answer(
    _ sentence: String, _ choices: [MergeChoice], _ survivor: Document, _ merged: [String]
  ) -> Answer {
    let table = table(choices)
    let codes = merged.map { JSONValue.string($0) }
    return Answer(
      sentence, details: table.isEmpty ? [] : [.table(table)],
      Document(
        schema: "blues.merge/1",
        blocks: survivor.blocks + [.data("merged", .array(codes)), .table(table)]))
  }

  /// What stands and what goes, for a person who is asked.
  static func preview(
    _ survivor: (code: String, title: String), _ merged: [(code: String, title: String)],
    _ choices: [MergeChoice]
  ) -> [String] {
    ["\(survivor.code) \(survivor.title) stays:"]
      + merged.map { "  \($0.code) \($0.title) becomes part of it" }
      + choices.map { choice in
        let stands = choice.stands.map { "\($0.value) (\($0.code)) is kept" } ?? "nothing is kept"
        let goes = choice.remembered.map { "\($0.value) (\($0.code)) goes" }
        return "  \(choice.heading): " + ([stands] + goes).joined(separator: ", ")
      }
  }

  /// What became of all records that are surely one.
  static func answer<Record>(
    _ result: SureMerges<Record>, _ list: ListOptions, noun: String, isRehearsal: Bool,
    naming: @escaping @Sendable (Record) -> (code: String, title: String)
  ) throws -> Answer {
    let table = Table(
      noun: "merges", emptySentence: "No \(noun)s are sure duplicates.",
      fields: [
        Field("survivor", "Stands") { .text(naming($0.survivor).code) },
        Field("survivor_title", "Is") { .text(naming($0.survivor).title) },
        Field("merged", "Merged") { .list($0.merged.map { naming($0).code }) },
        Field("merged_titles", "Was") { .list($0.merged.map { naming($0).title }) },
        Field("remembered", "Only remembered") {
          .list($0.choices.flatMap { $0.remembered.map { "\($0.code) \($0.value)" } })
        },
      ], rows: result.groups)
    var answer = Answer(
      Document(
        schema: "blues.merges/1", title: list.output.isPage ? "Merged" : nil,
        blocks: [.table(try list.listing.apply(to: table))]))
    if isRehearsal { answer.remarks.append("Dry run, nothing was changed.") }
    answer.remarks += result.left.map {
      "Not merged: \($0.codes.joined(separator: ", ")). \($0.reason)"
    }
    return answer
  }

  private static func table(_ choices: [MergeChoice]) -> Table {
    Table(
      noun: "fields",
      fields: [
        Field("field", "Field", shown: false) { .text($0.field) },
        Field("heading", "Field") { .text($0.heading) },
        Field("value", "Stands") { .text(orEmpty: $0.stands?.value) },
        Field("from", "From") { .text(orEmpty: $0.stands?.code) },
        Field("remembered", "Only remembered") {
          .list($0.remembered.map { "\($0.code) \($0.value)" })
        },
      ], rows: choices)
  }
}
