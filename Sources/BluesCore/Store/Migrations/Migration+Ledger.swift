extension Migration {
  static let ledger = Migration(
    sql: """
      CREATE TABLE budget_line (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT budget_line_number UNIQUE,
        partner_id INTEGER NOT NULL CONSTRAINT budget_line_partner REFERENCES partner (id),
        category TEXT NOT NULL,
        work_package_id INTEGER
          CONSTRAINT budget_line_work_package REFERENCES work_package (id),
        amount_cents INTEGER NOT NULL,
        amendment INTEGER NOT NULL CHECK (amendment >= 0),
        note TEXT, extra TEXT
      ) STRICT;
      CREATE INDEX budget_line_partner ON budget_line (partner_id);
      CREATE INDEX budget_line_work_package ON budget_line (work_package_id);
      CREATE TABLE cost_line (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT cost_line_number UNIQUE,
        partner_id INTEGER NOT NULL CONSTRAINT cost_line_partner REFERENCES partner (id),
        category TEXT NOT NULL,
        work_package_id INTEGER CONSTRAINT cost_line_work_package REFERENCES work_package (id),
        task_id INTEGER CONSTRAINT cost_line_task REFERENCES task (id),
        incurred_on TEXT NOT NULL,
        paid_on TEXT,
        description TEXT NOT NULL,
        supplier TEXT, invoice TEXT,
        amount_cents INTEGER NOT NULL,
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        vat_cents INTEGER,
        vat_deductible TEXT CHECK (vat_deductible IN ('yes', 'no')),
        foreseen TEXT CHECK (foreseen IN ('yes', 'no')),
        outside_exchanges TEXT CHECK (outside_exchanges IN ('yes', 'no')),
        sender_id TEXT,
        charged_in_id INTEGER CONSTRAINT cost_line_charged_in REFERENCES period (id),
        evidence TEXT, note TEXT, extra TEXT
      ) STRICT;
      CREATE INDEX cost_line_partner ON cost_line (partner_id);
      CREATE INDEX cost_line_work_package ON cost_line (work_package_id);
      CREATE INDEX cost_line_task ON cost_line (task_id);
      CREATE INDEX cost_line_charged_in ON cost_line (charged_in_id);
      CREATE TABLE statement_word (
        id INTEGER PRIMARY KEY,
        partner_id INTEGER NOT NULL CONSTRAINT statement_word_partner REFERENCES partner (id),
        period_id INTEGER NOT NULL CONSTRAINT statement_word_period REFERENCES period (id),
        requested_cents INTEGER,
        receipts_cents INTEGER,
        note TEXT,
        CONSTRAINT statement_word_once UNIQUE (partner_id, period_id)
      ) STRICT;
      CREATE INDEX statement_word_period ON statement_word (period_id);
      """)
}
