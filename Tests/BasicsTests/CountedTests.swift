import Testing

@testable import Basics

@Suite struct `Numbers with their nouns` {
  @Test(arguments: [
    (0, "row", "0 rows"), (1, "row", "1 row"), (2, "row", "2 rows"), (1, "entry", "1 entry"),
    (3, "entry", "3 entries"), (2, "day", "2 days"), (2, "address", "2 addresses"),
    (2, "branch", "2 branches"), (2, "index", "2 indexes"),
  ])
  func `one is singular, every other number plural`(count: Int, noun: String, words: String) {
    #expect(counted(count, noun) == words)
  }

  @Test func `a plural of its own, and verbs`() {
    #expect(counted(2, "person", "people") == "2 people")
    #expect(agreeing(1, "is", "are") == "is")
    #expect(agreeing(0, "is", "are") == "are")
  }

  @Test(arguments: [
    ("Not known: ACME Ltd..", "Not known: ACME Ltd."), ("Wait...", "Wait..."), ("Done.", "Done."),
    ("", ""),
  ])
  func `a sentence has one full stop`(text: String, sentence: String) {
    #expect(withOneStop(text) == sentence)
  }
}
