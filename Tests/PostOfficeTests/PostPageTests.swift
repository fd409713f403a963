import Foundation
import Testing

@testable import PostOffice

extension `A post office` {
  /// The session in the documents that needs a server is typed, and prints what the page says.
  @Suite struct `Its page` {
    private static let page = "docs/sessions/post-office.md"

    private static var isWanted: Bool {
      let wanted = Repository.variable("BLUES_SESSION") ?? ""
      return ["", "post-office"].contains(wanted)
    }

    @Test(.enabled(if: isWanted))
    func `a page prints what it says, with a server of its own`() throws {
      let document = ConsoleDocument(try Repository.read(Self.page))
      try #require(document.commands.count > 30)
      // Of its own, since the page makes roles that the other tests have.
      let server = try PostgresServer()
      let environment = [
        "PGHOST": server.folder, "PGPORT": "\(server.port)", "PGUSER": "keeper",
        "PGDATABASE": "postgres",
      ]
      let place = try Place()
      var shown: [String] = []
      for command in document.commands {
        let printed = ConsoleDocument.shown(
          try place.run(command.text, environment: environment))
        shown.append(printed)
        guard !Repository.isUpdating else { continue }
        #expect(
          printed == command.printed,
          "\(Self.page):\(command.line): $ \(command.text)\n`make golden` writes what is printed now"
        )
      }
      if Repository.isUpdating { try Repository.write(document.updated(shown), to: Self.page) }
      try expectSchemas(in: place, environment)
    }

    /// What the commands print as JSON is in docs/reference/schemas as the other documents are.
    private func expectSchemas(in place: Place, _ environment: [String: String]) throws {
      func files(_ command: String, _ words: [String]) throws -> JSONSchemaFile {
        let seen = try words.map { words in
          let ran = try place.run(
            "PGPASSFILE=pass \(command) \(words) --json 2> said.txt", environment: environment)
          let value = try JSONText(ran.output)
          guard case .object(let members) = value, case .string(let name)? = members["schema"]
          else { throw Place.Fault(what: "\(command) \(words): \(ran.output)") }
          return JSONSchemaFile(name: name, commands: [command], shape: JSONShape(value))
        }
        return seen.dropFirst().reduce(seen[0]) { $0.union($1) }
      }
      let (np, bnpt) = ("postgresql://np@127.0.0.1/post", "postgresql://bnpt@127.0.0.1/post")
      // One that is no parcel is refused, and has no number.
      try place.must("cp pass np/out/other.parcel")
      let sent = try files("blues share post send", ["np/out --to \(np) --db np/blues.db"])
      let fetched = try files("blues share post fetch", ["np/in --to \(np) --db np/blues.db"])
      let made = try files("blues share post setup", ["--to \(bnpt) --db bnpt/blues.db"])
      for file in [sent.union(fetched), made] {
        if Repository.isUpdating { try Repository.write(file.text(), to: file.path) }
        #expect(try Repository.read(file.path) == file.text(), "\(file.path) is stale")
      }
      #expect([sent.path, made.path] == JSONSchemaFile.ofPostOffice.sorted(by: >))
    }
  }
}
