extension Migration {
  static let plan = Migration(
    sql: """
      CREATE TABLE work_package (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT work_package_number UNIQUE,
        title TEXT NOT NULL,
        lead_id INTEGER CONSTRAINT work_package_lead REFERENCES partner (id),
        start_month INTEGER NOT NULL CHECK (start_month >= 1),
        end_month INTEGER NOT NULL,
        participants TEXT,
        objectives TEXT,
        extra TEXT,
        CHECK (start_month <= end_month)
      ) STRICT;
      CREATE INDEX work_package_lead ON work_package (lead_id);

      CREATE TABLE task (
        id INTEGER PRIMARY KEY,
        work_package_id INTEGER NOT NULL
          CONSTRAINT task_work_package REFERENCES work_package (id),
        number INTEGER NOT NULL CHECK (number >= 1),
        title TEXT NOT NULL,
        lead_id INTEGER CONSTRAINT task_lead REFERENCES partner (id),
        start_month INTEGER NOT NULL CHECK (start_month >= 1),
        end_month INTEGER NOT NULL,
        extra TEXT,
        CHECK (start_month <= end_month),
        CONSTRAINT task_number UNIQUE (work_package_id, number)
      ) STRICT;
      CREATE INDEX task_lead ON task (lead_id);

      CREATE TABLE deliverable (
        id INTEGER PRIMARY KEY,
        work_package_id INTEGER NOT NULL
          CONSTRAINT deliverable_work_package REFERENCES work_package (id),
        number INTEGER NOT NULL CHECK (number >= 1),
        title TEXT NOT NULL,
        description TEXT,
        lead_id INTEGER CONSTRAINT deliverable_lead REFERENCES partner (id),
        type TEXT,
        level TEXT,
        -- Due in a project month, which an amendment moves, or on a day, which it does not.
        due_month INTEGER CHECK (due_month >= 1),
        due_day TEXT,
        state TEXT NOT NULL DEFAULT 'pending'
          CHECK (state IN ('pending', 'submitted', 'accepted', 'rejected')),
        submitted_on TEXT,
        decided_on TEXT,
        extra TEXT,
        CHECK ((due_month IS NULL) <> (due_day IS NULL)),
        CHECK (state = 'pending' OR submitted_on IS NOT NULL),
        CONSTRAINT deliverable_number UNIQUE (work_package_id, number)
      ) STRICT;
      CREATE INDEX deliverable_lead ON deliverable (lead_id);

      -- What happened to a deliverable, in order: submissions, decisions, postponements.
      CREATE TABLE deliverable_step (
        id INTEGER PRIMARY KEY,
        deliverable_id INTEGER NOT NULL
          CONSTRAINT deliverable_step_deliverable REFERENCES deliverable (id),
        step TEXT NOT NULL CHECK (step IN ('submitted', 'accepted', 'rejected', 'postponed')),
        happened_on TEXT NOT NULL,
        -- For a postponement: the due date before and after, as a month (M6) or a day.
        old_due TEXT,
        new_due TEXT,
        note TEXT
      ) STRICT;
      CREATE INDEX deliverable_step_deliverable ON deliverable_step (deliverable_id);

      CREATE TABLE milestone (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT milestone_number UNIQUE,
        title TEXT NOT NULL,
        due_month INTEGER CHECK (due_month >= 1),
        due_day TEXT,
        verification TEXT,
        achieved_on TEXT,
        forecast_on TEXT,
        extra TEXT,
        CHECK ((due_month IS NULL) <> (due_day IS NULL))
      ) STRICT;

      CREATE TABLE milestone_work_package (
        id INTEGER PRIMARY KEY,
        milestone_id INTEGER NOT NULL
          CONSTRAINT milestone_work_package_milestone REFERENCES milestone (id),
        work_package_id INTEGER NOT NULL
          CONSTRAINT milestone_work_package_package REFERENCES work_package (id),
        CONSTRAINT milestone_work_package_once UNIQUE (milestone_id, work_package_id)
      ) STRICT;
      CREATE INDEX milestone_work_package_package ON milestone_work_package (work_package_id);

      CREATE TABLE milestone_lead (
        id INTEGER PRIMARY KEY,
        milestone_id INTEGER NOT NULL
          CONSTRAINT milestone_lead_milestone REFERENCES milestone (id),
        partner_id INTEGER NOT NULL CONSTRAINT milestone_lead_partner REFERENCES partner (id),
        CONSTRAINT milestone_lead_once UNIQUE (milestone_id, partner_id)
      ) STRICT;
      CREATE INDEX milestone_lead_partner ON milestone_lead (partner_id);
      """)
}
