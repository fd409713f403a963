extension Migration {
  static let doubles = Migration(
    sql: """
      -- Contacts that were merged into another one. What their list knows them by stays, so that
      -- the same list again finds the survivor instead of making them anew.
      CREATE TABLE merged_contact (
        id INTEGER PRIMARY KEY,
        contact_id INTEGER NOT NULL CONSTRAINT merged_contact_survivor REFERENCES contact (id),
        organisation_id INTEGER
          CONSTRAINT merged_contact_organisation REFERENCES organisation (id),
        partner_id INTEGER CONSTRAINT merged_contact_partner REFERENCES partner (id),
        source TEXT NOT NULL,
        match_key INTEGER NOT NULL,
        fingerprint INTEGER NOT NULL,
        batch INTEGER,
        -- What was known of it by field, and its kept columns, as JSON objects.
        known TEXT NOT NULL,
        extra TEXT
      ) STRICT;
      CREATE INDEX merged_contact_survivor ON merged_contact (contact_id);
      CREATE INDEX merged_contact_organisation ON merged_contact (organisation_id);

      -- Spellings of organisations that were merged into another one.
      CREATE TABLE merged_organisation (
        id INTEGER PRIMARY KEY,
        organisation_id INTEGER NOT NULL
          CONSTRAINT merged_organisation_survivor REFERENCES organisation (id),
        name TEXT NOT NULL,
        short_name TEXT,
        country TEXT,
        type TEXT,
        vat TEXT,
        pic TEXT,
        iban TEXT,
        employees TEXT,
        turnover TEXT,
        balance_total TEXT,
        batch INTEGER,
        -- What was known of it by column, as a JSON object.
        known TEXT NOT NULL
      ) STRICT;
      CREATE INDEX merged_organisation_survivor ON merged_organisation (organisation_id);
      CREATE INDEX merged_organisation_name ON merged_organisation (name, country);

      -- Pairs of which a person said that they are not the same; the lower id first.
      CREATE TABLE distinct_contact (
        id INTEGER PRIMARY KEY,
        one_id INTEGER NOT NULL
          CONSTRAINT distinct_contact_one REFERENCES contact (id) ON DELETE CASCADE,
        other_id INTEGER NOT NULL
          CONSTRAINT distinct_contact_other REFERENCES contact (id) ON DELETE CASCADE,
        CONSTRAINT distinct_contact_once UNIQUE (one_id, other_id),
        CHECK (one_id < other_id)
      ) STRICT;
      CREATE INDEX distinct_contact_other ON distinct_contact (other_id);

      CREATE TABLE distinct_organisation (
        id INTEGER PRIMARY KEY,
        one_id INTEGER NOT NULL
          CONSTRAINT distinct_organisation_one REFERENCES organisation (id) ON DELETE CASCADE,
        other_id INTEGER NOT NULL
          CONSTRAINT distinct_organisation_other REFERENCES organisation (id) ON DELETE CASCADE,
        CONSTRAINT distinct_organisation_once UNIQUE (one_id, other_id),
        CHECK (one_id < other_id)
      ) STRICT;
      CREATE INDEX distinct_organisation_other ON distinct_organisation (other_id);
      """)
}
