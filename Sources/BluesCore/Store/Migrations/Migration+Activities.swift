extension Migration {
  /// Activities with who took part, decisions and actions, labels and strategies.
  ///
  /// Hours, means and scores are whole hundredths; what of the publicity is there is yes, no, or
  /// not known.
  static let activities = Migration(
    sql: """
      CREATE TABLE activity (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT activity_number UNIQUE,
        title TEXT NOT NULL,
        type TEXT NOT NULL CHECK (type IN ('training', 'feedback', 'joint-event', \
      'matchmaking', 'mission', 'meeting', 'communication', 'dissemination')),
        work_package_id INTEGER
          CONSTRAINT activity_work_package REFERENCES work_package (id),
        task_id INTEGER CONSTRAINT activity_task REFERENCES task (id),
        place TEXT,
        starts_on TEXT,
        ends_on TEXT,
        status TEXT NOT NULL CHECK (status IN ('planned', 'ongoing', 'delivered', \
      'postponed', 'cancelled')),
        kind TEXT,
        -- Codes of audiences, a line each.
        audiences TEXT,
        reach INTEGER,
        cost_hundredths INTEGER,
        link TEXT,
        outcome TEXT,
        hours_hundredths INTEGER,
        satisfaction_hundredths INTEGER,
        responses INTEGER,
        emblem TEXT CHECK (emblem IN ('yes', 'no')),
        funding_sentence TEXT CHECK (funding_sentence IN ('yes', 'no')),
        grant_number TEXT CHECK (grant_number IN ('yes', 'no')),
        disclaimer TEXT CHECK (disclaimer IN ('yes', 'no')),
        agency_name TEXT CHECK (agency_name IN ('yes', 'no')),
        programme_name TEXT CHECK (programme_name IN ('yes', 'no')),
        project_name TEXT CHECK (project_name IN ('yes', 'no')),
        note TEXT,
        extra TEXT,
        CHECK (ends_on >= starts_on)
      ) STRICT;
      CREATE INDEX activity_work_package ON activity (work_package_id);
      CREATE INDEX activity_task ON activity (task_id);
      CREATE TABLE activity_partner (
        id INTEGER PRIMARY KEY,
        activity_id INTEGER NOT NULL
          CONSTRAINT activity_partner_activity REFERENCES activity (id),
        partner_id INTEGER NOT NULL
          CONSTRAINT activity_partner_partner REFERENCES partner (id),
        CONSTRAINT activity_partner_once UNIQUE (activity_id, partner_id)
      ) STRICT;
      CREATE INDEX activity_partner_partner ON activity_partner (partner_id);
      CREATE TABLE activity_contact (
        id INTEGER PRIMARY KEY,
        activity_id INTEGER NOT NULL
          CONSTRAINT activity_contact_activity REFERENCES activity (id),
        contact_id INTEGER NOT NULL
          CONSTRAINT activity_contact_contact REFERENCES contact (id),
        side TEXT NOT NULL CHECK (side IN ('member', 'guest')),
        CONSTRAINT activity_contact_once UNIQUE (activity_id, contact_id)
      ) STRICT;
      CREATE INDEX activity_contact_contact ON activity_contact (contact_id);
      CREATE TABLE activity_count (
        id INTEGER PRIMARY KEY,
        activity_id INTEGER NOT NULL
          CONSTRAINT activity_count_activity REFERENCES activity (id),
        -- A code of the list organisation-category, or other.
        type TEXT NOT NULL,
        side TEXT NOT NULL CHECK (side IN ('member', 'guest')),
        persons INTEGER NOT NULL CHECK (persons >= 1),
        CONSTRAINT activity_count_once UNIQUE (activity_id, type, side)
      ) STRICT;

      CREATE TABLE decision (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT decision_number UNIQUE,
        title TEXT NOT NULL,
        meeting_id INTEGER CONSTRAINT decision_meeting REFERENCES activity (id),
        decided_on TEXT,
        note TEXT,
        extra TEXT
      ) STRICT;
      CREATE INDEX decision_meeting ON decision (meeting_id);
      CREATE TABLE action (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT action_number UNIQUE,
        title TEXT NOT NULL,
        meeting_id INTEGER CONSTRAINT action_meeting REFERENCES activity (id),
        owner_id INTEGER CONSTRAINT action_owner REFERENCES partner (id),
        due_on TEXT,
        done_on TEXT,
        note TEXT,
        extra TEXT
      ) STRICT;
      CREATE INDEX action_meeting ON action (meeting_id);
      CREATE INDEX action_owner ON action (owner_id);

      CREATE TABLE label (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT label_number UNIQUE,
        partner_id INTEGER NOT NULL CONSTRAINT label_partner REFERENCES partner (id),
        level TEXT NOT NULL CHECK (level IN ('bronze', 'silver', 'gold')),
        obtained_on TEXT,
        valid_to TEXT,
        score_hundredths INTEGER,
        score_structure_hundredths INTEGER,
        score_governance_hundredths INTEGER,
        score_financing_hundredths INTEGER,
        score_strategy_hundredths INTEGER,
        score_services_hundredths INTEGER,
        score_contacts_hundredths INTEGER,
        score_achievements_hundredths INTEGER,
        improvement_1 TEXT,
        improvement_2 TEXT,
        improvement_3 TEXT,
        note TEXT,
        extra TEXT,
        CHECK (valid_to >= obtained_on)
      ) STRICT;
      CREATE INDEX label_partner ON label (partner_id);
      -- A time for which a label was given before it was renewed.
      CREATE TABLE label_term (
        id INTEGER PRIMARY KEY,
        label_id INTEGER NOT NULL CONSTRAINT label_term_label REFERENCES label (id),
        level TEXT NOT NULL CHECK (level IN ('bronze', 'silver', 'gold')),
        obtained_on TEXT,
        valid_to TEXT,
        score_hundredths INTEGER
      ) STRICT;
      CREATE INDEX label_term_label ON label_term (label_id);
      CREATE TABLE strategy (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT strategy_number UNIQUE,
        title TEXT NOT NULL,
        partner_id INTEGER CONSTRAINT strategy_partner REFERENCES partner (id),
        kind TEXT NOT NULL CHECK (kind IN ('strategy', 'action-plan', 'analysis', \
      'benchmarking', 'survey', 'other')),
        status TEXT NOT NULL CHECK (status IN ('planned', 'ongoing', 'done', 'adopted')),
        done_on TEXT,
        link TEXT,
        note TEXT,
        extra TEXT
      ) STRICT;
      CREATE INDEX strategy_partner ON strategy (partner_id);
      """)
}
