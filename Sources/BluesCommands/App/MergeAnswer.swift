internal import Basics
internal import BluesCore
internal import Documents

/// What a merge tells: which field is from whom, and what is only remembered.
enum MergeAnswer {
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
