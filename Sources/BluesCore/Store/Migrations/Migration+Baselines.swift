extension Migration {
  /// What Annex 1 says beyond the plan's own lists, and the plan as it once was.
  static let baselines = Migration(
    sql: """
      -- The number in the grant, and the days of joining and leaving the consortium.
      ALTER TABLE partner ADD COLUMN number INTEGER CHECK (number >= 1);
      ALTER TABLE partner ADD COLUMN joined_on TEXT;
      ALTER TABLE partner ADD COLUMN left_on TEXT;
      ALTER TABLE partner ADD COLUMN successor_id INTEGER
        CONSTRAINT partner_successor REFERENCES partner (id);
      CREATE UNIQUE INDEX partner_number ON partner (number);
      CREATE INDEX partner_successor ON partner (successor_id);

      -- The short names that a partner had before, which lists of then still use.
      CREATE TABLE partner_name (
        id INTEGER PRIMARY KEY,
        partner_id INTEGER NOT NULL CONSTRAINT partner_name_partner REFERENCES partner (id),
        code TEXT NOT NULL COLLATE NOCASE,
        until TEXT NOT NULL
      ) STRICT;
      CREATE INDEX partner_name_partner ON partner_name (partner_id);

      -- Planned person-months, in hundredths of one.
      ALTER TABLE work_package ADD COLUMN person_months INTEGER CHECK (person_months >= 0);
      CREATE TABLE planned_effort (
        id INTEGER PRIMARY KEY,
        partner_id INTEGER NOT NULL CONSTRAINT planned_effort_partner REFERENCES partner (id),
        -- A third party linked to the partner; empty for the partner itself.
        third_party TEXT NOT NULL,
        work_package_id INTEGER NOT NULL
          CONSTRAINT planned_effort_package REFERENCES work_package (id),
        person_months INTEGER NOT NULL CHECK (person_months >= 0),
        CONSTRAINT planned_effort_once UNIQUE (partner_id, third_party, work_package_id)
      ) STRICT;
      CREATE INDEX planned_effort_package ON planned_effort (work_package_id);

      CREATE TABLE review (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT review_number UNIQUE,
        title TEXT NOT NULL,
        due_month INTEGER CHECK (due_month >= 1),
        due_day TEXT,
        venue TEXT, held_on TEXT, comments TEXT, extra TEXT,
        CHECK ((due_month IS NULL) <> (due_day IS NULL))
      ) STRICT;

      CREATE TABLE baseline (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL COLLATE NOCASE CONSTRAINT baseline_name UNIQUE,
        taken_on TEXT NOT NULL,
        note TEXT,
        -- The plan as JSON: for each kind of record, what each says by its code.
        plan TEXT NOT NULL
      ) STRICT;
      """)
}
