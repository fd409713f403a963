extension Migration {
  /// Indicators with their readings, the state of play of risks, and why deliverables are late.
  ///
  /// SQLite cannot change a check in place, so the steps of deliverables are built anew.
  static let indicators = Migration(
    sql: """
      -- Numbers of indicators are whole hundredths.
      CREATE TABLE indicator (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT indicator_number UNIQUE,
        title TEXT NOT NULL,
        unit TEXT,
        work_package_id INTEGER
          CONSTRAINT indicator_work_package REFERENCES work_package (id),
        counts TEXT NOT NULL CHECK (counts IN ('nothing', 'exchanges', 'entities', \
      'deliverables', 'trained', 'events')),
        cumulative TEXT NOT NULL CHECK (cumulative IN ('yes', 'no')),
        baseline_hundredths INTEGER,
        target_hundredths INTEGER,
        source TEXT, extra TEXT,
        -- These three have their target elsewhere.
        CHECK (counts NOT IN ('exchanges', 'entities', 'deliverables')
          OR target_hundredths IS NULL)
      ) STRICT;
      CREATE INDEX indicator_work_package ON indicator (work_package_id);
      CREATE TABLE indicator_target (
        id INTEGER PRIMARY KEY,
        indicator_id INTEGER NOT NULL
          CONSTRAINT indicator_target_indicator REFERENCES indicator (id),
        partner_id INTEGER NOT NULL CONSTRAINT indicator_target_partner REFERENCES partner (id),
        target_hundredths INTEGER NOT NULL,
        CONSTRAINT indicator_target_once UNIQUE (indicator_id, partner_id)
      ) STRICT;
      CREATE INDEX indicator_target_partner ON indicator_target (partner_id);
      CREATE TABLE indicator_reading (
        id INTEGER PRIMARY KEY,
        indicator_id INTEGER NOT NULL
          CONSTRAINT indicator_reading_indicator REFERENCES indicator (id),
        read_on TEXT NOT NULL,
        value_hundredths INTEGER,
        words TEXT,
        -- Of the whole project where there is none.
        partner_id INTEGER CONSTRAINT indicator_reading_partner REFERENCES partner (id),
        source TEXT, evidence TEXT,
        CHECK ((value_hundredths IS NULL) <> (words IS NULL))
      ) STRICT;
      CREATE INDEX indicator_reading_indicator ON indicator_reading (indicator_id);
      CREATE INDEX indicator_reading_partner ON indicator_reading (partner_id);

      CREATE TABLE risk_state (
        id INTEGER PRIMARY KEY,
        risk_id INTEGER NOT NULL CONSTRAINT risk_state_risk REFERENCES risk (id),
        period_id INTEGER NOT NULL CONSTRAINT risk_state_period REFERENCES period (id),
        mitigated TEXT NOT NULL CHECK (mitigated IN ('yes', 'no')),
        occurred TEXT NOT NULL CHECK (occurred IN ('yes', 'no')),
        note TEXT,
        CONSTRAINT risk_state_once UNIQUE (risk_id, period_id)
      ) STRICT;
      CREATE INDEX risk_state_period ON risk_state (period_id);

      -- Why it is late, as the Agency is told.
      ALTER TABLE deliverable ADD COLUMN justification TEXT;
      CREATE TABLE deliverable_step_anew (
        id INTEGER PRIMARY KEY,
        deliverable_id INTEGER NOT NULL
          CONSTRAINT deliverable_step_deliverable REFERENCES deliverable (id),
        step TEXT NOT NULL
          CHECK (step IN ('submitted', 'accepted', 'rejected', 'postponed', 'justified')),
        happened_on TEXT NOT NULL,
        -- For a moved due date: the one before and after, as a month (M6) or a day.
        old_due TEXT,
        new_due TEXT,
        note TEXT
      ) STRICT;
      INSERT INTO deliverable_step_anew
      SELECT id, deliverable_id, step, happened_on, old_due, new_due, note FROM deliverable_step;
      DROP TABLE deliverable_step;
      ALTER TABLE deliverable_step_anew RENAME TO deliverable_step;
      CREATE INDEX deliverable_step_deliverable ON deliverable_step (deliverable_id);
      """)
}
