extension Migration {
  static let texts = Migration(
    sql: """
      CREATE TABLE report_text (
        id INTEGER PRIMARY KEY,
        section TEXT NOT NULL,
        work_package_id INTEGER CONSTRAINT report_text_package REFERENCES work_package (id),
        partner_id INTEGER CONSTRAINT report_text_partner REFERENCES partner (id),
        period_id INTEGER CONSTRAINT report_text_period REFERENCES period (id),
        content TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX report_text_once ON report_text
        (section, coalesce(work_package_id, 0), coalesce(partner_id, 0), coalesce(period_id, 0));
      CREATE INDEX report_text_package ON report_text (work_package_id);
      CREATE INDEX report_text_partner ON report_text (partner_id);
      CREATE INDEX report_text_period ON report_text (period_id);
      """)
}
