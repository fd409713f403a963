extension Migration {
  /// The indexes that a large load need not pass are gone.
  ///
  /// Lists find organisations by names held in memory, so that sorting a million of them, a
  /// seventh of a large import, is spared; and by partner stand only contacts that have one.
  static let loads = Migration(
    sql: """
      DROP INDEX organisation_name;
      DROP INDEX contact_partner;
      CREATE INDEX contact_partner ON contact (partner_id) WHERE partner_id IS NOT NULL;
      """)
}
