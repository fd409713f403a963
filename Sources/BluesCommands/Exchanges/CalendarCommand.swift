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
        A stay is an entry of whole days. A payment that is due has reminders three days before \
        and on the day. Exchanges that did not take place are left out. A calendar that reads the \
        file again moves its entries and makes no duplicates.
        """))

  @Argument(help: "The exchanges, such as EX-017; default: all.", transform: Read.exchange)
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
