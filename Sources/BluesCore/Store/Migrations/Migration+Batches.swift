extension Migration {
  static let batches = Migration(
    sql: """
      -- What a list said when it was imported, by the step that imported it; like the steps
      -- themselves it stays when the import is undone.
      CREATE TABLE batch (
        operation INTEGER PRIMARY KEY
          CONSTRAINT batch_operation REFERENCES operation (id) ON DELETE CASCADE,
        file_name TEXT NOT NULL,
        source TEXT NOT NULL,
        partner TEXT,
        rows_read INTEGER NOT NULL,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        unchanged INTEGER NOT NULL,
        rejected INTEGER NOT NULL
      ) STRICT;
      """)
}
