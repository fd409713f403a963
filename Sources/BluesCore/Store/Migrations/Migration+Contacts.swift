extension Migration {
  static let contacts = Migration(
    sql: """
      CREATE TABLE contact (
        id INTEGER PRIMARY KEY,
        organisation_id INTEGER CONSTRAINT contact_organisation REFERENCES organisation (id),
        partner_id INTEGER CONSTRAINT contact_partner REFERENCES partner (id),
        name TEXT,
        given_name TEXT,
        family_name TEXT,
        position TEXT,
        email TEXT,
        phone TEXT,
        mobile TEXT,
        fax TEXT,
        website TEXT,
        street TEXT,
        postcode TEXT,
        city TEXT,
        region TEXT,
        country TEXT,
        language TEXT,
        sector TEXT,
        note TEXT,
        external_id TEXT,
        -- Columns of the sender's list that blues has no field for, as a JSON object.
        extra TEXT,
        source TEXT NOT NULL,
        -- What makes a row of a list this contact, and what the row said last, as 64-bit digests.
        match_key INTEGER NOT NULL,
        fingerprint INTEGER NOT NULL,
        batch INTEGER
      ) STRICT;
      CREATE INDEX contact_organisation ON contact (organisation_id);
      CREATE INDEX contact_partner ON contact (partner_id, country);

      CREATE VIRTUAL TABLE contact_search USING fts5 (
        words, detail = none, tokenize = 'ascii'
      );
      """)
}
