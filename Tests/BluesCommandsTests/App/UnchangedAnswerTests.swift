import Glibc
import Testing

@testable import BluesCommands

/// What is answered where the values are there already, and where words cannot be read.
@Suite struct `A change that changes nothing` {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    #expect(Launch.run(["init", "--db", folder("p.db"), "-o", folder("init.txt")]) == 0)
  }

  private func run(_ words: String...) throws -> String {
    let code = Launch.run(words + ["--db", folder("p.db"), "-o", folder("out.txt"), "--force"])
    return code == 0 ? try folder.text("out.txt") : "exit \(code)"
  }

  @Test func `says so, and leaves no step in the history`() throws {
    #expect(try run("wp", "risk", "add", "R1", "Nobody comes", "--owner", "NP") == "Added R1.\n")
    #expect(try run("wp", "risk", "set", "R1", "--owner", "AV") == "Changed R1.\n")
    let again = "Nothing changed: R1 has these values already.\n"
    #expect(try run("wp", "risk", "set", "R1", "--owner", "AV") == again)
    #expect(try run("wp", "risk", "set", "R1", "--owner", "AV", "-n") == again)
    #expect(
      try run("wp", "risk", "set", "R1", "--owner", "NP", "-n")
        == "Dry run, nothing was changed: Changed R1.\n")
    #expect(
      try run("project", "period", "set", "RP1", "--from", "M1")
        == "Nothing changed: RP1 has these months already.\n")
    let steps = try run("history", "--columns", "command", "--format", "csv", "--no-header")
    #expect(steps.split(separator: "\n").count == 3)
  }

  @Test func `words to find have letters or numbers`() throws {
    #expect(try run("find", "") == "exit 64")
    #expect(try run("find", " ", "-") == "exit 64")
    #expect(try run("partner", "label", "add", "L1", "NP", "--level", "gold") != "exit 64")
    #expect(try run("find", "gold").contains("L1"))
    #expect(try run("find", "label").contains("gold label of NP"))
  }

  @Test func `show finds a reporting period by its name`() throws {
    #expect(try run("show", "RP1") == run("report", "period", "show", "RP1"))
    #expect(try run("show", "RP9") == "exit 4")
  }

  @Test(arguments: [
    (["wp", "risk", "add", "R1", "Caf\u{10FEE9}"], "Argument 2", 4),
    (["wp", "risk", "set", "R1", "--note=Caf\u{10FEE9}"], "--note", 4),
    (["wp", "risk", "set", "R1", "--note", "é\u{10FEE9}"], "--note", 3),
  ])
  func `a text that is not UTF-8 is refused with its place`(
    words: [String], what: String, place: Int
  ) {
    let problem = UnreadWord.notUTF8(what, place: place, byte: "\\xE9")
    #expect(throws: problem) { _ = try Launch.parse(words) }
    #expect(problem.message == "\(what) is not UTF-8: byte \(place) is \\xE9.")
  }

  @Test func `a name of a file need not be UTF-8`() throws {
    _ = try Launch.parse(["wp", "risk", "list", "-o", "caf\u{10FEE9}.csv"])
    _ = try Launch.parse(["wp", "risk", "import", "caf\u{10FEE9}.csv"])
  }
}
