package import Documents

extension ImportBatch {
  /// One list for the table, the page and every format.
  package static let fields: [Field<ImportBatch>] = [
    Field("batch", "Batch") { .integer(Int($0.step.id)) },
    Field("at", "When") { .text($0.step.at) },
    Field("who", "Who") { .text($0.step.who) },
    Field("file", "List") { .text($0.facts.fileName) },
    Field("source", "Source", shown: false) { .text($0.facts.source) },
    Field("partner", "Partner") { .text(orEmpty: $0.facts.partner) },
    Field("read", "Read") { .integer($0.facts.read) },
    Field("created", "Created") { .integer($0.facts.created) },
    Field("updated", "Updated") { .integer($0.facts.updated) },
    Field("unchanged", "Unchanged") { .integer($0.facts.unchanged) },
    Field("rejected", "Rejected") { .integer($0.facts.rejected) },
    Field("present", "Still there") { .integer($0.present) },
    Field("undone", "Undone") { .flag($0.step.isUndone) },
  ]
}
