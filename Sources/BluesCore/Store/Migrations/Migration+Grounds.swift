extension Migration {
  /// What a step of an exchange stands on: the step before it, its papers with their signatures,
  /// the stay as it was agreed.
  ///
  /// The references keep an earlier change from being taken back under a later step.
  static let grounds = Migration(
    sql: """
      CREATE UNIQUE INDEX exchange_stay ON exchange (id, mode, first_day, last_day);

      -- Each row names one thing that the step stands on.
      CREATE TABLE step_ground (
        id INTEGER PRIMARY KEY,
        step_id INTEGER NOT NULL CONSTRAINT step_ground_step REFERENCES exchange_step (id),
        earlier_step_id INTEGER CONSTRAINT step_ground_earlier REFERENCES exchange_step (id),
        paper_id INTEGER CONSTRAINT step_ground_paper REFERENCES paper (id),
        signature_id INTEGER CONSTRAINT step_ground_signature REFERENCES paper_signature (id),
        exchange_id INTEGER,
        mode TEXT,
        first_day TEXT,
        last_day TEXT,
        CONSTRAINT step_ground_stay FOREIGN KEY (exchange_id, mode, first_day, last_day)
          REFERENCES exchange (id, mode, first_day, last_day),
        CHECK ((earlier_step_id IS NOT NULL) + (paper_id IS NOT NULL)
          + (signature_id IS NOT NULL) + (exchange_id IS NOT NULL) = 1)
      ) STRICT;
      CREATE INDEX step_ground_step ON step_ground (step_id);
      CREATE INDEX step_ground_earlier ON step_ground (earlier_step_id)
        WHERE earlier_step_id IS NOT NULL;
      CREATE INDEX step_ground_paper ON step_ground (paper_id) WHERE paper_id IS NOT NULL;
      CREATE INDEX step_ground_signature ON step_ground (signature_id)
        WHERE signature_id IS NOT NULL;
      CREATE INDEX step_ground_stay ON step_ground (exchange_id) WHERE exchange_id IS NOT NULL;
      """)
}
