import Testing

@testable import Basics

@Suite struct `Problems in words` {
  /// A problem with a datum at the end of its sentence.
  struct Unknown: Problem {
    let datum: String
    let hint: String?

    var message: String { "Unknown partner: \(datum)." }
    var kind: ProblemKind { .notFound }
  }

  @Test(arguments: [
    ("z.s.", "Unknown partner: z.s."), ("NP", "Unknown partner: NP."),
    ("wait..", "Unknown partner: wait..."),
  ])
  func `a datum with a full stop brings no second one`(datum: String, sentence: String) {
    #expect(Unknown(datum: datum, hint: nil).sentence == sentence)
    #expect(Unknown(datum: datum, hint: nil).reason == sentence)
  }

  @Test func `the way out behind the sentence is a sentence of its own`() {
    #expect(
      Unknown(datum: "z.s.", hint: "did you mean NP?").reason
        == "Unknown partner: z.s. Did you mean NP?")
  }
}
