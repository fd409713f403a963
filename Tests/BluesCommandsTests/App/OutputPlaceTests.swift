import Glibc
import Testing

@testable import BluesCommands

@Suite struct `The output file is held before anything changes` {
  private func project() throws -> Folder {
    let folder = try Folder()
    #expect(
      Launch.run(["init", "--db", folder("p.db"), "--json", "-o", folder("init.json")]) == 0)
    return folder
  }

  private func run(_ folder: Folder, _ words: String...) -> Int32 {
    Launch.run(words + ["--db", folder("p.db")])
  }

  @Test func `a change whose answer finds its place taken is not made`() throws {
    let folder = try project()
    let taken = folder("init.json")
    let words = ["partner", "add", "XX", "Example", "--db", folder("p.db"), "-o", taken]
    #expect(Launch.run(words) == 73)
    #expect(run(folder, "partner", "show", "XX") == 4)
    #expect(Launch.run(words + ["--force"]) == 0)
    #expect(run(folder, "partner", "show", "XX", "-o", folder("xx.json")) == 0)
    #expect(try folder.text("xx.json").contains("\"code\": \"XX\""))
  }

  @Test func `a change that fails leaves no file and nothing beside it`() throws {
    let folder = try project()
    let before = folder.names
    #expect(run(folder, "partner", "set", "NOBODY", "--city", "X", "-o", folder("a.json")) == 4)
    #expect(folder.names == before)
  }

  @Test func `a project whose answer finds its place taken is not started`() throws {
    let folder = try project()
    let words = ["init", "--db", folder("q.db"), "--json", "-o", folder("init.json")]
    #expect(Launch.run(words) == 73)
    #expect(!folder.names.contains("q.db"))
  }

  @Test func `the sentence about a change goes to a text file as well`() throws {
    let folder = try project()
    #expect(run(folder, "partner", "add", "XX", "Example", "-o", folder("a.txt")) == 0)
    #expect(try folder.text("a.txt") == "Added partner XX.\n")
  }

  @Test func `an export whose place is taken reads nothing`() throws {
    let folder = try project()
    #expect(
      run(folder, "partner", "contact", "export", "-o", folder("init.json")) == 73)
    #expect(run(folder, "partner", "contact", "export", "-o", folder("c.csv")) == 0)
    #expect(try folder.text("c.csv").hasPrefix("blues_id,organisation,"))
  }

  @Test func `lists and things are workbooks too`() throws {
    let folder = try project()
    #expect(run(folder, "partner", "list", "-o", folder("a.xlsx")) == 0)
    #expect(run(folder, "partner", "show", "AV", "--format", "xlsx", "-o", folder("b")) == 0)
    #expect(
      run(folder, "partner", "contact", "export", "--template", "xlsx", "-o", folder("t.xlsx"))
        == 0)
    for name in ["a.xlsx", "b", "t.xlsx"] {
      var found = stat()
      #expect(stat(folder(name), &found) == 0)
      #expect(found.st_mode & 0o777 == 0o600)
    }
  }
}
