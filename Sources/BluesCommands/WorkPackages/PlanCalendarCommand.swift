internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct PlanCalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Write the days of the plan as a calendar (iCalendar).",
    discussion: examples(
      "blues workpackage calendar -o plan.ics",
      "blues wp calendar --partner NP --alarm 14d --alarm 1d -o np.ics",
      note: """
        Due dates of deliverables and milestones, the ends of the reporting periods, and the days \
        of their reports. What is done has no reminder. A calendar that reads the file again moves \
        its entries and makes no duplicates. Stays of exchanges: blues exchange calendar.
        """))

  @Option(help: "Only what this partner owes.", transform: { try Read.code($0) })
  var partner: PartnerCode?
  @Option(
    name: .customLong("alarm"), parsing: .singleValue,
    help: "A reminder before the day, such as 14d or 2w; may be repeated.", transform: Read.alarm)
  var alarms: [Int] = []
  @OptionGroup var store: StoreOptions
  @OptionGroup var file: FileOptions

  func run() throws {
    let store = try store.toRead(for: file)
    let entries = store.planEntries
    let bytes = CalendarWriter.bytes(
      of: try entries.all(partner: partner, alarms: alarms), name: try entries.name(),
      instant: store.invocation.at)
    try file.write(bytes)
  }
}

extension Read {
  /// A number of days before something: 14d, 2w or 0d.
  static let alarm = argument { text in
    let word = text.trimmed.asciiLowered
    let unit = word.hasSuffix("w") ? 7 : 1
    let digits = word.hasSuffix("w") || word.hasSuffix("d") ? String(word.dropLast()) : word
    guard !digits.isEmpty, digits.utf8.allSatisfy(\.isDigit), let number = Int(digits),
      number <= 999
    else { throw ValidationError("Not a reminder: \(text). Write it as 14d or 2w.") }
    return number * unit
  }
}
