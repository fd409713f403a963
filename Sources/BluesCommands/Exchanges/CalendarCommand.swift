internal import ArgumentParser
internal import BluesCore
internal import Documents

struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Write stays and terms of payment as a calendar (iCalendar).",
    discussion: examples(
      "blues exchange calendar -o stays.ics",
      "blues exchange calendar EX-001 EX-002",
      note: """
        Stays take whole days; a payment that is due reminds three days before and on the day. \
        Exchanges that did not take place are left out. A calendar that reads the file again moves \
        its entries and doubles none.
        """))

  @Argument(help: "The exchanges, such as EX-017; all otherwise.", transform: Read.exchange)
  var codes: [ExchangeCode] = []
  @OptionGroup var store: StoreOptions
  @OptionGroup var file: FileOptions

  func run() throws {
    let store = try store.toRead(for: file)
    let entries = store.exchangeEntries
    let bytes = CalendarWriter.bytes(
      of: try entries.all(codes), name: try entries.name(), instant: store.invocation.at)
    try file.write(bytes)
  }
}
