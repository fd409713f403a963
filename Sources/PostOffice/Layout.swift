/// The tables of a post office, and how one is recognised.
enum Layout {
  /// What the trigger does.
  static let numbering = """

    BEGIN
      PERFORM pg_advisory_xact_lock(hashtextextended(NEW.project || chr(10) || NEW.recipient, 0));
      NEW.id := nextval('blues_post.parcel_id');
      NEW.received_at := clock_timestamp();
      RETURN NEW;
    END

    """

  /// The statements that make one, in their order.
  static let statements = [
    "CREATE SCHEMA IF NOT EXISTS blues_post",
    """
    CREATE TABLE blues_post.member (
      role name NOT NULL,
      project text NOT NULL,
      partner text NOT NULL,
      PRIMARY KEY (role, project)
    )
    """,
    // Its owner sees all of it; a member sees its own line, by which the rules below know it.
    "ALTER TABLE blues_post.member ENABLE ROW LEVEL SECURITY",
    "CREATE POLICY own ON blues_post.member FOR SELECT USING (role = current_user)",
    // No reference to another table: an error about one would tell a sender what others have.
    """
    CREATE TABLE blues_post.parcel (
      id bigint PRIMARY KEY,
      project text NOT NULL,
      sender text NOT NULL,
      recipient text NOT NULL,
      seq bigint NOT NULL CHECK (seq > 0),
      sha256 bytea NOT NULL CHECK (sha256 = sha256(body)),
      signature bytea NOT NULL CHECK (octet_length(signature) BETWEEN 1 AND \(PostLabel.longestSignature)),
      received_at timestamp with time zone NOT NULL,
      body bytea NOT NULL CHECK (octet_length(body) BETWEEN 1 AND \(PostOffice.largest)),
      CHECK (octet_length(project) BETWEEN 1 AND \(PostLabel.longestName)),
      CHECK (octet_length(sender) BETWEEN 1 AND \(PostLabel.longestName)),
      CHECK (octet_length(recipient) BETWEEN 1 AND \(PostLabel.longestName)),
      UNIQUE (project, sender, recipient, seq, sha256)
    )
    """,
    // Sealed bytes cannot be compressed, so the server need not try.
    "ALTER TABLE blues_post.parcel ALTER COLUMN body SET STORAGE EXTERNAL",
    "CREATE INDEX parcel_by_recipient ON blues_post.parcel (project, recipient, id)",
    "CREATE SEQUENCE blues_post.parcel_id OWNED BY blues_post.parcel.id",
    // The parcels of one recipient are numbered one after the other, and none gets a number before
    // the one ahead of it is there to be seen. So who fetches after a number misses none below it.
    """
    CREATE FUNCTION blues_post.number_parcel() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$\(numbering)$$
    """,
    "REVOKE ALL ON FUNCTION blues_post.number_parcel() FROM PUBLIC",
    """
    CREATE TRIGGER number BEFORE INSERT ON blues_post.parcel
    FOR EACH ROW EXECUTE FUNCTION blues_post.number_parcel()
    """,
    "ALTER TABLE blues_post.parcel ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE blues_post.parcel FORCE ROW LEVEL SECURITY",
    """
    CREATE POLICY post ON blues_post.parcel FOR INSERT WITH CHECK (EXISTS (
      SELECT FROM blues_post.member AS me
      WHERE me.role = current_user AND me.project = parcel.project
        AND me.partner = parcel.sender))
    """,
    """
    CREATE POLICY read ON blues_post.parcel FOR SELECT USING (EXISTS (
      SELECT FROM blues_post.member AS me
      WHERE me.role = current_user AND me.project = parcel.project
        AND me.partner IN (parcel.sender, parcel.recipient)))
    """,
    "REVOKE ALL ON ALL TABLES IN SCHEMA blues_post FROM PUBLIC",
    "REVOKE ALL ON ALL SEQUENCES IN SCHEMA blues_post FROM PUBLIC",
  ]

  /// What a member may do; none of it changes or removes a parcel.
  static func grants(to role: String) -> [String] {
    [
      "GRANT USAGE ON SCHEMA blues_post TO \(role)",
      "GRANT SELECT ON blues_post.member TO \(role)",
      """
      GRANT SELECT, INSERT (project, sender, recipient, seq, sha256, signature, body)
      ON blues_post.parcel TO \(role)
      """,
    ]
  }

  static func withdrawals(from role: String) -> [String] {
    [
      "REVOKE ALL ON blues_post.parcel FROM \(role)",
      "REVOKE ALL ON blues_post.member FROM \(role)",
      "REVOKE ALL ON SCHEMA blues_post FROM \(role)",
    ]
  }

  /// A name as SQL writes one.
  static func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }
}
