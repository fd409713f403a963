extension Migration {
  /// What the scheme asks a host or visitor for, and what its partnership decided on it.
  static let profiles = Migration(
    sql: """
      ALTER TABLE profile ADD COLUMN technologies TEXT;
      ALTER TABLE profile ADD COLUMN activities TEXT;
      ALTER TABLE profile ADD COLUMN preferred_countries TEXT;
      ALTER TABLE profile ADD COLUMN motivation TEXT;
      -- The cluster with a profile on ECCP that the organisation belongs to.
      ALTER TABLE profile ADD COLUMN eccp TEXT;
      -- The managing partnership, when it is another than this project's.
      ALTER TABLE profile ADD COLUMN partnership TEXT;
      ALTER TABLE profile ADD COLUMN city TEXT;
      -- Latitude and longitude in degrees: `43.6109,3.8772`.
      ALTER TABLE profile ADD COLUMN coordinates TEXT;
      -- How many visitors a host takes in all.
      ALTER TABLE profile ADD COLUMN capacity INTEGER
        CONSTRAINT profile_capacity CHECK (capacity >= 0);
      ALTER TABLE profile ADD COLUMN cv INTEGER NOT NULL DEFAULT 0
        CONSTRAINT profile_cv CHECK (cv IN (0, 1));
      ALTER TABLE profile ADD COLUMN assessment TEXT
        CONSTRAINT profile_assessment CHECK (assessment IN ('accepted', 'rejected'));
      ALTER TABLE profile ADD COLUMN assessed_on TEXT;
      ALTER TABLE profile ADD COLUMN assessment_note TEXT;
      -- Kept columns of a list, as a JSON object.
      ALTER TABLE profile ADD COLUMN extra TEXT;
      """)
}
