extension Migration {
  /// What people changed in records, and the due dates that were moved without a justification.
  ///
  /// SQLite cannot change a check in place, so the steps of deliverables are built anew. Of what
  /// was changed before, only postponements are known.
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

      -- What happened to a deliverable, in order: submissions, decisions, postponements, and due
      -- dates that were moved otherwise.
      CREATE TABLE deliverable_step_anew (
        id INTEGER PRIMARY KEY,
        deliverable_id INTEGER NOT NULL
          CONSTRAINT deliverable_step_deliverable REFERENCES deliverable (id),
        step TEXT NOT NULL
          CHECK (step IN ('submitted', 'accepted', 'rejected', 'postponed', 'moved')),
        happened_on TEXT NOT NULL,
        -- The due date before and after, as a month (M6) or a day.
        old_due TEXT,
        new_due TEXT,
        note TEXT
      ) STRICT;
      INSERT INTO deliverable_step_anew SELECT * FROM deliverable_step;
      DROP TABLE deliverable_step;
      ALTER TABLE deliverable_step_anew RENAME TO deliverable_step;
      CREATE INDEX deliverable_step_deliverable ON deliverable_step (deliverable_id);
      """)
}
