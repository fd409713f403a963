extension Migration {
  /// From which file an import was, and of which records its rows were; and contacts of which a restore
  /// left open whether they are of a person who was erased.
  static let listImports = Migration(
    sql: """
      -- Stands beside the step of an import, also when it is undone.
      CREATE TABLE list_import (
        operation INTEGER PRIMARY KEY
          CONSTRAINT list_import_operation REFERENCES operation (id) ON DELETE CASCADE,
        -- The table that the list fills, such as cost_line.
        kind TEXT NOT NULL,
        file_name TEXT NOT NULL,
        -- The records that its rows were of, a line each; NULL where no row was rejected.
        given TEXT
      ) STRICT;

      INSERT INTO list_import (operation, kind, file_name)
      SELECT id, 'timesheet',
        substr(rtrim(rtrim(summary, ' 0123456789,acdeprtu'), ':'), length('imported hours from ') + 1)
      FROM operation WHERE summary GLOB 'imported hours from *: * created, * updated';

      CREATE TABLE doubtful_contact (
        -- The contact.
        id INTEGER PRIMARY KEY,
        found_on TEXT NOT NULL
      ) STRICT;
      """)
}
