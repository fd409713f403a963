import BluesCore
import Testing

@testable import BluesCommands

@Suite struct `Hints that fit the command` {
  @Test func `speak only of its own options`() {
    let hints = [
      "once the Agency has agreed: --waive x --because TEXT", "blues exchange rule show x",
    ]
    #expect(FittingHint.of(hints, for: ExchangeCommand.Agree.self) == hints[0])
    #expect(FittingHint.of(hints, for: ExchangeCommand.Set.self) == hints[1])
  }

  @Test func `lose the parts that do not fit`() {
    let hint = ["give the day with --dated; or --copy it", "x --nothing"]
    #expect(FittingHint.of(hint, for: PaperCommand.Add.self) == hint[0])
    #expect(FittingHint.of(["a --dated; b --on"], for: PaperCommand.Sign.self) == "b --on")
    #expect(FittingHint.of(["give it with --dated"], for: PaperCommand.Sign.self) == nil)
    #expect(FittingHint.of(["no option"], for: PaperCommand.Sign.self) == "no option")
  }

  @Test func `may tell another command with its options`() {
    let hint = "blues exchange contract EX-001 --amount \"780 EUR\""
    #expect(FittingHint.of([hint], for: ExchangeCommand.Advance.self) == hint)
  }

  @Test(arguments: [
    (
      "Unknown option '--lat'. Did you mean '--late'?",
      "Unknown option '--lat'. Did you mean '--late'?"
    ),
    ("Unknown option '--xyz'. Did you mean '--on'?", "Unknown option '--xyz'."),
    ("Unknown option '--sizes'. Did you mean '--limit'?", "Unknown option '--sizes'."),
    ("Missing value for '--on <on>'", "Missing value for '--on <on>'"),
  ])
  func `the parser offers only near options`(told: String, shown: String) {
    #expect(NearOption.message(told) == shown)
  }
}
