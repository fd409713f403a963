extension Migration {
  /// The last number that was given in each table, or in a column of it that people see.
  static let numbers = Migration(
    sql: """
      CREATE TABLE last_id (
        -- The table, or table and column: `contact`, `exchange.number`.
        name TEXT PRIMARY KEY NOT NULL,
        last INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      INSERT INTO last_id (name, last)
      SELECT name, max(id)
      FROM (SELECT 'contact' AS name, id FROM contact
            UNION ALL SELECT 'contact', id FROM merged_contact
            UNION ALL SELECT 'organisation', id FROM organisation
            UNION ALL SELECT 'organisation', id FROM merged_organisation)
      WHERE id >> 32 = (SELECT number FROM file)
      GROUP BY name;
      """)
}
