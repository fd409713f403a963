extension Migration {
  /// How a letter begins, and whether one is wanted at all; as the lists write it.
  static let letters = Migration(
    sql: """
      ALTER TABLE contact ADD COLUMN salutation TEXT;
      ALTER TABLE contact ADD COLUMN title TEXT;
      ALTER TABLE contact ADD COLUMN opt_out TEXT;
      """)
}
