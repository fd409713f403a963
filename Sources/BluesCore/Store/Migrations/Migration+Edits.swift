extension Migration {
  static let edits = Migration(
    sql: """
      -- Fields of contacts that a person changed, with what the list had said of them last, so that
      -- the list's next edition is told from the person's correction. Where the contact says the
      -- same as its list again, the row means nothing.
      CREATE TABLE contact_edit (
        id INTEGER PRIMARY KEY,
        -- A contact, or one that was merged into another since.
        contact_id INTEGER NOT NULL,
        field TEXT NOT NULL,
        listed TEXT,
        CONSTRAINT contact_edit_once UNIQUE (contact_id, field)
      ) STRICT;
      """)
}
