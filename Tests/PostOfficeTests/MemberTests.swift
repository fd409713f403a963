import Basics
import Testing

@testable import PostOffice

extension `A post office` {
  @Suite struct Members {
    typealias Member = PostOffice.Member

    @Test func `are admitted once, listed and revoked`() throws {
      let post = try Post()
      let office = try post.office(Post.owner)
      #expect(
        try office.members()
          == Post.partners.map { Member(role: $0.lowercased(), project: "BLUES", partner: $0) })
      #expect(try !office.admit(Member(role: "np", project: "BLUES", partner: "NP")))
      #expect(try office.admit(Member(role: "np", project: "FJORD", partner: "N1")))
      #expect(try office.revoke(role: "np", project: "BLUES"))
      #expect(try !office.revoke(role: "np", project: "BLUES"))
      #expect(
        try office.members().filter { $0.role == "np" }
          == [Member(role: "np", project: "FJORD", partner: "N1")])
    }

    @Test func `a role is one partner in a project`() throws {
      let post = try Post()
      #expect(
        throws: PostOfficeProblem.otherPartner("np", project: "BLUES", partner: "NP")
      ) {
        try post.office(Post.owner).admit(Member(role: "np", project: "BLUES", partner: "LC"))
      }
    }

    @Test func `a partner may have two roles`() throws {
      let post = try Post()
      _ = try post.office(Post.owner).admit(
        Member(role: "stranger", project: "BLUES", partner: "NP"))
      _ = try post.office("stranger").send(Parcel("NP", to: "LC", 1))
      #expect(try !post.office("np").send(Parcel("NP", to: "LC", 1)).isNew)
    }

    @Test func `a role that is missing or above row security is refused`() throws {
      let post = try Post()
      let office = try post.office(Post.owner)
      let place = post.ownRole.place
      #expect(throws: PostOfficeProblem.roleMissing("robert\"; --", place: place)) {
        try office.admit(Member(role: "robert\"; --", project: "BLUES", partner: "NP"))
      }
      #expect(throws: PostOfficeProblem.aboveTheRules("keeper")) {
        try office.admit(Member(role: "keeper", project: "BLUES", partner: "NP"))
      }
    }

    @Test func `only the owner admits`() throws {
      let post = try Post()
      let problem = PostOfficeProblem.notOwner(post.role("np"))
      let member = Member(role: "np", project: "FJORD", partner: "LC")
      #expect(throws: problem) { try post.office("np").admit(member) }
      #expect(throws: problem) { try post.office("np").revoke(role: "cl", project: "BLUES") }
      #expect(throws: problem) { try post.office("np").members() }
    }

    @Test func `the owner may be a partner, and goes on owning when it no longer is`() throws {
      let post = try Post()
      let office = try post.office(Post.owner)
      let member = Member(role: Post.owner, project: "BLUES", partner: "UN")
      #expect(try office.admit(member))
      _ = try post.office("np").send(Parcel("NP", to: "UN"))
      #expect(try office.mail().map(\.summary) == ["NP 1: NP UN 1 sealed"])
      #expect(try office.revoke(role: Post.owner, project: "BLUES"))
      #expect(try office.members().count == 5)
    }

    @Test func `who is revoked neither sends nor fetches, and has its mail when admitted again`()
      throws
    {
      let post = try Post()
      _ = try post.office("np").send(Parcel("NP", to: "LC"))
      _ = try post.office(Post.owner).revoke(role: "lc", project: "BLUES")
      let problem = PostOfficeProblem.notAdmitted(post.role("lc"), project: "BLUES")
      #expect(throws: problem) { try post.office("lc").mail() }
      #expect(throws: problem) { try post.office("lc").send(Parcel("LC", to: "NP")) }
      #expect(
        problem.reason == """
          The role lc is not admitted to the project BLUES. Ask the owner of the post office to \
          admit it.
          """)
      _ = try post.office(Post.owner).admit(Member(role: "lc", project: "BLUES", partner: "LC"))
      #expect(try post.office("lc").mail().map(\.summary) == ["NP 1: NP LC 1 sealed"])
    }

    @Test func `a role that was never admitted is told so`() throws {
      let post = try Post()
      #expect(
        throws: PostOfficeProblem.notAdmitted(post.role("stranger"), project: "BLUES")
      ) { try post.office("stranger").mail() }
      #expect(throws: PostOfficeProblem.notAdmitted(post.role("np"), project: "FJORD")) {
        try post.office("np").send(Parcel("NP", to: "LC", project: "FJORD"))
      }
    }
  }
}
