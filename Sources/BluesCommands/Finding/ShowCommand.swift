internal import ArgumentParser
internal import BluesCore

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the record of a code, whatever its kind.",
    discussion: examples(
      "blues show D3.1", "blues show EX-001", "blues show C17 --json", "blues show ZINNAE",
      note: """
        The letters of a code say its kind: WP3, T1.2, D3.1, MS1, R2, EX-001, O4, C17, or the \
        short name of a partner. It prints what the show command of that kind prints.
        """))

  @Argument(
    help: ArgumentHelp("The code, such as D3.1, or a partner's short name.", valueName: "code"))
  var anyCode: String
  @Option(
    name: .customLong("at"), help: "What was known at the end of that day, in your time zone.",
    transform: Read.date)
  var at: DateExpression?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try store.toRead(at: at, for: output)
    try CodedKind.of(anyCode, in: store).show(anyCode, store, output)
  }
}
