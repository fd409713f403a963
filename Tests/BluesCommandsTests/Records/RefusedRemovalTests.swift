import Testing

@testable import BluesCommands
@testable import BluesCore

/// What is refused is refused before anybody is asked; tests have no terminal to be asked at.
@Suite struct `A removal that is asked for` {
  let folder: Folder

  init() throws {
    folder = try Folder.withProject()
    for line in [
      "partner organisation add Plasma --country DE --cluster NP",
      "partner contact add --name Ana --organisation Plasma --country DE --email ana@example.org",
      "wp d add D1.1 Study --due M6", "wp a add A1 Training --type training --from 2020-05-05",
      "wp a attend A1 C1", "partner contact add --name Bo --email bo@example.org",
    ] { #expect(run(line) == 0, "\(line)") }
  }

  private func run(_ line: String) -> Int32 {
    let words = line.split(separator: " ").map(String.init)
    return Launch.run(words + ["--db", folder("p.db"), "-o", folder("out.txt"), "--force"])
  }

  @Test(
    arguments: [
      ("partner remove NP", 5), ("partner organisation remove O1", 5),
      ("partner contact remove C1", 5), ("partner contact remove C9", 4),
      ("wp d remove D9.9", 4), ("project baseline remove Nothing", 4),
      ("wp d remove D1.1", 64), ("partner contact remove C2", 64),
      ("project period remove RP2", 64),
    ] as [(String, Int32)])
  func `that cannot be made is refused, and any other asks`(line: String, code: Int32) throws {
    let store = try Store.openToRead(
      at: folder("p.db"),
      invocation: Invocation(
        command: "read", who: "tester", at: "2020-09-01T12:00:00Z", today: "2020-09-01"))
    let steps = try store.history.steps().count
    #expect(run(line) == code, "\(line)")
    #expect(try store.history.steps().count == steps)
  }

  @Test func `that is answered beforehand is made`() {
    #expect(run("partner contact remove C2 --yes") == 0)
    #expect(run("partner contact remove C2 --yes") == 4)
  }
}
