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

  @Test(arguments: [
    ("wp risk add R1 Late --owner AV --owner NP", "--owner"),
    ("wp risk list --format csv --format=json", "--format"),
    ("wp list -o a.csv --output b.csv", "--output"),
    ("wp a set A1 --note --owner --note x", "--note"),
    ("history --limit 1 --limit 2", "--limit"),
  ])
  func `an option that takes one value is not said twice`(line: String, option: String) throws {
    let problem = RepeatedOption.saidTwice(option)
    #expect(throws: problem) { _ = try parsed(line, as: ListRecords<Risk>.self) }
    #expect(problem.message == "\(option) is given twice, and takes one value.")
    #expect(problem.kind == .usage)
  }

  @Test(arguments: [
    "wp list --where lead=NP --where late>0", "wp a set A1 --audience industry --audience public",
    "wp a set A1 --note --owner", "wp d submit D1.1 --on today -- --on",
    "wp d submit D1.1 --dry-run --dry-run",
  ])
  func `what may be repeated is, and a value is no option`(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let (command, rest) = try CommandLookup.command(of: words, root: Blues.self)
    try RepeatedOption.refuse(Array(rest), of: command)
  }

  @Test func `every option of every command that takes one value is refused twice`() throws {
    var refused = 0
    for leaf in try DumpedCommand.leaves() {
      let described = leaf.described
      for option in described where option.takesValue {
        guard let name = option.longNames.first else { continue }
        let words = [name, "x", "\(name)=y"]
        guard !option.isRepeating else {
          try RepeatedOption.refuse(words, among: described)
          continue
        }
        #expect(throws: RepeatedOption.saidTwice(name), "\(leaf.path)") {
          try RepeatedOption.refuse(words, among: described)
        }
        refused += 1
      }
    }
    #expect(refused > 1_000)
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
