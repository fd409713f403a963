import Testing

@testable import BluesCore

@Suite struct `A paper in words` {
  @Test(arguments: [("closing-report", "the closing-report"), ("other", "another paper")])
  func `is called by its kind, where it has one`(kind: String, words: String) throws {
    let paper = Paper(
      id: 1, exchange: try ExchangeCode("EX-001"), kind: kind, file: nil, isCopy: false,
      digest: nil, dated: "2021-02-01", note: nil, signatures: [])
    #expect(paper.inWords == words)
  }
}
