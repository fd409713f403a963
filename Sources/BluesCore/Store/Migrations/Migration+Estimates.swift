extension Migration {
  /// Estimates between the reports, and what is said of costs that are declared late or accepted.
  static let estimates = Migration(
    sql: """
      CREATE TABLE cost_estimate (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT cost_estimate_number UNIQUE,
        partner_id INTEGER NOT NULL CONSTRAINT cost_estimate_partner REFERENCES partner (id),
        category TEXT NOT NULL,
        -- A month of the calendar, such as 2020-11.
        month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
        amount_cents INTEGER NOT NULL,
        note TEXT, extra TEXT
      ) STRICT;
      CREATE INDEX cost_estimate_partner ON cost_estimate (partner_id);

      -- The figures of the rules on money as they were when a period was locked.
      CREATE TABLE locked_figure (
        id INTEGER PRIMARY KEY,
        step_id INTEGER NOT NULL CONSTRAINT locked_figure_step REFERENCES period_step (id),
        rule TEXT NOT NULL,
        figure TEXT NOT NULL,
        value TEXT NOT NULL,
        -- Why the project had another figure than the programme.
        reason TEXT,
        CONSTRAINT locked_figure_once UNIQUE (step_id, rule, figure)
      ) STRICT;

      -- What the Agency accepted of the costs of a category, where that is not what was declared.
      CREATE TABLE accepted_cost (
        id INTEGER PRIMARY KEY,
        step_id INTEGER NOT NULL CONSTRAINT accepted_cost_step REFERENCES period_step (id),
        partner_id INTEGER NOT NULL CONSTRAINT accepted_cost_partner REFERENCES partner (id),
        category TEXT NOT NULL,
        amount_cents INTEGER NOT NULL,
        CONSTRAINT accepted_cost_once UNIQUE (step_id, partner_id, category)
      ) STRICT;
      CREATE INDEX accepted_cost_partner ON accepted_cost (partner_id);

      -- Why a line is declared later than it was incurred, as the partner says it.
      CREATE TABLE adjustment_reason (
        id INTEGER PRIMARY KEY,
        partner_id INTEGER NOT NULL CONSTRAINT adjustment_reason_partner REFERENCES partner (id),
        period_id INTEGER NOT NULL CONSTRAINT adjustment_reason_period REFERENCES period (id),
        -- The line, such as K12.
        source TEXT NOT NULL,
        reason TEXT NOT NULL,
        CONSTRAINT adjustment_reason_once UNIQUE (partner_id, period_id, source)
      ) STRICT;
      CREATE INDEX adjustment_reason_period ON adjustment_reason (period_id);
      ALTER TABLE declared_line ADD COLUMN reason TEXT;
      """)
}
