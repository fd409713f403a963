extension Migration {
  /// What was given out with personal data in it; a row has the number of its step of the history.
  static let disclosures = Migration(
    sql: """
      CREATE TABLE disclosure (
        id INTEGER PRIMARY KEY,
        content TEXT NOT NULL
          CHECK (content IN ('contacts', 'letters', 'dossier', 'payment_order')),
        -- The word of its format, such as csv.
        form TEXT NOT NULL,
        people INTEGER NOT NULL CHECK (people > 0),
        -- Who got it, where that was said.
        recipient TEXT
      ) STRICT;
      """)
}
