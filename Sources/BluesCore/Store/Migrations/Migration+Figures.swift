extension Migration {
  /// Figures that decide the size class and the account of an organisation, kept as written, and
  /// why a contact may be kept (GDPR, Article 6(1)) and since when.
  static let figures = Migration(
    sql: """
      ALTER TABLE organisation ADD COLUMN iban TEXT;
      ALTER TABLE organisation ADD COLUMN employees TEXT;
      ALTER TABLE organisation ADD COLUMN turnover TEXT;
      ALTER TABLE organisation ADD COLUMN balance_total TEXT;
      ALTER TABLE contact ADD COLUMN basis TEXT
        CHECK (basis IN ('consent', 'contract', 'legal_obligation', 'vital_interests',
                         'public_task', 'legitimate_interests'));
      ALTER TABLE contact ADD COLUMN basis_date TEXT
        CHECK (basis_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
      """)
}
