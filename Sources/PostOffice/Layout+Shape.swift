extension Layout {
  /// The parts of a post office in words, and who owns it; anybody may ask, no row without one.
  ///
  /// Blanks and parentheses are left out where versions of the server write them differently.
  static let question = """
    SELECT pg_get_userbyid(c.relowner)::text, pg_has_role(current_user, c.relowner, 'USAGE'),
      concat_ws(E'\\n', \(parts(of: "c")),
        (SELECT \(parts(of: "m")) FROM pg_class AS m
          WHERE m.relnamespace = n.oid AND m.relname = 'member' AND m.relowner = c.relowner),
        (SELECT string_agg(concat_ws('; ', f.proname, f.prosecdef, f.proconfig::text, f.prosrc),
            ', ' ORDER BY f.proname)
          FROM pg_proc AS f WHERE f.pronamespace = n.oid AND f.proowner = c.relowner),
        (SELECT string_agg(DISTINCT g.privilege_type, ', ' ORDER BY g.privilege_type)
          FROM aclexplode(n.nspacl) AS g
          WHERE g.grantee NOT IN (n.nspowner, c.relowner)
            AND (g.grantee = 0 OR g.privilege_type <> 'USAGE' OR g.is_grantable)))
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = 'blues_post' AND c.relname = 'parcel'
    """

  /// What a table is: its columns, rules, triggers and policies, and grants that no member needs.
  private static func parts(of table: String) -> String {
    """
    concat_ws('; ', \(table).relkind, \(table).relrowsecurity, \(table).relforcerowsecurity,
        (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', '
            ORDER BY a.attnum)
          FROM pg_attribute AS a
          WHERE a.attrelid = \(table).oid AND a.attnum > 0 AND NOT a.attisdropped),
        (SELECT string_agg(d.words, ', ' ORDER BY d.words COLLATE "C")
          FROM (SELECT \(plain("pg_get_constraintdef(k.oid)")) AS words FROM pg_constraint AS k
            WHERE k.conrelid = \(table).oid AND k.contype <> 'n') AS d),
        (SELECT string_agg(concat_ws(' ', t.tgname, t.tgenabled::text, t.tgtype,
            t.tgfoid::regproc), ', ' ORDER BY t.tgname)
          FROM pg_trigger AS t WHERE t.tgrelid = \(table).oid AND NOT t.tgisinternal),
        (SELECT string_agg(concat_ws(' ', p.polname, p.polcmd::text, p.polpermissive,
            p.polroles::text, \(plain("pg_get_expr(p.polqual, p.polrelid)")),
            \(plain("pg_get_expr(p.polwithcheck, p.polrelid)"))), ', ' ORDER BY p.polname)
          FROM pg_policy AS p WHERE p.polrelid = \(table).oid),
        (SELECT string_agg('rule ' || r.rulename, ', ' ORDER BY r.rulename)
          FROM pg_rewrite AS r WHERE r.ev_class = \(table).oid),
        (SELECT string_agg(DISTINCT 'grant ' || g.privilege_type, ', '
            ORDER BY 'grant ' || g.privilege_type)
          FROM aclexplode(\(table).relacl) AS g
          WHERE g.grantee <> \(table).relowner
            AND (g.grantee = 0 OR g.privilege_type <> 'SELECT' OR g.is_grantable)),
        (SELECT string_agg(DISTINCT 'grant ' || g.privilege_type || ' ' || a.attname, ', '
            ORDER BY 'grant ' || g.privilege_type || ' ' || a.attname)
          FROM pg_attribute AS a, aclexplode(a.attacl) AS g
          WHERE a.attrelid = \(table).oid AND g.grantee <> \(table).relowner
            AND (g.grantee = 0 OR g.privilege_type <> 'INSERT' OR g.is_grantable
              OR a.attname IN ('id', 'received_at', 'role', 'partner'))))
    """
  }

  private static func plain(_ text: String) -> String {
    "regexp_replace(\(text), '[[:space:]()]', '', 'g')"
  }

  /// What the question answers where the statements were run.
  static let shape = """
    r; t; t; \
    id bigint, project text, sender text, recipient text, seq bigint, sha256 bytea, \
    signature bytea, received_at timestamp with time zone, body bytea; \
    CHECKoctet_lengthbody>=1ANDoctet_lengthbody<=\(PostOffice.largest), \
    CHECKoctet_lengthproject>=1ANDoctet_lengthproject<=\(PostLabel.longestName), \
    CHECKoctet_lengthrecipient>=1ANDoctet_lengthrecipient<=\(PostLabel.longestName), \
    CHECKoctet_lengthsender>=1ANDoctet_lengthsender<=\(PostLabel.longestName), \
    CHECKoctet_lengthsignature>=1ANDoctet_lengthsignature<=\(PostLabel.longestSignature), \
    CHECKseq>0, CHECKsha256=sha256body, \
    PRIMARYKEYid, UNIQUEproject,sender,recipient,seq,sha256; \
    number O 7 blues_post.number_parcel; \
    post a t {0} EXISTSSELECTFROMblues_post.membermeWHEREme.role=CURRENT_USER\
    ANDme.project=parcel.projectANDme.partner=parcel.sender, \
    read r t {0} EXISTSSELECTFROMblues_post.membermeWHEREme.role=CURRENT_USER\
    ANDme.project=parcel.projectANDme.partner=ANYARRAY[parcel.sender,parcel.recipient]
    r; t; f; role name, project text, partner text; PRIMARYKEYrole,project; \
    own r t {0} role=CURRENT_USER
    number_parcel; t; {"search_path=pg_catalog, pg_temp"}; \(numbering)
    """
}
