extension Migration {
  static let history = Migration(
    sql: """
      CREATE TABLE file (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        number INTEGER NOT NULL
      ) STRICT;

      INSERT INTO file (id, number) VALUES (1, abs(random() % 2147483647) + 1);

      CREATE TABLE operation (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        command TEXT NOT NULL,
        summary TEXT NOT NULL,
        affected TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo')),
        target INTEGER CONSTRAINT operation_target REFERENCES operation (id),
        undone_by INTEGER CONSTRAINT operation_undone_by REFERENCES operation (id)
          DEFERRABLE INITIALLY DEFERRED,
        batch_rows INTEGER NOT NULL DEFAULT 0,
        changeset BLOB NOT NULL
      ) STRICT;
      CREATE INDEX operation_target ON operation (target);
      CREATE INDEX operation_undone_by ON operation (undone_by);
      """)
}
