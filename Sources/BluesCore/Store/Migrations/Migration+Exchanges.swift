extension Migration {
  static let exchanges = Migration(
    sql: """
      CREATE TABLE profile (
        id INTEGER PRIMARY KEY,
        organisation_id INTEGER NOT NULL
          CONSTRAINT profile_organisation REFERENCES organisation (id),
        role TEXT NOT NULL CHECK (role IN ('host', 'visitor')),
        category TEXT NOT NULL,
        managing_partner_id INTEGER CONSTRAINT profile_partner REFERENCES partner (id),
        sectors TEXT,
        languages TEXT,
        offers TEXT,
        seeks TEXT,
        available_from TEXT,
        available_to TEXT,
        CONSTRAINT profile_role UNIQUE (organisation_id, role)
      ) STRICT;
      CREATE INDEX profile_partner ON profile (managing_partner_id);

      CREATE TABLE exchange (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT exchange_number UNIQUE,
        host_id INTEGER NOT NULL CONSTRAINT exchange_host REFERENCES profile (id),
        visitor_id INTEGER NOT NULL CONSTRAINT exchange_visitor REFERENCES profile (id),
        mode TEXT NOT NULL CHECK (mode IN ('physical', 'virtual')),
        first_day TEXT NOT NULL,
        last_day TEXT NOT NULL,
        state TEXT NOT NULL
          CHECK (state IN ('proposed', 'agreed', 'ongoing', 'completed', 'cancelled')),
        -- The edition of the rule book the exchange was agreed under.
        rule_book TEXT,
        CHECK (first_day <= last_day)
      ) STRICT;
      CREATE INDEX exchange_host ON exchange (host_id);
      CREATE INDEX exchange_visitor ON exchange (visitor_id);

      CREATE TABLE exchange_step (
        id INTEGER PRIMARY KEY,
        exchange_id INTEGER NOT NULL
          CONSTRAINT exchange_step_exchange REFERENCES exchange (id),
        step TEXT NOT NULL
          CHECK (step IN ('proposed', 'agreed', 'ongoing', 'completed', 'cancelled')),
        happened_on TEXT NOT NULL,
        note TEXT
      ) STRICT;
      CREATE INDEX exchange_step_exchange ON exchange_step (exchange_id);
      """)
}
