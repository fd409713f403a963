extension Migration {
  /// What people changed in records.
  ///
  /// Of what was changed before, only postponements are known.
  static let corrections = Migration(
    sql: """
      -- Attributes of records that a person changed, with what the list had said of them last, so
      -- that the list's next edition is told from the person's correction. Where the record says
      -- the same as its list again, the row means nothing.
      CREATE TABLE record_edit (
        id INTEGER PRIMARY KEY,
        -- The table of the record, such as deliverable.
        kind TEXT NOT NULL,
        record_id INTEGER NOT NULL,
        field TEXT NOT NULL,
        listed TEXT,
        CONSTRAINT record_edit_once UNIQUE (kind, record_id, field)
      ) STRICT;
      INSERT INTO record_edit (id, kind, record_id, field, listed)
      SELECT min(id), 'deliverable', deliverable_id, 'due', old_due
      FROM deliverable_step WHERE step = 'postponed' GROUP BY deliverable_id;

      -- What a contact said between its list's word and now, oldest first, each before a unit
      -- separator, so that an export of then is told from a correction.
      ALTER TABLE contact_edit ADD COLUMN earlier TEXT;
      """)
}
