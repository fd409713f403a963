import Basics
import Testing

@testable import PostOffice

extension `A post office` {
  @Suite struct `Setting up` {
    @Test func `makes it once, and says what it found`() throws {
      let post = try Post(isSetUp: false)
      let office = try post.office(Post.owner)
      #expect(
        try office.setUp()
          == PostOffice.Setup(
            isNew: true, owner: "coordinator", isAboveTheRules: false, link: .local))
      #expect(
        try office.setUp()
          == PostOffice.Setup(
            isNew: false, owner: "coordinator", isAboveTheRules: false, link: .local))
    }

    @Test func `five at once make one`() throws {
      let post = try Post(isSetUp: false)
      let made = try atOnce(5) { _ in try post.office(Post.owner).setUp().isNew }
      #expect(made.filter { $0 }.count == 1)
    }

    @Test func `a superuser is told that it could read the mail`() throws {
      let post = try Post(isSetUp: false)
      #expect(
        try post.office("keeper").setUp()
          == PostOffice.Setup(isNew: true, owner: "keeper", isAboveTheRules: true, link: .local))
      #expect(
        throws: PostOfficeProblem.ownedByAnother(post.ownRole, owner: "keeper")
      ) { try post.office(Post.owner).setUp() }
    }

    @Test func `a role that may not make a schema is told whom to ask`() throws {
      let post = try Post(isSetUp: false)
      let problem = PostOfficeProblem.mayNotCreate(post.role("np"))
      #expect(throws: problem) { try post.office("np").setUp() }
      #expect(
        problem.reason == """
          The role np may not make a schema in the database \(post.database). Ask the owner of the \
          database: GRANT CREATE ON DATABASE \(post.database) TO np.
          """)
    }

    @Test func `a database without a post office, or none at all`() throws {
      let post = try Post(isSetUp: false)
      let missing = PostOfficeProblem.notSetUp(post.role("np"))
      #expect(throws: missing) { try post.office("np").mail() }
      #expect(throws: missing) { try post.office("np").send(Parcel("NP", to: "LC")) }
      #expect(throws: PostOfficeProblem.notSetUp(post.ownRole)) {
        try post.office(Post.owner).members()
      }
      #expect(
        missing.reason == """
          The database \(post.database) at 127.0.0.1:\(post.server.port) has no post office. Its \
          owner sets it up once, and admits each partner's role.
          """)
      let role = PostOfficeProblem.Role(
        name: "np", database: "elsewhere", place: "127.0.0.1:\(post.server.port)")
      let address = post.address("np").replacing(post.database, with: "elsewhere")
      #expect(throws: PostOfficeProblem.databaseMissing(role)) {
        try PostOffice(address: address).mail()
      }
    }

    @Test(arguments: [
      "CREATE TABLE blues_post.parcel (id bigint)",
      "CREATE VIEW blues_post.parcel AS SELECT 1 AS id",
    ])
    func `a table of that name that is not a post office's is left alone`(sql: String) throws {
      let post = try Post(isSetUp: false)
      let owner = try post.connection(Post.owner)
      _ = try owner.ask("CREATE SCHEMA blues_post")
      _ = try owner.ask(sql)
      #expect(throws: PostOfficeProblem.notAPostOffice(post.ownRole)) {
        try post.office(Post.owner).setUp()
      }
      #expect(throws: PostOfficeProblem.notAPostOffice(post.role("np"))) {
        try post.office("np").send(Parcel("NP", to: "LC"))
      }
    }

    @Test(arguments: [
      "ALTER TABLE blues_post.parcel NO FORCE ROW LEVEL SECURITY",
      "ALTER TABLE blues_post.parcel DISABLE TRIGGER number",
      "CREATE POLICY more ON blues_post.parcel FOR SELECT USING (true)",
      "ALTER TABLE blues_post.parcel DROP CONSTRAINT parcel_project_sender_recipient_seq_sha256_key",
      "ALTER TABLE blues_post.parcel ADD COLUMN note text",
      "ALTER TABLE blues_post.parcel DROP CONSTRAINT parcel_check",
      "CREATE RULE away AS ON INSERT TO blues_post.parcel DO INSTEAD NOTHING",
      """
      CREATE OR REPLACE FUNCTION blues_post.number_parcel() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN NEW.recipient := 'ST'; RETURN NEW; END $$
      """,
      "GRANT UPDATE, DELETE ON blues_post.parcel TO PUBLIC",
      "GRANT UPDATE (body) ON blues_post.parcel TO lc",
      "GRANT INSERT (id) ON blues_post.parcel TO lc",
      "GRANT CREATE ON SCHEMA blues_post TO lc",
      "GRANT INSERT ON blues_post.member TO lc",
      "ALTER TABLE blues_post.member DISABLE ROW LEVEL SECURITY",
      "CREATE POLICY more ON blues_post.member FOR SELECT USING (true)",
    ])
    func `one whose rules were weakened is used by nobody`(sql: String) throws {
      let post = try Post()
      _ = try post.connection(Post.owner).ask(sql)
      let problem = PostOfficeProblem.notAPostOffice(post.role("np"))
      #expect(throws: problem) { try post.office("np").send(Parcel("NP", to: "LC")) }
      #expect(throws: problem) { try post.office("np").mail() }
    }

    @Test func `a table half made by somebody else makes the whole set-up nothing`() throws {
      let post = try Post(isSetUp: false)
      let owner = try post.connection(Post.owner)
      _ = try owner.ask("CREATE SCHEMA blues_post")
      _ = try owner.ask("CREATE TABLE blues_post.member (role name)")
      #expect(throws: PostOfficeProblem.notAPostOffice(post.ownRole)) {
        try post.office(Post.owner).setUp()
      }
      #expect(try owner.ask(Layout.question).rows == 0)
    }
  }
}

extension Post {
  /// The owner on the socket.
  var ownRole: PostOfficeProblem.Role {
    PostOfficeProblem.Role(
      name: Self.owner, database: database, place: "\(server.folder):\(server.port)")
  }
}
