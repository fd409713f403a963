extension Migration {
  /// What became of the submissions of partners for reporting periods.
  static let submissions = Migration(
    sql: """
      CREATE TABLE submission_step (
        id INTEGER PRIMARY KEY,
        partner_id INTEGER NOT NULL CONSTRAINT submission_step_partner REFERENCES partner (id),
        period_id INTEGER NOT NULL CONSTRAINT submission_step_period REFERENCES period (id),
        -- The number of the parcel that submitted; those of the coordinator itself are counted.
        sequence INTEGER NOT NULL CHECK (sequence >= 1),
        -- That a partner submitted is known by its parcel, and here of the coordinator alone.
        step TEXT NOT NULL CHECK (step IN ('submitted', 'withdrawn', 'returned', 'accepted')),
        happened_on TEXT NOT NULL,
        who TEXT NOT NULL,
        reason TEXT,
        -- The key of who submitted or accepted, in lower hexadecimal digits.
        public_key TEXT CHECK (length(public_key) = 64)
      ) STRICT;
      CREATE INDEX submission_step_partner ON submission_step (partner_id);
      CREATE INDEX submission_step_period ON submission_step (period_id);
      """)
}
