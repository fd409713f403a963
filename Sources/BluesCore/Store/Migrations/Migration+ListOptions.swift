extension Migration {
  static let listOptions = Migration(
    sql: """
      -- What was said of a list when it was imported, by the step that imported it; the next list of
      -- the same name or source is read the same way, unless the import was undone.
      CREATE TABLE list_option (
        operation INTEGER PRIMARY KEY
          CONSTRAINT list_option_operation REFERENCES operation (id) ON DELETE CASCADE,
        list TEXT NOT NULL,
        source TEXT,
        -- A JSON array of options with their values, such as "--country=CZ".
        options TEXT NOT NULL
      ) STRICT;
      """)
}
