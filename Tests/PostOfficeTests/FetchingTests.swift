import Basics
import Foundation
import Testing

@testable import PostOffice

extension `A post office` {
  @Suite struct Fetching {
    @Test func `goes on after the last, in the order of arrival`() throws {
      let post = try Post()
      for seq in 1...3 { _ = try post.office("np").send(Parcel("NP", to: "LC", Int64(seq))) }
      _ = try post.office("st").send(Parcel("ST", to: "LC", 1))
      var seen: [String] = []
      let first = try post.office("lc").fetch(project: "BLUES", since: nil) {
        seen.append($0.summary)
      }
      #expect(
        seen == [
          "NP 1: NP LC 1 sealed", "NP 2: NP LC 2 sealed", "NP 3: NP LC 3 sealed",
          "ST 1: ST LC 1 sealed",
        ])
      #expect(first.count == 4)
      #expect(first.recipient == "LC")
      #expect(!first.isFromStart)
      let none = try post.office("lc").fetch(project: "BLUES", since: first.position) { _ in
        Issue.record("nothing is new")
      }
      #expect(none.position == first.position)
      #expect(none.count == 0)
      _ = try post.office("np").send(Parcel("NP", to: "LC", 4))
      #expect(
        try post.office("lc").mail(since: first.position).map(\.summary)
          == ["NP 4: NP LC 4 sealed"])
    }

    @Test func `a label comes back with all its parts`() throws {
      let post = try Post()
      let parcel = Parcel("NP", to: "LC", 7)
      _ = try post.office("np").send(parcel)
      let delivery = try #require(post.office("lc").mail().first)
      #expect(delivery.posted.label == parcel.label)
      #expect(delivery.posted.size == parcel.bytes.count)
      #expect(delivery.content == .whole(parcel.bytes))
      #expect(
        delivery.posted.receivedAt.wholeMatch(of: /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
      #expect(try post.office("np").labels(project: "BLUES") == [delivery.posted])
    }

    @Test func `only for the partner that the role is`() throws {
      let post = try Post()
      _ = try post.office("np").send(Parcel("NP", to: "LC"))
      #expect(try post.office("lc").labels(project: "BLUES", as: "LC").count == 1)
      let problem = PostOfficeProblem.otherMail(post.role("lc"), partner: "LC", copy: "NP")
      #expect(throws: problem) { try post.office("lc").labels(project: "BLUES", as: "NP") }
      #expect(problem.kind == .notPermitted)
      #expect(
        problem.reason
          == "lc is the role of LC, and this is the copy of NP. Connect as the role of NP.")
    }

    @Test func `a parcel above the limit is told, and those after it come`() throws {
      let post = try Post()
      _ = try post.office("np").send(
        Parcel("NP", to: "LC", 1, bytes: [UInt8](repeating: 1, count: 101)))
      _ = try post.office("np").send(
        Parcel("NP", to: "LC", 2, bytes: [UInt8](repeating: 65, count: 100)))
      let mail = try post.office("lc").mail(limit: 100)
      #expect(mail.map(\.content) == [.tooLarge, .whole([UInt8](repeating: 65, count: 100))])
      #expect(mail.map(\.posted.size) == [101, 100])
    }

    @Test func `bytes that a server changed are told, and those after it come`() throws {
      let post = try Post()
      for seq in 1...2 { _ = try post.office("np").send(Parcel("NP", to: "LC", Int64(seq))) }
      let keeper = try post.connection("keeper")
      _ = try keeper.ask("ALTER TABLE blues_post.parcel DROP CONSTRAINT parcel_check")
      _ = try keeper.ask("UPDATE blues_post.parcel SET body = 'forged' WHERE seq = 1")
      _ = try keeper.ask(
        """
        ALTER TABLE blues_post.parcel ADD CONSTRAINT parcel_check CHECK (sha256 = sha256(body))
        NOT VALID
        """)
      // Only its keeper can make it look as it was.
      _ = try keeper.ask(
        "UPDATE pg_constraint SET convalidated = true WHERE conname = 'parcel_check'")
      #expect(
        try post.office("lc").mail().map(\.summary)
          == ["NP 1: damaged", "NP 2: NP LC 2 sealed"])
    }

    @Test func `the server itself takes no bytes that do not fit their SHA-256`() throws {
      let post = try Post()
      #expect(throws: PostOfficeProblem.refused(place: post.ownRole.place, code: "23514")) {
        try post.connection("np").ask(
          """
          INSERT INTO blues_post.parcel (project, sender, recipient, seq, sha256, signature, body)
          VALUES ('BLUES', 'NP', 'LC', 1, sha256('x'), 'x', 'y')
          """)
      }
    }

    @Test func `a post office laid out anew is read from its first parcel`() throws {
      let post = try Post()
      _ = try post.office("np").send(Parcel("NP", to: "LC", 1))
      let last = try post.office("lc").fetch(project: "BLUES", since: nil) { _ in }
      _ = try post.connection(Post.owner).ask("DROP SCHEMA blues_post CASCADE")
      _ = try post.office(Post.owner).setUp()
      for role in ["np", "lc"] {
        _ = try post.office(Post.owner).admit(
          PostOffice.Member(role: role, project: "BLUES", partner: role.uppercased()))
      }
      _ = try post.office("np").send(Parcel("NP", to: "LC", 2))
      var seen: [String] = []
      let again = try post.office("lc").fetch(project: "BLUES", since: last.position) {
        seen.append($0.summary)
      }
      #expect(seen == ["NP 2: NP LC 2 sealed"])
      #expect(again.isFromStart)
    }

    @Test func `what the caller throws ends the fetch, and the next goes on`() throws {
      struct Full: Error {}
      let post = try Post()
      for seq in 1...3 { _ = try post.office("np").send(Parcel("NP", to: "LC", Int64(seq))) }
      var position: PostPosition?
      #expect(throws: Full.self) {
        try post.office("lc").fetch(project: "BLUES", since: nil) {
          if $0.posted.label.seq == 2 { throw Full() }
          position = $0.posted.position
        }
      }
      #expect(try post.office("lc").mail(since: position).map(\.posted.label.seq) == [2, 3])
    }

    @Test func `none is missed: a later parcel is not seen before an earlier one under way`() throws
    {
      let post = try Post()
      let gate = DispatchSemaphore(value: 0)
      let seen = try atOnce(2) { index in
        if index == 1 {
          gate.wait()
          _ = try post.office("st").send(Parcel("ST", to: "LC", 1))
          return ""
        }
        defer { gate.signal() }
        let slow = try post.connection("np")
        _ = try slow.ask("BEGIN")
        _ = try slow.ask(
          """
          INSERT INTO blues_post.parcel (project, sender, recipient, seq, sha256, signature, body)
          VALUES ('BLUES', 'NP', 'LC', 1, sha256('slow'), 'x', 'slow')
          """)
        gate.signal()
        try post.waitForLock()
        // Nobody waits for another recipient's.
        _ = try post.office("st").send(Parcel("ST", to: "CL", 1))
        let seen = try post.office("lc").mail().map(\.summary).joined()
        _ = try slow.ask("COMMIT")
        return seen
      }
      #expect(seen == ["", ""])
      #expect(
        try post.office("lc").mail().map(\.summary) == ["NP 1: slow", "ST 1: ST LC 1 sealed"])
    }
  }
}
