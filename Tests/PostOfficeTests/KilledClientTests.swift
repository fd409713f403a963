import Foundation
import Glibc
import Testing

@testable import PostOffice

extension `A post office` {
  /// The commands of five partners at once, each of which is killed again and again.
  @Suite struct `Killed clients` {
    /// The partners, and their roles on the server of the tests.
    private static let copies: [(partner: String, role: String)] = [
      ("BNPT", "st"), ("AV", "cl"), ("MCICT", "in"), ("NP", "np"), ("ZINNAE", "lc"),
    ]
    /// How often each command is killed; `BLUES_PROVE` kills more often.
    private static var attempts: Int { Repository.variable("BLUES_PROVE") == nil ? 3 : 60 }

    /// The commands of a client, which it repeats until they end.
    private struct Client: Sendable {
      let folder: String
      let address: String

      var send: [String] {
        ["share", "post", "send", "\(folder)/out", "--to", address, "--db", "\(folder)/blues.db"]
      }
      var fetch: [String] {
        ["share", "post", "fetch", "\(folder)/in", "--to", address, "--db", "\(folder)/blues.db"]
      }
    }

    @Test func `five at once, killed at any point: each parcel is delivered once`() throws {
      let post = try Post(isSetUp: false)
      let place = try Place()
      try prepare(place, post)
      let clients = Self.copies.map {
        Client(folder: $0.partner.lowercased(), address: post.address($0.role))
      }
      let path = place.path
      // More than a command takes while five run: the time of one that has nothing to carry, eight times.
      let start = ContinuousClock.now
      #expect(try Self.run(clients[0].fetch, in: path) == 0)
      let span = (ContinuousClock.now - start) * 8
      let attempts = Self.attempts
      let ended = try atOnce(clients.count) { index in
        var killed = 0
        for attempt in 0..<attempts {
          for (place, words) in [clients[index].send, clients[index].fetch].enumerated() {
            let part = (attempt * clients.count + index) * 2 + place + 1
            let delay = span * part / (attempts * clients.count * 2)
            if try Self.run(words, in: path, killedAfter: delay) == 128 + SIGKILL { killed += 1 }
          }
        }
        #expect(try Self.run(clients[index].send, in: path) == 0)
        return killed
      }
      #expect(ended.reduce(0, +) > 0)
      for client in clients { #expect(try Self.run(client.fetch, in: path) == 0) }

      let server = try post.connection("keeper")
      #expect(try server.ask("SELECT FROM blues_post.parcel").rows == 12)
      #expect(try server.ask("SELECT DISTINCT sha256 FROM blues_post.parcel").rows == 12)
      for client in clients {
        let sent = clients.filter { $0.folder != client.folder }.flatMap { other in
          files("\(path)/\(other.folder)/out").filter {
            $0.key.contains("-\(client.folder.uppercased())-000")
              && $0.key.hasPrefix("BLUES-\(other.folder.uppercased())-")
          }.values
        }
        let fetched = files("\(path)/\(client.folder)/in")
        #expect(fetched.count == (client.folder == "bnpt" ? 8 : 1), "\(fetched.keys)")
        #expect(Set(fetched.values) == Set(sent), "\(client.folder)")
        #expect(fetched.keys.allSatisfy { $0.hasSuffix(".parcel") }, "\(fetched.keys)")
      }
      let received = try place.must("blues share receive bnpt/in --db bnpt/blues.db --json")
      #expect(received.matches(of: /"outcome": "waiting"/).count == 8)
      let again = try place.must("blues share receive bnpt/in --db bnpt/blues.db --json")
      #expect(again.matches(of: /"outcome": "already received"/).count == 8)
    }

    /// Makes five copies, two parcels of each partner for the coordinator and one of it for each, and
    /// the post office.
    private func prepare(_ place: Place, _ post: Post) throws {
      try place.must("mkdir -p bnpt/in bnpt/out")
      try place.must("blues init --db bnpt/blues.db")
      try place.must("blues share init --as BNPT --db bnpt/blues.db")
      let partners = Self.copies.map(\.partner).filter { $0 != "BNPT" }
      for partner in partners {
        let folder = partner.lowercased()
        try place.must(
          """
          mkdir -p \(folder)/in \(folder)/out
          blues share key make --db \(folder)/blues.db --json 2> said.txt > key.json
          key=$(sed -n 's/.*"public_key": "\\(.*\\)".*/\\1/p' key.json)
          blues share key admit \(partner) "$key" --because "By phone" --db bnpt/blues.db
          """)
      }
      try place.must("blues share pack all -o bnpt/out --db bnpt/blues.db")
      for partner in partners {
        let database = "--db \(partner.lowercased())/blues.db"
        let out = "\(partner.lowercased())/out"
        try place.must(
          """
          blues share init --as \(partner) --from bnpt/out/BLUES-BNPT-\(partner)-0001.parcel \
          --yes \(database)
          blues share pack coordinator -o \(out) \(database)
          blues share pack coordinator -o \(out) \(database)
          """)
      }
      let owner =
        "host=\(post.server.folder) port=\(post.server.port) user=\(Post.owner) "
        + "dbname=\(post.database)"
      let admitted = Self.copies.map { "--admit \($0.role)=\($0.partner)" }.joined(separator: " ")
      try place.must("blues share post setup --to \"\(owner)\" \(admitted) --db bnpt/blues.db")
    }

    /// The files of a folder with their bytes.
    private func files(_ folder: String) -> [String: Data] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return Dictionary(
        uniqueKeysWithValues: names.map {
          ($0, FileManager.default.contents(atPath: "\(folder)/\($0)") ?? Data())
        })
    }

    /// Runs a command to its end, or kills it after some time; answers its exit code, or 128 and the
    /// signal.
    private static func run(
      _ words: [String], in folder: String, killedAfter delay: Duration? = nil
    ) throws -> Int32 {
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
      }
      let line = ["/usr/bin/env", "--chdir=\(folder)", "\(Repository.binaries)/blues"] + words
      var arguments: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
      let settings = ["PATH=/usr/bin:/bin", "BLUES_TODAY=2021-03-31", "BLUES_USER=ana"]
      var variables: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
      defer { for text in arguments + variables { free(text) } }
      var child = pid_t()
      guard posix_spawn(&child, line[0], &actions, nil, &arguments, &variables) == 0 else {
        throw PostgresServer.Fault(what: "blues does not start")
      }
      if let delay {
        usleep(UInt32(delay.components.attoseconds / 1_000_000_000_000))
        kill(child, SIGKILL)
      }
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0 && errno == EINTR {}
      let signal = status & 0x7F
      return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
  }
}
