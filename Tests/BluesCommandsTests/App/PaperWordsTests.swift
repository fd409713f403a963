import Basics
import BluesCore
import Testing

@testable import BluesCommands

@Suite struct `The words of paper add` {
  func words(_ text: String) throws -> [String] {
    let words = text.split(separator: " ").map(String.init)
    let read = try PaperWords(ExchangeCode(words[0]), Array(words.dropFirst()))
    return read.codes.map(\.description) + read.papers.map { "\($0.kind.kind)=\($0.file ?? "")" }
  }

  @Test(arguments: [
    ("EX-1 closing-report a.pdf", ["EX-001", "closing-report=a.pdf"]),
    ("EX-1 closing-report", ["EX-001", "closing-report="]),
    ("EX-1 closing a=b.pdf", ["EX-001", "closing-report=a=b.pdf"]),
    ("EX-1 closing=a.pdf travel=b.pdf", ["EX-001", "closing-report=a.pdf", "travel-proof=b.pdf"]),
    ("EX-1 EX-2 3 privacy", ["EX-001", "EX-002", "EX-003", "privacy-notice="]),
    ("EX-1 host-feedback= stay=x=y", ["EX-001", "host-feedback=", "stay-proof=x=y"]),
  ])
  func `are exchanges, then a kind with its file, or kinds with files`(
    text: String, read: [String]
  ) throws {
    #expect(try words(text) == read)
  }

  @Test(arguments: [
    ("EX-1 EX-2", PaperProblem.kindMissing("EX-2")),
    ("EX-1 closing a.pdf b.pdf", .kindMissing("closing")),
    ("EX-1 closing=a.pdf b.pdf", .kindMissing("b.pdf")),
    (
      "EX-1 application a.pdf",
      .ambiguousKind("application", candidates: ["application-visitor", "application-host"])
    ),
  ])
  func `that say no kind are refused`(text: String, problem: PaperProblem) {
    #expect(throws: problem) { try words(text) }
    #expect(problem.kind == .usage)
  }
}
