import Foundation
import Testing

@testable import PostOffice

extension `A post office` {
  @Suite struct `Broken connections` {
    /// The client is cut off after every so many bytes that it or the server sent.
    @Test(arguments: Listener.Direction.allCases)
    func `a client killed at any point and started again delivers once`(
      direction: Listener.Direction
    ) throws {
      let post = try Post()
      var endings: [String: Int] = [:]
      var limits: [Int] = []
      for limit in stride(from: 0, through: 9000, by: direction == .client ? 53 : 29) {
        let parcel = Parcel("NP", to: "LC", Int64(limits.count + 1))
        limits.append(limit)
        let cutting = try Listener.cutting(after: limit, from: direction, to: post.server.port)
        let ending = try Self.ending { try post.office("np", port: cutting.port).send(parcel) }
        endings[ending, default: 0] += 1
        // Killed and started again, now without a break: what is there is told, the rest is sent.
        let again = try post.office("np").send(parcel)
        if ending == "sent" { #expect(!again.isNew) }
        if ending == "sent", endings["sent"] == 3 { break }
      }
      #expect(endings["sent"] == 3)
      #expect(endings["broken", default: 0] > 20)
      // The server's answer to the parcel itself is shorter than the steps.
      if direction == .client { #expect(endings["unconfirmed", default: 0] > 2) }
      let mail = try post.office("lc").mail().map(\.summary)
      #expect(mail == limits.indices.map { "NP \($0 + 1): NP LC \($0 + 1) sealed" })
    }

    @Test func `a fetch cut at any point is gone on with, and each parcel is handed on once`()
      throws
    {
      let post = try Post()
      for seq in 1...4 {
        _ = try post.office("np").send(
          Parcel("NP", to: "LC", Int64(seq), String(repeating: "x", count: 500)))
      }
      for limit in stride(from: 0, through: 6000, by: 91) {
        let cutting = try Listener.cutting(after: limit, from: .server, to: post.server.port)
        var position: PostPosition?
        var seen: [Int64] = []
        func fetch(_ office: PostOffice) throws {
          _ = try office.fetch(project: "BLUES", since: position) {
            seen.append($0.posted.label.seq)
            position = $0.posted.position
          }
        }
        do throws(any Error) {
          try fetch(post.office("lc", port: cutting.port))
        } catch let problem as PostOfficeProblem {
          #expect(["lost", "unreachable"].contains("\(problem)".prefix { $0 != "(" }))
        }
        try fetch(post.office("lc"))
        #expect(seen == [1, 2, 3, 4])
      }
    }

    @Test func `a server that ends the connection while it takes a parcel has it once`() throws {
      let post = try Post()
      let gate = DispatchSemaphore(value: 0)
      let results = try atOnce(2) { index in
        if index == 0 {
          gate.wait()
          return try post.office("np").send(Parcel("NP", to: "LC", 2)).isNew
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
        let ended = try post.connection("keeper").ask(
          """
          SELECT pg_terminate_backend(pid, 10000) FROM pg_locks
          JOIN pg_database AS d ON d.oid = database
          WHERE datname = '\(post.database)' AND locktype = 'advisory' AND NOT granted
          """)
        // The client comes again, looks, and waits again.
        try post.waitForLock()
        _ = try slow.ask("COMMIT")
        return ended.rows == 1
      }
      #expect(results == [true, true])
      #expect(
        try post.office("lc").mail().map(\.summary) == ["NP 1: slow", "NP 2: NP LC 2 sealed"])
    }

    @Test func `what was confirmed is there after the server lost its power`() throws {
      let server = try PostgresServer()
      let post = try Post(on: server)
      for seq in 1...5 {
        #expect(try post.office("np").send(Parcel("NP", to: "LC", Int64(seq))).isNew)
        try server.order("stop")
        #expect(
          throws: PostOfficeProblem.unreachable(
            place: post.role("np").place, reason: "Connection refused")
        ) { try post.office("lc").mail() }
        try server.order("start")
        #expect(try post.office("lc").mail().map(\.posted.label.seq) == (1...seq).map(Int64.init))
      }
    }

    /// How a sending ended.
    private static func ending(_ send: () throws -> PostOffice.Sent) throws -> String {
      do {
        _ = try send()
        return "sent"
      } catch PostOfficeProblem.unconfirmed {
        return "unconfirmed"
      } catch PostOfficeProblem.lost, PostOfficeProblem.unreachable {
        return "broken"
      }
    }
  }
}
