internal import GRDB

extension ParcelReviews {
  /// The rows of a partner that were refused or parked and are still sent so, each with the reason.
  package func declined(of partner: String) throws -> [(what: String, reason: String)] {
    try store.read { db in
      let declined = try DecidedRow.all(of: partner, db).filter { $0.value.isDeclined }
      var words = RowWords()
      words.read(Set(declined.keys.map(\.table)), in: db)
      return declined.map { row, decision in
        (
          words.code(row.table, row.id),
          (decision.decision == .park ? "not decided yet: " : "refused: ") + decision.reason
        )
      }.sorted { $0.0 < $1.0 }
    }
  }
}
