extension Migration {
  static let partners = Migration(
    sql: """
      CREATE TABLE partner (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL COLLATE NOCASE CONSTRAINT partner_code UNIQUE,
        name TEXT NOT NULL,
        country TEXT,
        city TEXT,
        role TEXT NOT NULL CHECK (role IN ('coordinator', 'beneficiary', 'associated')),
        website TEXT,
        extra TEXT
      ) STRICT;

      CREATE TABLE organisation (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        short_name TEXT,
        country TEXT,
        type TEXT,
        vat TEXT,
        pic TEXT,
        batch INTEGER
      ) STRICT;
      CREATE INDEX organisation_name ON organisation (name, country);

      -- An organisation belongs to the cluster that a partner runs.
      CREATE TABLE membership (
        id INTEGER PRIMARY KEY,
        organisation_id INTEGER NOT NULL
          CONSTRAINT membership_organisation REFERENCES organisation (id),
        partner_id INTEGER NOT NULL CONSTRAINT membership_partner REFERENCES partner (id),
        batch INTEGER,
        CONSTRAINT membership_once UNIQUE (organisation_id, partner_id)
      ) STRICT;
      CREATE INDEX membership_partner ON membership (partner_id);
      """)
}
