import Basics
import Testing

@Suite struct `Problems` {
  /// A problem with a way out or without one.
  private struct Sample: Problem {
    var hint: String?
    var message: String { "It is late." }
    var kind: ProblemKind { .failed }
  }

  @Test func `sentence and way out stand on one line`() {
    #expect(Sample(hint: "go home").reason == "It is late. go home")
    #expect(Sample().reason == "It is late.")
  }
}
