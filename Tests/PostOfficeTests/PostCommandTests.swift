import Foundation
import Testing

@testable import PostOffice

extension `A post office` {
  /// The commands, as two partners type them.
  @Suite struct `The commands` {
    let post: Post
    let folder: String

    init() throws {
      post = try Post(isSetUp: false)
      folder = "\(NSTemporaryDirectory())/blues-post-\(UUID().uuidString)"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    }

    /// What a line prints, with what differs each time left out.
    private func run(_ line: String) throws -> String {
      let binaries = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().path
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "(\(line)) 2>&1 || echo \"[exit $?]\""]
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      process.environment = [
        "PATH": "\(binaries):/usr/bin:/bin", "BLUES_TODAY": "2021-03-31", "BLUES_USER": "ana",
        "LC_ALL": "C.UTF-8", "COLUMNS": "100", "NP": post.address("np"),
        "BNPT":
          "host=\(post.server.folder) port=\(post.server.port) user=\(Post.owner) "
          + "dbname=\(post.database)",
      ]
      let output = Pipe()
      process.standardOutput = output
      process.standardInput = FileHandle.nullDevice
      try process.run()
      let bytes = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: bytes, as: UTF8.self)
        .replacing(/-[0-9a-f]{12}\.parcel/, with: "-HASH.parcel")
    }

    private func begin() throws {
      for line in [
        "mkdir -p bnpt np out in npout", "blues init --db bnpt/blues.db",
        "blues share init --as BNPT --db bnpt/blues.db",
        "blues share key make --db np/blues.db --json > key.json",
        "sed -n 's/.*\"public_key\": \"\\(.*\\)\".*/\\1/p' key.json > np.key",
        "blues share key admit NP $(cat np.key) --because 'Read out by phone' --db bnpt/blues.db",
        "blues share pack all -o out --db bnpt/blues.db",
        "blues share init --as NP --from out/BLUES-BNPT-NP-0001.parcel --db np/blues.db --yes",
        "blues share pack coordinator -o npout --db np/blues.db",
      ] {
        let said = try run(line)
        #expect(!said.contains("[exit"), "\(line): \(said)")
      }
    }

    @Test func `a parcel goes from one partner to the other by way of the server`() throws {
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try begin()
      let setup = "blues share post setup --to \"$BNPT\" --db bnpt/blues.db"
      let first = try run("\(setup) --admit coordinator=BNPT --admit np=NP --json")
      #expect(first.contains("\"made\": true"), "\(first)")
      let second = try run("\(setup) --json")
      #expect(second.contains("\"made\": false"), "\(second)")
      #expect(second.contains("\"role\": \"np\""), "\(second)")

      let send = "blues share post send npout --to \"$NP\" --db np/blues.db --json"
      #expect(try words(send) == ["sent"])
      #expect(try words(send) == ["there already"])
      let fetch = "blues share post fetch in --to \"$BNPT\" --db bnpt/blues.db --json"
      #expect(try words(fetch) == ["fetched"])
      #expect(try words(fetch) == ["there already"])
      #expect(
        try run("cd in && ls") == "BLUES-NP-BNPT-0001.parcel\n")
      #expect(
        try run("cmp in/*.parcel npout/*.parcel && echo same") == "same\n")
      let received = try words("blues share receive in --db bnpt/blues.db --json")
      #expect(received == ["waiting"])
    }

    @Test func `others' parcels, an address with a password and a stranger are refused`() throws {
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try begin()
      _ = try run("blues share post setup --to \"$BNPT\" --admit np=NP --db bnpt/blues.db")
      // What the coordinator sent is not NP's to send.
      #expect(
        try words("blues share post send out --to \"$NP\" --db np/blues.db --json") == ["left"])
      #expect(
        try run(
          "blues share post send npout --to postgresql://np:fjord@h/d --db np/blues.db"
        ).hasSuffix("[exit 64]\n"))
      #expect(
        try run("blues share post fetch in --to \"$BNPT\" --db bnpt/blues.db").hasSuffix(
          "[exit 77]\n"))
    }

    @Test func `junk is fetched once, and a parcel that the folder has not again`() throws {
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try begin()
      let setup = "blues share post setup --to \"$BNPT\" --db bnpt/blues.db"
      _ = try run("\(setup) --admit coordinator=BNPT --admit np=NP")
      _ = try run("blues share post send npout --to \"$NP\" --db np/blues.db")
      let project = try post.connection("keeper").ask(
        "SELECT project FROM blues_post.parcel"
      ).text(0)
      _ = try post.connection("np").ask(
        """
        INSERT INTO blues_post.parcel (project, sender, recipient, seq, sha256, signature, body)
        VALUES ('\(project)', 'NP', 'BNPT', 99, sha256('junk'), 'x', 'junk')
        """)
      // By mail, under its first name.
      _ = try run("cp npout/BLUES-NP-BNPT-0001.parcel in/mail.parcel")
      let fetch = "blues share post fetch in --to \"$BNPT\" --db bnpt/blues.db"
      #expect(try words("\(fetch) --json") == ["there already", "refused"])
      let again = try run(fetch)
      #expect(
        again.hasSuffix(
          "1 parcel that a fetch refused before is left out, as in/.refused-parcels says.\n"),
        "\(again)")
      #expect(!again.contains("[exit"), "\(again)")
      #expect(try run("cd in && ls") == "mail.parcel\n")
      // The role of another partner.
      let other = try run("blues share post fetch in --to \"$NP\" --db bnpt/blues.db")
      #expect(other.hasSuffix("[exit 77]\n"), "\(other)")
    }

    /// The outcomes that JSON has, in their order.
    private func words(_ line: String) throws -> [String] {
      let text = try run(line)
      let words = text.matches(of: /"outcome": "([a-z ]+)"/).map { String($0.output.1) }
      return words.isEmpty ? [text] : words
    }
  }
}
