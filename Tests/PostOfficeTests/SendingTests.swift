import Basics
import Testing

@testable import PostOffice

extension `A post office` {
  @Suite struct Sending {
    @Test func `the same parcel twice is there once, and told`() throws {
      let post = try Post()
      let office = try post.office("np")
      #expect(
        try office.send(Parcel("NP", to: "LC")) == PostOffice.Sent(isNew: true, link: .local))
      #expect(
        try office.send(Parcel("NP", to: "LC")) == PostOffice.Sent(isNew: false, link: .local))
      #expect(try post.office("lc").mail().count == 1)
    }

    @Test func `one number with other bytes is another parcel, for its recipient to judge`() throws
    {
      let post = try Post()
      #expect(try post.office("np").send(Parcel("NP", to: "LC", 1, "one")).isNew)
      #expect(try post.office("np").send(Parcel("NP", to: "LC", 1, "two")).isNew)
      #expect(
        try post.office("lc").mail().map(\.summary) == ["NP 1: NP LC 1 one", "NP 1: NP LC 1 two"])
    }

    @Test(arguments: [
      // Both act when the layout was looked at already.
      "RETURN NULL",
      "NEW.recipient := 'ST'; NEW.id := 1; NEW.received_at := clock_timestamp(); RETURN NEW",
    ])
    func `one that the server did not keep is not called there already`(body: String) throws {
      let post = try Post()
      let owner = try post.connection(Post.owner)
      let office = try post.office("np")
      let connection = try office.enter()
      _ = try owner.ask(
        """
        CREATE OR REPLACE FUNCTION blues_post.number_parcel() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        BEGIN \(body); END $$
        """)
      let parcel = Parcel("NP", to: "LC")
      let problem = PostOfficeProblem.notKept(place: connection.place)
      #expect(throws: problem) { try office.put(parcel.label, parcel.bytes, connection) }
      #expect(problem.kind == .inputOutput)
      #expect(
        problem.reason == """
          The server at \(connection.place) did not keep the parcel. Ask its owner what takes \
          parcels away: a rule or a trigger of another program.
          """)
    }

    @Test func `only as oneself`() throws {
      let post = try Post()
      let problem = PostOfficeProblem.notTheSender(post.role("np"), sender: "CL", partner: "NP")
      #expect(throws: problem) { try post.office("np").send(Parcel("CL", to: "LC")) }
      #expect(
        problem.reason == """
          The parcel is from CL, but np sends as NP. Connect as the role of the sender.
          """)
    }

    @Test func `what does not fit its label, is empty or too large is refused before it is sent`()
      throws
    {
      // Nothing listens there: a refusal by the server would be another problem.
      var office = try PostOffice(
        address: "postgresql://np@127.0.0.1:\(Listener.freePort())/blues")
      office.limit = 1000
      let parcel = Parcel("NP", to: "LC")
      #expect(throws: PostOfficeProblem.wrongDigest) { try office.send(parcel.label, [1]) }
      #expect(throws: PostOfficeProblem.noBytes) { try office.send(parcel.label, []) }
      let large = Parcel("NP", to: "LC", bytes: [UInt8](repeating: 1, count: 1001))
      let problem = PostOfficeProblem.tooLarge(size: 1001, limit: 1000)
      #expect(throws: problem) { try office.send(large) }
      #expect(
        problem.reason == """
          The parcel has 1001 bytes; a post office takes at most 1000. Bring it another way, such \
          as a shared folder.
          """)
    }

    @Test(arguments: ["x", "y' , body = 'x", "Ærø \\ \"NP\""])
    func `names come back as they were`(project: String) throws {
      let post = try Post()
      for (role, partner) in [("np", "Nørd\\"), ("lc", "L'C")] {
        _ = try post.office(Post.owner).admit(
          PostOffice.Member(role: role, project: project, partner: partner))
      }
      let parcel = Parcel("Nørd\\", to: "L'C", Int64.max, project: project)
      _ = try post.office("np").send(parcel)
      #expect(try post.office("lc").labels(project: project).map(\.label) == [parcel.label])
    }

    @Test func `five clients at once: each parcel is there once, in the order of its sender`()
      throws
    {
      let post = try Post()
      let parcels = 1...6
      let counts = try atOnce(5) { index in
        let sender = Post.partners[index]
        let office = try post.office(sender.lowercased())
        var new = 0
        for number in parcels {
          for recipient in Post.partners where recipient != sender {
            // Each of them twice, as by two people of a partner.
            for _ in 1...2 {
              new += try office.send(Parcel(sender, to: recipient, Int64(number))).isNew ? 1 : 0
            }
          }
        }
        return new
      }
      #expect(counts == [24, 24, 24, 24, 24])
      for recipient in Post.partners {
        let mail = try post.office(recipient.lowercased()).mail()
        for sender in Post.partners where sender != recipient {
          #expect(
            mail.map(\.summary).filter { $0.hasPrefix(sender) }
              == parcels.map { "\(sender) \($0): \(sender) \(recipient) \($0) sealed" })
        }
        #expect(mail.count == 24)
      }
    }

    @Test func `five clients at once with one parcel: one is new`() throws {
      let post = try Post()
      let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      let parcel = Parcel("NP", to: "LC", bytes: bytes)
      let new = try atOnce(5) { _ in try post.office("np").send(parcel).isNew }
      #expect(new.filter { $0 }.count == 1)
      #expect(try post.office("lc").mail().map(\.content) == [.whole(bytes)])
    }
  }
}
