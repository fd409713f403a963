extension Migration {
  /// Which tasks follow which, and the documents of records.
  static let dependencies = Migration(
    sql: """
      CREATE TABLE follower_task (
        id INTEGER PRIMARY KEY,
        task_id INTEGER NOT NULL CONSTRAINT follower_task_task REFERENCES task (id),
        -- The task that it begins after.
        after_id INTEGER NOT NULL CONSTRAINT follower_task_after REFERENCES task (id),
        CONSTRAINT follower_task_once UNIQUE (task_id, after_id),
        CHECK (task_id <> after_id)
      ) STRICT;
      CREATE INDEX follower_task_after ON follower_task (after_id);

      -- A file that stands behind a record of any kind but exchanges, whose papers are in paper.
      CREATE TABLE document (
        id INTEGER PRIMARY KEY,
        -- The table of the record and the number of its row.
        record_kind TEXT NOT NULL,
        record_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        -- The path from the project file's folder, or an absolute one; none for a document that
        -- lies elsewhere.
        file TEXT,
        -- Whether the file was copied beside the project.
        is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1)),
        -- SHA-256 of the file in lower hexadecimal digits, as it was when registered.
        sha256 TEXT CHECK (length(sha256) = 64),
        size INTEGER CHECK (size >= 0),
        dated TEXT NOT NULL,
        note TEXT,
        CHECK ((file IS NULL) = (sha256 IS NULL))
      ) STRICT;
      CREATE INDEX document_record ON document (record_kind, record_id);
      """)
}
