extension Migration {
  /// What stands behind an exchange: papers with their signatures, persons, approvals, feedback.
  static let papers = Migration(
    sql: """
      CREATE TABLE paper (
        id INTEGER PRIMARY KEY,
        exchange_id INTEGER NOT NULL CONSTRAINT paper_exchange REFERENCES exchange (id),
        kind TEXT NOT NULL,
        -- The path from the project file's folder, or an absolute one; none for a paper that lies
        -- elsewhere.
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
      CREATE INDEX paper_exchange ON paper (exchange_id);

      CREATE TABLE paper_signature (
        id INTEGER PRIMARY KEY,
        paper_id INTEGER NOT NULL CONSTRAINT paper_signature_paper REFERENCES paper (id),
        party TEXT NOT NULL
          CHECK (party IN ('host', 'host-partner', 'visitor', 'visitor-partner')),
        signed_on TEXT NOT NULL,
        CONSTRAINT paper_signature_once UNIQUE (paper_id, party)
      ) STRICT;

      CREATE TABLE exchange_person (
        id INTEGER PRIMARY KEY,
        exchange_id INTEGER NOT NULL
          CONSTRAINT exchange_person_exchange REFERENCES exchange (id),
        contact_id INTEGER NOT NULL CONSTRAINT exchange_person_contact REFERENCES contact (id),
        side TEXT NOT NULL CHECK (side IN ('host', 'visitor')),
        role TEXT,
        CONSTRAINT exchange_person_once UNIQUE (exchange_id, contact_id)
      ) STRICT;
      CREATE INDEX exchange_person_contact ON exchange_person (contact_id);

      -- A rule that the Agency set aside for one exchange.
      CREATE TABLE exchange_approval (
        id INTEGER PRIMARY KEY,
        exchange_id INTEGER NOT NULL
          CONSTRAINT exchange_approval_exchange REFERENCES exchange (id),
        rule TEXT NOT NULL,
        reason TEXT NOT NULL,
        approved_on TEXT NOT NULL,
        CONSTRAINT exchange_approval_once UNIQUE (exchange_id, rule)
      ) STRICT;

      -- A figure that the project has other than the rule book.
      CREATE TABLE rule_figure (
        id INTEGER PRIMARY KEY,
        rule TEXT NOT NULL,
        figure TEXT NOT NULL,
        value TEXT NOT NULL,
        reason TEXT NOT NULL,
        CONSTRAINT rule_figure_once UNIQUE (rule, figure)
      ) STRICT;

      CREATE TABLE feedback (
        id INTEGER PRIMARY KEY,
        exchange_id INTEGER NOT NULL CONSTRAINT feedback_exchange REFERENCES exchange (id),
        side TEXT NOT NULL CHECK (side IN ('host', 'visitor')),
        given_on TEXT NOT NULL,
        text TEXT,
        CONSTRAINT feedback_once UNIQUE (exchange_id, side)
      ) STRICT;

      CREATE TABLE feedback_score (
        id INTEGER PRIMARY KEY,
        feedback_id INTEGER NOT NULL
          CONSTRAINT feedback_score_feedback REFERENCES feedback (id),
        question TEXT NOT NULL,
        score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
        CONSTRAINT feedback_score_once UNIQUE (feedback_id, question)
      ) STRICT;
      """)
}
