extension Migration {
  /// Exchange rates, what became of the reporting periods, and the payments of the grant.
  static let rates = Migration(
    sql: """
      -- Units of a currency for one euro: the digits as published, and how many are decimals.
      CREATE TABLE exchange_rate (
        id INTEGER PRIMARY KEY,
        batch INTEGER,
        digits INTEGER NOT NULL CHECK (digits > 0),
        scale INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 15),
        currency TEXT NOT NULL,
        day TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX exchange_rate_day ON exchange_rate (currency, day);

      -- A rate that the project sets for a currency and period, in place of the average.
      CREATE TABLE period_rate (
        id INTEGER PRIMARY KEY,
        period_id INTEGER NOT NULL CONSTRAINT period_rate_period REFERENCES period (id),
        currency TEXT NOT NULL,
        digits INTEGER NOT NULL CHECK (digits > 0),
        scale INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 15),
        reason TEXT NOT NULL,
        CONSTRAINT period_rate_once UNIQUE (period_id, currency)
      ) STRICT;

      CREATE TABLE period_step (
        id INTEGER PRIMARY KEY,
        period_id INTEGER NOT NULL CONSTRAINT period_step_period REFERENCES period (id),
        -- The place of the step among those of the period, from 1.
        number INTEGER NOT NULL CHECK (number >= 1),
        step TEXT NOT NULL CHECK (step IN ('locked', 'submitted', 'accepted', 'reopened')),
        happened_on TEXT NOT NULL,
        who TEXT NOT NULL,
        reason TEXT,
        -- What was still missing when the period was locked in spite of it, a line each.
        missing TEXT,
        CONSTRAINT period_step_once UNIQUE (period_id, number)
      ) STRICT;

      -- What a lock keeps to the byte.
      CREATE TABLE frozen_document (
        id INTEGER PRIMARY KEY,
        step_id INTEGER NOT NULL CONSTRAINT frozen_document_step REFERENCES period_step (id),
        kind TEXT NOT NULL,
        partner_id INTEGER CONSTRAINT frozen_document_partner REFERENCES partner (id),
        sha256 TEXT NOT NULL,
        content TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX frozen_document_once
        ON frozen_document (step_id, kind, coalesce(partner_id, 0));
      CREATE INDEX frozen_document_partner ON frozen_document (partner_id);

      CREATE TABLE grant_payment (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT grant_payment_number UNIQUE,
        paid_on TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('pre-financing', 'interim', 'balance', 'recovery')),
        amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
        -- The partner it was distributed to; none for what the Agency paid.
        partner_id INTEGER CONSTRAINT grant_payment_partner REFERENCES partner (id),
        reference TEXT, note TEXT, extra TEXT
      ) STRICT;
      CREATE INDEX grant_payment_partner ON grant_payment (partner_id);
      -- The lines of a statement as they were when its period was locked.
      CREATE TABLE declared_line (
        id INTEGER PRIMARY KEY,
        step_id INTEGER NOT NULL CONSTRAINT declared_line_step REFERENCES period_step (id),
        partner_id INTEGER NOT NULL CONSTRAINT declared_line_partner REFERENCES partner (id),
        category TEXT NOT NULL,
        work_package_id INTEGER
          CONSTRAINT declared_line_work_package REFERENCES work_package (id),
        day TEXT NOT NULL,
        source TEXT NOT NULL,
        description TEXT NOT NULL,
        foreseen TEXT CHECK (foreseen IN ('yes', 'no')),
        party TEXT,
        amount_cents INTEGER NOT NULL,
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        euro_cents INTEGER NOT NULL,
        -- The period in which it was incurred, such as RP1.
        incurred TEXT NOT NULL,
        arithmetic TEXT NOT NULL,
        -- The exact person-months as a fraction.
        months_above INTEGER, months_below INTEGER
      ) STRICT;
      CREATE INDEX declared_line_step ON declared_line (step_id);
      CREATE INDEX declared_line_partner ON declared_line (partner_id);
      CREATE INDEX declared_line_work_package ON declared_line (work_package_id);
      """)
}
