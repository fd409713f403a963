import Glibc
import Testing

@testable import BluesCommands

@Suite struct `Imports of several files` {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    #expect(Launch.run(["init", "--db", folder("p.db"), "-o", folder("init.txt")]) == 0)
    try write("organisation,email\nAqua,ana@example.org\n", "a.csv")
    try write("organisation,email\nWoda,wanda@example.org\n", "c.csv")
  }

  private func write(_ text: String, _ name: String) throws {
    let file = try #require(fopen(folder(name), "w"))
    fputs(text, file)
    fclose(file)
  }

  private func run(_ words: [String], to output: String) -> Int32 {
    Launch.run(
      ["partner", "contact"] + words + [
        "--db", folder("p.db"), "--format", "csv", "-o", folder(output),
      ])
  }

  private func imported(_ words: String...) throws -> (code: Int32, lines: [String]) {
    let code = run(
      ["import"] + ["a.csv", "b.csv", "c.csv"].map { folder($0) } + words, to: "out.csv")
    return (code, try folder.text("out.csv").split(separator: "\n").map(String.init))
  }

  private func emails() throws -> [String] {
    #expect(run(["list", "--columns", "email"], to: "list.csv") == 0)
    return try folder.text("list.csv").split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func `an unknown heading ends it: files before stay, files after are not read`() throws {
    try write("organisation,Wetter\nEau,rain\n", "b.csv")
    let done = try imported()
    #expect(done.code == 65)
    #expect(
      done.lines == [
        "file,result,read,created,updated,unchanged,rejected,warned,rejects_file",
        "a.csv,imported,1,1,0,0,0,0,", "b.csv,failed,,,,,,,", "c.csv,not read,,,,,,,",
      ])
    #expect(try emails() == ["ana@example.org"])
  }

  @Test func `a file that is not there ends it before the first is imported`() throws {
    let files = ["a.csv", "b.csv", "c.csv"].map { folder($0) }
    #expect(run(["import"] + files, to: "out.csv") == 66)
    #expect(!folder.names.contains("out.csv"))
    #expect(try emails() == [])
  }

  @Test func `a rehearsal tells the same and changes nothing`() throws {
    try write("organisation,Wetter\nEau,rain\n", "b.csv")
    #expect(try imported("--dry-run").code == 65)
    #expect(try emails() == [])
  }

  @Test func `where none fails, each is told as imported`() throws {
    try write("organisation,email\nEau,eau@example\n", "b.csv")
    let done = try imported()
    #expect(done.code == 0)
    #expect(done.lines[2] == "b.csv,imported,1,1,0,0,0,1,")
    #expect(try emails() == ["ana@example.org", "eau@example", "wanda@example.org"])
  }

  @Test func `the remark names which were imported, which failed and which were not read`() {
    struct Wrong: Error {}
    let summary = ImportSummary(["a.csv", "b.csv", "c.csv"]) { index in
      if index == 1 { throw Wrong() }
      return ImportSummary.Line(name: "a.csv")
    }
    let answer = summary.answer(isRehearsal: false)
    #expect(answer.remarks == ["Imported: a.csv. Failed: b.csv. Not read: c.csv."])
    #expect(answer.failure is Wrong)
    #expect(
      summary.answer(isRehearsal: true).remarks == [
        "Read without a change: a.csv. Failed: b.csv. Not read: c.csv."
      ])
  }
}
