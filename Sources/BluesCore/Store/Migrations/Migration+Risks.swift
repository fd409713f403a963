extension Migration {
  static let risks = Migration(
    sql: """
      CREATE TABLE risk (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT risk_number UNIQUE,
        title TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('foreseen', 'unforeseen')),
        likelihood TEXT NOT NULL CHECK (likelihood IN ('low', 'medium', 'high')),
        impact TEXT NOT NULL CHECK (impact IN ('low', 'medium', 'high')),
        owner_id INTEGER CONSTRAINT risk_owner REFERENCES partner (id),
        mitigation TEXT,
        raised_on TEXT,
        state TEXT NOT NULL CHECK (state IN ('open', 'occurred', 'closed')),
        state_on TEXT, note TEXT, extra TEXT
      ) STRICT;
      CREATE INDEX risk_owner ON risk (owner_id);
      CREATE TABLE risk_work_package (
        id INTEGER PRIMARY KEY,
        risk_id INTEGER NOT NULL CONSTRAINT risk_work_package_risk REFERENCES risk (id),
        work_package_id INTEGER NOT NULL
          CONSTRAINT risk_work_package_package REFERENCES work_package (id),
        CONSTRAINT risk_work_package_once UNIQUE (risk_id, work_package_id)
      ) STRICT;
      CREATE INDEX risk_work_package_package ON risk_work_package (work_package_id);
      """)
}
