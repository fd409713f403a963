import Basics
import Testing

@testable import PostOffice

extension `A post office` {
  /// What a partner can do with SQL of its own.
  @Suite struct `Row security` {
    let post: Post

    init() throws {
      post = try Post()
      _ = try post.office("np").send(Parcel("NP", to: "LC"))
      _ = try post.office("lc").send(Parcel("LC", to: "NP"))
    }

    /// What a statement does for a role: how many rows it has or changes, or the refusal's code.
    private func outcome(_ role: String, _ sql: String) throws -> String {
      let connection = try post.connection(role)
      do throws(PostOfficeProblem) {
        let answer = try connection.ask(sql)
        return "\(max(Int(answer.rows), answer.changes))"
      } catch {
        guard let code = error.code else { throw error }
        return code
      }
    }

    @Test func `a member cannot read another's mail`() throws {
      for role in ["cl", "in", "st"] {
        #expect(try outcome(role, "SELECT FROM blues_post.parcel") == "0")
        #expect(try post.office(role).mail() == [])
        #expect(try post.office(role).labels(project: "BLUES") == [])
      }
      // What one sent and what one gets.
      #expect(try outcome("np", "SELECT FROM blues_post.parcel") == "2")
      #expect(try post.office("np").mail().map(\.summary) == ["LC 1: LC NP 1 sealed"])
    }

    @Test func `the same code in another project reads nothing`() throws {
      _ = try post.office(Post.owner).admit(
        PostOffice.Member(role: "stranger", project: "FJORD", partner: "LC"))
      #expect(try outcome("stranger", "SELECT FROM blues_post.parcel") == "0")
    }

    @Test(arguments: ["LC", "CL", "UN", ""])
    func `a member cannot insert as another`(sender: String) throws {
      #expect(
        try outcome(
          "np",
          """
          INSERT INTO blues_post.parcel (project, sender, recipient, seq, sha256, signature, body)
          VALUES ('BLUES', '\(sender)', 'ST', 9, sha256('x'), 'x', 'x')
          """) == "42501")
    }

    @Test func `a member sees only its own line of the members`() throws {
      #expect(try outcome("np", "SELECT FROM blues_post.member") == "1")
      #expect(
        try outcome("np", "INSERT INTO blues_post.member VALUES ('np', 'BLUES', 'LC')") == "42501")
      #expect(try outcome("np", "UPDATE blues_post.member SET partner = 'LC'") == "42501")
    }

    @Test(arguments: [
      "UPDATE blues_post.parcel SET body = 'x'", "DELETE FROM blues_post.parcel",
      "TRUNCATE blues_post.parcel", "DROP TABLE blues_post.parcel",
      "INSERT INTO blues_post.parcel (id) VALUES (1)",
      "INSERT INTO blues_post.parcel (received_at) VALUES (now())",
      "ALTER TABLE blues_post.parcel DISABLE ROW LEVEL SECURITY",
      "SELECT nextval('blues_post.parcel_id')", "CREATE TABLE blues_post.mine (id int)",
    ])
    func `a member cannot change, remove or number a parcel`(sql: String) throws {
      #expect(try outcome("np", sql) == "42501")
      #expect(try post.office("lc").mail().map(\.summary) == ["NP 1: NP LC 1 sealed"])
    }

    @Test func `the owner is under the rules as well`() throws {
      #expect(try outcome(Post.owner, "SELECT FROM blues_post.parcel") == "0")
      #expect(try outcome(Post.owner, "UPDATE blues_post.parcel SET body = 'x'") == "0")
      #expect(try outcome(Post.owner, "DELETE FROM blues_post.parcel") == "0")
      #expect(
        try outcome(
          Post.owner,
          """
          INSERT INTO blues_post.parcel (project, sender, recipient, seq, sha256, signature, body)
          VALUES ('BLUES', 'NP', 'ST', 9, sha256('x'), 'x', 'x')
          """) == "42501")
      #expect(try post.office("lc").mail().map(\.summary) == ["NP 1: NP LC 1 sealed"])
    }

    @Test func `a repeat is known to its sender alone, so no error tells of others' parcels`()
      throws
    {
      // The same label as NP's, but from ST: taken, since it is another sender's.
      let label = Parcel("NP", to: "LC").label
      let insert = """
        INSERT INTO blues_post.parcel (project, sender, recipient, seq, sha256, signature, body)
        VALUES ('BLUES', 'ST', 'LC', 1, '\\x\(label.sha256.hexadecimal)', 'x', 'NP LC 1 sealed')
        """
      #expect(try outcome("st", insert) == "1")
      #expect(try outcome("st", insert) == "23505")
    }

    @Test func `functions and tables that a partner puts in the way are not used`() throws {
      let keeper = try post.connection("keeper")
      for sql in [
        "GRANT CREATE ON DATABASE \(post.database) TO st", "GRANT CREATE ON SCHEMA public TO st",
        "ALTER ROLE np IN DATABASE \(post.database) SET search_path = public, pg_catalog",
      ] { _ = try keeper.ask(sql) }
      let rogue = try post.connection("st")
      for sql in [
        """
        CREATE FUNCTION public.sha256(bytea) RETURNS bytea LANGUAGE sql AS
        $$ SELECT '\\x00'::bytea $$
        """,
        """
        CREATE FUNCTION public.octet_length(bytea) RETURNS int LANGUAGE sql AS
        $$ SELECT 1 / 0 $$
        """,
        """
        CREATE FUNCTION public.chr(int) RETURNS text LANGUAGE sql AS $$ SELECT (1 / 0)::text $$
        """,
        "CREATE TABLE public.pg_class (oid oid)",
      ] { _ = try rogue.ask(sql) }
      _ = try post.office("np").send(Parcel("NP", to: "LC", 2))
      #expect(try post.office("np").labels(project: "BLUES").map(\.label.seq) == [1, 1, 2])
      #expect(try post.office("lc").mail().count == 2)
    }
  }
}
