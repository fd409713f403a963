extension Migration {
  /// Persons who were erased, steps that no undo takes back, and who is not to come in again.
  ///
  /// The key of the digests is made once for a file, so that no other file has the same digests.
  static let erasures = Migration(
    sql: """
      ALTER TABLE operation ADD COLUMN is_final INTEGER NOT NULL DEFAULT 0
        CHECK (is_final IN (0, 1));

      CREATE TABLE erasure (
        id INTEGER PRIMARY KEY,
        -- The contact that was asked for, and one that was of the same person, perhaps itself.
        person INTEGER NOT NULL,
        contact INTEGER NOT NULL CONSTRAINT erasure_contact UNIQUE,
        erased_on TEXT NOT NULL,
        erased_by TEXT NOT NULL,
        reason TEXT NOT NULL,
        -- What the law has to be kept, a line each, without the person's data.
        kept TEXT,
        kept_until TEXT
      ) STRICT;

      CREATE TABLE unfinished_erasure (
        -- The step of the erasure whose traces are not yet out of the file.
        id INTEGER PRIMARY KEY
      ) STRICT;

      CREATE TABLE stop_key (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        key BLOB NOT NULL
      ) STRICT;

      INSERT INTO stop_key (id, key) VALUES (1, randomblob(32));

      CREATE TABLE stop_person (
        id INTEGER PRIMARY KEY,
        added_on TEXT NOT NULL,
        added_by TEXT NOT NULL,
        reason TEXT NOT NULL
      ) STRICT;

      CREATE TABLE stop_digest (
        id INTEGER PRIMARY KEY,
        stop_person_id INTEGER NOT NULL
          CONSTRAINT stop_digest_person REFERENCES stop_person (id),
        kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'name')),
        -- HMAC-SHA-256 of the normal form, in hexadecimal digits.
        digest TEXT NOT NULL
      ) STRICT;

      CREATE INDEX stop_digest_person ON stop_digest (stop_person_id);
      """)
}
