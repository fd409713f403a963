internal import GRDB

/// The receipts of costs in the project's register of documents.
enum CostReceipts {
  /// The numbers of the costs that have a document.
  static func numbers(_ db: Database) throws -> Set<Int> {
    Set(
      try Int.fetchAll(
        db,
        sql: """
          SELECT DISTINCT cost_line.number FROM document
          JOIN cost_line ON cost_line.id = record_id
          WHERE record_kind = 'cost_line'
          """))
  }
}
