extension Migration {
  static let project = Migration(
    sql: """
      CREATE TABLE project (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        acronym TEXT NOT NULL,
        title TEXT NOT NULL,
        grant_number TEXT,
        programme TEXT,
        start_day TEXT NOT NULL,
        end_day TEXT NOT NULL,
        CHECK (start_day <= end_day)
      ) STRICT;

      -- A figure or sentence about the project or one partner, with where it comes from.
      CREATE TABLE fact (
        id INTEGER PRIMARY KEY,
        subject TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        mark TEXT NOT NULL CHECK (mark IN ('confirmed', 'default', 'own')),
        source TEXT,
        CONSTRAINT fact_name UNIQUE (subject, name)
      ) STRICT;

      CREATE TABLE period (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CONSTRAINT period_number UNIQUE,
        start_month INTEGER NOT NULL CHECK (start_month >= 1),
        end_month INTEGER NOT NULL,
        CHECK (start_month <= end_month)
      ) STRICT;

      -- The dates before and after each amendment, so that old due dates stay readable.
      CREATE TABLE amendment (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CONSTRAINT amendment_number UNIQUE,
        made_on TEXT NOT NULL,
        reason TEXT NOT NULL,
        old_start TEXT NOT NULL,
        old_end TEXT NOT NULL,
        new_start TEXT NOT NULL,
        new_end TEXT NOT NULL
      ) STRICT;
      """)
}
