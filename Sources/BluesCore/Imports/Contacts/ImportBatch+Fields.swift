package import Documents

extension ImportBatch {
  /// One list for the table, the page and every format.
  package static let fields: [Field<ImportBatch>] = [
    Field("batch", "Batch", "The import, by its step in the history.", kind: .number, rank: .key) {
      .integer(Int($0.step.id))
    },
    Field("at", "When", "When it was done.", kind: .time, rank: .key) { .text($0.step.at) },
    Field("who", "Who", "Who did it.", rank: .minor) { .text($0.step.who) },
    Field("file", "List", "The name of the list.", rank: .main) { .text($0.facts.fileName) },
    Field("source", "Source", "The sender of the list.", shown: false) { .text($0.facts.source) },
    Field(
      "partner", "Partner", "The partner whose list it was.", kind: .form("partner"), rank: .usual
    ) {
      .text(orEmpty: $0.facts.partner)
    },
    Field("read", "Read", "How many rows were read.", kind: .number, rank: .usual) {
      .integer($0.facts.read)
    },
    Field("created", "Created", "How many of them were new contacts.", kind: .number) {
      .integer($0.facts.created)
    },
    Field("updated", "Updated", "How many of them changed a contact.", kind: .number, rank: .usual)
    {
      .integer($0.facts.updated)
    },
    Field(
      "unchanged", "Unchanged", "How many of them changed nothing.", kind: .number, rank: .minor
    ) {
      .integer($0.facts.unchanged)
    },
    Field("rejected", "Rejected", "How many of them were rejected.", kind: .number) {
      .integer($0.facts.rejected)
    },
    Field(
      "present", "Still present", "How many of the new contacts still exist.", kind: .number,
      rank: .minor
    ) {
      .integer($0.present)
    },
    Field("undone", "Undone", "Whether the import was undone.", kind: .flag) {
      .flag($0.step.isUndone)
    },
  ]
}
