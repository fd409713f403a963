extension Migration {
  /// What a contact agreed to, and took back: a line for each word of it, none of which is changed.
  static let consents = Migration(
    sql: """
      CREATE TABLE consent (
        id INTEGER PRIMARY KEY,
        contact_id INTEGER NOT NULL CONSTRAINT consent_contact REFERENCES contact (id),
        -- What it is about, such as newsletter.
        scope TEXT NOT NULL,
        act TEXT NOT NULL CHECK (act IN ('given', 'withdrawn')),
        happened_on TEXT NOT NULL,
        -- The version of the words that were agreed to.
        wording TEXT,
        channel TEXT,
        recorded_by TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        note TEXT
      ) STRICT;

      CREATE INDEX consent_contact ON consent (contact_id);
      """)
}
