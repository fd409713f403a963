extension Migration {
  /// The whole way of an exchange from draft to closed, its money and its distance.
  ///
  /// SQLite cannot change a check in place, so both tables are built anew, the referring one before
  /// the one it refers to is dropped; new columns stand at the end, which keeps earlier changesets
  /// applicable.
  static let stays = Migration(
    sql: """
      CREATE TABLE exchange_anew (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT exchange_number UNIQUE,
        host_id INTEGER NOT NULL CONSTRAINT exchange_host REFERENCES profile (id),
        visitor_id INTEGER NOT NULL CONSTRAINT exchange_visitor REFERENCES profile (id),
        mode TEXT NOT NULL CHECK (mode IN ('physical', 'virtual', 'hybrid')),
        first_day TEXT NOT NULL,
        last_day TEXT NOT NULL,
        state TEXT NOT NULL
          CHECK (state IN ('draft', 'applied', 'eligible', 'matched', 'agreed', 'contracted',
            'ongoing', 'completed', 'reported', 'validated', 'paid', 'closed', 'cancelled',
            'withdrawn', 'no_show')),
        -- The edition of the rule book the exchange was agreed under.
        rule_book TEXT,
        -- Exchanges of one group have one number: several visitors at one host.
        group_number INTEGER,
        distance_km INTEGER CHECK (distance_km >= 0),
        -- Where the distance is from, in words.
        distance_basis TEXT,
        agreed_cents INTEGER CHECK (agreed_cents >= 0),
        paid_cents INTEGER CHECK (paid_cents >= 0),
        bank_reference TEXT,
        goals TEXT,
        agenda TEXT,
        -- The figures that the project had other than the edition, as a JSON array.
        rule_figures TEXT,
        CHECK (first_day <= last_day)
      ) STRICT;
      INSERT INTO exchange_anew
        (id, number, host_id, visitor_id, mode, first_day, last_day, state, rule_book)
      SELECT id, number, host_id, visitor_id, mode, first_day, last_day,
        iif(state = 'proposed', 'draft', state), rule_book
      FROM exchange;

      CREATE TABLE exchange_step_anew (
        id INTEGER PRIMARY KEY,
        exchange_id INTEGER NOT NULL
          CONSTRAINT exchange_step_exchange REFERENCES exchange_anew (id),
        step TEXT NOT NULL
          CHECK (step IN ('draft', 'applied', 'eligible', 'matched', 'agreed', 'contracted',
            'ongoing', 'completed', 'reported', 'validated', 'paid', 'closed', 'cancelled',
            'withdrawn', 'no_show')),
        happened_on TEXT NOT NULL,
        note TEXT
      ) STRICT;
      INSERT INTO exchange_step_anew (id, exchange_id, step, happened_on, note)
      SELECT id, exchange_id, iif(step = 'proposed', 'draft', step), happened_on, note
      FROM exchange_step;

      DROP TABLE exchange_step;
      DROP TABLE exchange;
      ALTER TABLE exchange_anew RENAME TO exchange;
      ALTER TABLE exchange_step_anew RENAME TO exchange_step;
      CREATE INDEX exchange_host ON exchange (host_id);
      CREATE INDEX exchange_visitor ON exchange (visitor_id);
      CREATE INDEX exchange_group ON exchange (group_number) WHERE group_number IS NOT NULL;
      CREATE INDEX exchange_step_exchange ON exchange_step (exchange_id);
      """)
}
