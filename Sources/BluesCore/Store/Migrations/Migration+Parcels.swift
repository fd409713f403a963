extension Migration {
  /// Whose copy of a shared project a file is, the keys of the partners, and the parcels between them.
  static let parcels = Migration(
    sql: """
      -- The short name of the partner whose copy it is, and what all copies of a project have in
      -- common; none in a project that is not shared.
      ALTER TABLE file ADD COLUMN organisation TEXT;
      ALTER TABLE file ADD COLUMN project TEXT CHECK (length(project) = 32);
      -- Where the numbers that people know rows by begin in this copy.
      ALTER TABLE file ADD COLUMN first_number INTEGER NOT NULL DEFAULT 0
        CHECK (first_number >= 0);

      ALTER TABLE operation ADD COLUMN organisation TEXT;

      CREATE TABLE member_key (
        id INTEGER PRIMARY KEY,
        partner_id INTEGER NOT NULL CONSTRAINT member_key_partner REFERENCES partner (id),
        -- Ed25519, in lower hexadecimal digits.
        public_key TEXT NOT NULL CONSTRAINT member_key_once UNIQUE
          CHECK (length(public_key) = 64),
        admitted_on TEXT NOT NULL,
        admitted_by TEXT NOT NULL,
        reason TEXT NOT NULL,
        revoked_on TEXT,
        revoked_by TEXT,
        revoked_because TEXT,
        CHECK ((revoked_on IS NULL) = (revoked_because IS NULL))
      ) STRICT;

      CREATE INDEX member_key_partner ON member_key (partner_id);

      -- In a parcel one row, which says what it is; in a project those that were sent and received.
      CREATE TABLE parcel (
        id INTEGER PRIMARY KEY,
        direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
        form INTEGER NOT NULL,
        layout INTEGER NOT NULL,
        project TEXT NOT NULL,
        sender TEXT NOT NULL,
        recipient TEXT NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence >= 1),
        -- The number of the sender's file.
        replica INTEGER NOT NULL,
        -- The last parcel of the recipient that the sender had applied.
        base INTEGER,
        period TEXT,
        purpose TEXT NOT NULL CHECK (purpose IN ('share', 'submit', 'return', 'estimate')),
        made_at TEXT NOT NULL,
        -- Rows and a digest for each table, as a JSON object.
        tables TEXT NOT NULL,
        -- Of the sealed file; a parcel does not know these of itself.
        sha256 TEXT CHECK (length(sha256) = 64),
        signature TEXT,
        public_key TEXT,
        state TEXT NOT NULL
          CHECK (state IN ('sent', 'waiting', 'partly', 'applied', 'superseded', 'forked',
                           'refused')),
        reason TEXT,
        CONSTRAINT parcel_once UNIQUE (direction, sender, recipient, sequence, sha256)
      ) STRICT;

      CREATE TABLE parcel_content (
        -- The number of the parcel; its rows as a SQLite file.
        id INTEGER PRIMARY KEY,
        bytes BLOB NOT NULL
      ) STRICT;

      CREATE TABLE parcel_decision (
        id INTEGER PRIMARY KEY,
        -- Whose parcels it is about.
        partner TEXT NOT NULL,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        -- A digest of the row as it was sent; what is sent otherwise later is decided on anew.
        theirs TEXT NOT NULL,
        -- A digest of the row as it was here; one that was refused counts as not changed here.
        ours TEXT NOT NULL,
        decision TEXT NOT NULL CHECK (decision IN ('take', 'refuse', 'park')),
        reason TEXT NOT NULL,
        decided_on TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        CONSTRAINT parcel_decision_once UNIQUE (partner, table_name, row_id)
      ) STRICT;

      CREATE TABLE removed_row (
        id INTEGER PRIMARY KEY,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        -- Whether the person of a contact was erased.
        is_erased INTEGER NOT NULL CHECK (is_erased IN (0, 1)),
        CONSTRAINT removed_row_once UNIQUE (table_name, row_id)
      ) STRICT;
      """)
}
