extension Migration {
  /// Costs that an import added carry its number instead of a record each, as contacts and hours do.
  static let costBatches = Migration(
    sql: "ALTER TABLE cost_line ADD COLUMN batch INTEGER")
}
