import ArgumentParser
import Basics
import BluesCore
import Tabular
import Testing

@testable import BluesCommands

@Suite struct `Options that cannot be met` {
  @Test(arguments: [
    ("wp list --limit=-1", "--limit takes a number from 1 up."),
    ("partner contact list --limit 0", "--limit takes a number from 1 up."),
    ("history --limit=-3", "--limit takes a number from 1 up."),
    ("wp d import x.csv --max-errors=-1", "--max-errors takes a number from 0 up."),
    ("partner contact import x.csv --limit 0", "--limit takes a number from 1 up."),
    ("inspect x.csv --header-line 0", "--header-line takes a number from 1 up."),
  ])
  func `a number out of its range is refused before anything is done`(
    line: String, sentence: String
  ) throws {
    let said = try #require(refusal(line))
    #expect(said.contains(sentence), "\(said)")
  }

  @Test(arguments: ["\"", "\n", "\r", "ab", ""])
  func `a quote and a line end stand between no cells`(text: String) throws {
    #expect(throws: (any Error).self) { _ = try InputOptions.parse(["--delimiter", text]) }
  }

  @Test func `one file for two answers is refused before anything is read`() throws {
    let folder = try Folder()
    let path = folder("same.txt")
    let options = try ImportOptions.parse([
      folder("list.csv"), "--rejects", path, "--save-mapping", folder("./same.txt"),
    ])
    let problem = OutputProblem.sameFile(
      folder("./same.txt"), options: ["--rejects", "--save-mapping"])
    let request = try options.request()
    let plain = try WriteOptions.parse([])
    #expect(throws: problem) {
      _ = try ListSaying(list: options).take(request, for: plain) { _, _ in
        throw TabularProblem.emptyFile
      }
    }
    #expect(problem.kind == .usage)
    let answer = try ImportOptions.parse([folder("list.csv"), "--save-mapping", path])
    let write = try WriteOptions.parse(["-o", path])
    let both = OutputProblem.sameFile(path, options: ["-o", "--save-mapping"])
    #expect(throws: both) {
      _ = try ListSaying(list: answer).take(request, for: write) { _, _ in
        throw TabularProblem.emptyFile
      }
    }
  }

  @Test func `a list that is not there is told before others are read`() throws {
    let folder = try Folder()
    let options = try ImportOptions.parse([folder("nowhere.csv")])
    let problem = try #require(throws: ListProblem.self) { try options.list.check() }
    #expect(problem.kind == .missingInput)
    #expect(problem.message.contains("it does not exist"))
  }
}
