extension Migration {
  /// Persons with their rates of pay, timesheets, and why effort is not as planned.
  ///
  /// Hours, amounts, shares and productive hours are whole hundredths.
  static let persons = Migration(
    sql: """
      CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL COLLATE NOCASE CONSTRAINT person_code UNIQUE,
        partner_id INTEGER NOT NULL CONSTRAINT person_partner REFERENCES partner (id),
        name TEXT,
        position TEXT,
        -- The share of full time, in hundredths of a per cent; full time where nothing is said.
        employment_hundredths INTEGER,
        category TEXT NOT NULL CHECK (category IN ('A.1', 'A.2', 'A.3', 'A.4', 'A.5')),
        starts_on TEXT,
        ends_on TEXT,
        extra TEXT,
        CHECK (ends_on >= starts_on)
      ) STRICT;
      CREATE INDEX person_partner ON person (partner_id);
      -- The shares of the work packages in the time of a person who is declared full time.
      CREATE TABLE person_share (
        id INTEGER PRIMARY KEY,
        person_id INTEGER NOT NULL CONSTRAINT person_share_person REFERENCES person (id),
        work_package_id INTEGER NOT NULL
          CONSTRAINT person_share_package REFERENCES work_package (id),
        share_hundredths INTEGER NOT NULL CHECK (share_hundredths BETWEEN 1 AND 10000),
        CONSTRAINT person_share_once UNIQUE (person_id, work_package_id)
      ) STRICT;
      CREATE INDEX person_share_package ON person_share (work_package_id);
      CREATE TABLE person_rate (
        id INTEGER PRIMARY KEY,
        person_id INTEGER NOT NULL CONSTRAINT person_rate_person REFERENCES person (id),
        starts_on TEXT NOT NULL,
        ends_on TEXT,
        annual_cost_hundredths INTEGER NOT NULL CHECK (annual_cost_hundredths >= 0),
        currency TEXT NOT NULL,
        productive_hours_hundredths INTEGER NOT NULL CHECK (productive_hours_hundredths > 0),
        extra TEXT,
        CONSTRAINT person_rate_once UNIQUE (person_id, starts_on),
        CHECK (ends_on >= starts_on)
      ) STRICT;

      CREATE TABLE timesheet (
        id INTEGER PRIMARY KEY,
        person_id INTEGER NOT NULL CONSTRAINT timesheet_person REFERENCES person (id),
        work_package_id INTEGER NOT NULL
          CONSTRAINT timesheet_package REFERENCES work_package (id),
        task_id INTEGER CONSTRAINT timesheet_task REFERENCES task (id),
        batch INTEGER,
        -- 1, or the number of the row among several of one key that are all kept.
        part INTEGER NOT NULL,
        hours INTEGER NOT NULL CHECK (hours >= 0),
        -- A day, such as 2020-05-04, or a month, such as 2020-05.
        worked_on TEXT NOT NULL CHECK (length(worked_on) IN (7, 10)),
        activity TEXT,
        signed_on TEXT,
        approved_on TEXT,
        approved_by TEXT
      ) STRICT;
      CREATE UNIQUE INDEX timesheet_once
        ON timesheet (person_id, worked_on, work_package_id, ifnull(task_id, 0), part);
      CREATE INDEX timesheet_package ON timesheet (work_package_id);
      CREATE INDEX timesheet_task ON timesheet (task_id) WHERE task_id IS NOT NULL;

      -- Why the effort of a partner in a work package is not as planned, in a reporting period.
      CREATE TABLE effort_explanation (
        id INTEGER PRIMARY KEY,
        partner_id INTEGER NOT NULL
          CONSTRAINT effort_explanation_partner REFERENCES partner (id),
        work_package_id INTEGER NOT NULL
          CONSTRAINT effort_explanation_package REFERENCES work_package (id),
        period_id INTEGER NOT NULL CONSTRAINT effort_explanation_period REFERENCES period (id),
        words TEXT NOT NULL,
        CONSTRAINT effort_explanation_once UNIQUE (partner_id, work_package_id, period_id)
      ) STRICT;
      CREATE INDEX effort_explanation_package ON effort_explanation (work_package_id);
      CREATE INDEX effort_explanation_period ON effort_explanation (period_id);
      """)
}
