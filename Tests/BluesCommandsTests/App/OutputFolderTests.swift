import Foundation
import Testing

@testable import BluesCommands

@Suite final class `A folder that appears whole` {
  private let folder: Folder
  /// No process has this number.
  private static let dead = 2_147_483_646

  init() throws { folder = try Folder() }

  deinit { try? FileManager.default.removeItem(atPath: folder.path) }

  private func make(_ name: String, with file: String) throws {
    let path = folder(name)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data("kept".utf8).write(to: URL(fileURLWithPath: "\(path)/\(file)"))
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder("")).sorted() }
  }

  @Test func `what an interrupted command was replacing is back`() throws {
    try make("reports.old-\(Self.dead)", with: "status.json")
    let problem = #expect(throws: OutputProblem.self) {
      try OutputFolder(
        folder("reports"), overwriting: false, isOurs: OutputFolder.hasIndex)
    }
    #expect(problem == .thereAlready(folder("reports")))
    #expect(try names == ["reports"])
    #expect(try folder.text("reports/status.json") == "kept")
  }

  @Test func `what an interrupted command left beside its folder goes`() throws {
    try make("reports.part-\(Self.dead)", with: "status.json")
    let made = try OutputFolder(
      folder("reports"), overwriting: false, isOurs: OutputFolder.hasIndex)
    try made.write("a.txt", Array("a".utf8))
    #expect(try names == ["reports.blues.part-\(ProcessInfo.processInfo.processIdentifier)"])
    try made.finish()
    #expect(try names == ["reports"])
    #expect(try folder.text("reports/a.txt") == "a")
  }

  @Test func `it is for its owner alone, as its files are`() throws {
    let made = try OutputFolder(
      folder("letters"), overwriting: false, isOurs: OutputFolder.hasIndex)
    try made.write("C1.txt", Array("a".utf8))
    try made.finish()
    for (name, mode) in [("letters", 0o700), ("letters/C1.txt", 0o600)] {
      let facts = try FileManager.default.attributesOfItem(atPath: folder(name))
      #expect(facts[.posixPermissions] as? Int == mode, "\(name)")
    }
  }

  @Test func `a folder of others stays`() throws {
    try make("reports", with: "diary.txt")
    #expect(throws: OutputProblem.foreignFolder(folder("reports"))) {
      try OutputFolder(
        folder("reports"), overwriting: true, isOurs: OutputFolder.hasIndex)
    }
    #expect(try folder.text("reports/diary.txt") == "kept")
  }

  @Test(arguments: ["", "-", ".", "..", "/", "reports/.", "reports/../", "here/-"])
  func `a place without a name of its own is refused before anything is made`(place: String) throws
  {
    try make("reports", with: "index.html")
    #expect(
      throws: OutputProblem.cannotCreate(
        place.isEmpty ? "The folder" : place, "give the folder a name of its own")
    ) {
      try OutputFolder(place, overwriting: true, isOurs: OutputFolder.hasIndex)
    }
  }

  @Test func `letters are replaced when asked, and nothing else is`() throws {
    try Data("Dear {name},".utf8).write(to: URL(fileURLWithPath: folder("letter.md")))
    #expect(run("init", "-o", folder("init.txt")) == 0)
    let contact = ["--name", "Ana", "--basis", "consent", "--basis-date", "2021-03-01"]
    #expect(run(["partner", "contact", "add"] + contact + ["-o", folder("add.txt")]) == 0)
    let words = ["partner", "contact", "letter", folder("letter.md"), "--format", "markdown"]
    #expect(run(words + ["-o", folder("letters")]) == 0)
    #expect(try folder.text("letters/C1.md") == "Dear Ana,\n")
    #expect(run(words + ["-o", folder("letters")]) == 73)
    #expect(run(words + ["-o", folder("letters"), "--force"]) == 0)
    try make("letters", with: "diary.txt")
    #expect(run(words + ["-o", folder("letters"), "--force"]) == 73)
    #expect(try folder.text("letters/diary.txt") == "kept")
  }

  private func run(_ words: String...) -> Int32 { run(words) }

  private func run(_ words: [String]) -> Int32 { Launch.run(words + ["--db", folder("p.db")]) }
}
