import Testing

@testable import BluesCommands

@Suite struct `The usage in a hint` {
  @Test(arguments: [
    (
      "blues wp d justify <codes> ... --because <because> [--on <on>] [--dry-run] [--db <db>]",
      "blues wp d justify <codes> ... --because <because> [<options>]"
    ),
    (
      "blues wp calendar [--partner <partner>] [--alarm <alarm> ...] [--force]",
      "blues wp calendar [<options>]"
    ),
    ("blues completion <shell> [--force]", "blues completion <shell> [--force]"),
    ("blues wp d list <options>", "blues wp d list <options>"),
  ])
  func `shows what is needed, and the rest in one word`(usage: String, short: String) {
    #expect(UsageLine.short(usage) == short)
  }
}
