internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

/// Lists the hours of timesheets.
struct ListHours: ParsableCommand, ColumnedCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the hours of timesheets.",
    discussion: examples(
      "blues workpackage effort list",
      "blues workpackage effort list --person NP-1 --month 2020-05",
      "blues workpackage effort list --period RP1 --where work_package=WP3"))
  static let columns = TimesheetEntry.fields.map(\.column)

  @OptionGroup var wanted: HoursOptions
  @Option(help: "Only those of a partner, such as NP.")
  var partner: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    let store = try store.toRead(at: list.at, for: list.output)
    let code = try partner.map { try store.partners.one(PartnerCode($0)).code.description }
    let rows = try store.timesheets.all(wanted.wanted).filter {
      code == nil || $0.partner == code
    }
    try list.show(
      Table(
        noun: "hours",
        emptySentence: "No hours yet. Import a list with `blues workpackage effort import FILE`.",
        fields: TimesheetEntry.fields, rows: rows),
      of: store, schema: "blues.hours/1", title: "Hours")
  }
}

/// Exports the hours of timesheets as a list that imports again.
struct ExportHours: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Export hours as a list that imports again.",
    discussion: examples("blues workpackage effort export --period RP1 -o hours.csv"))

  @OptionGroup var wanted: HoursOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let rows = try store.toRead(for: output).timesheets.all(wanted.wanted)
    try RecordExporting.show(rows, TimesheetEntry.exported, "hours", "blues.hours/1", output)
  }
}

/// Adds the hours of a day or a month.
struct AddHours: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Record hours of a person on a day or in a month.",
    discussion: examples(
      "blues workpackage effort add NP-1 2020-05-04 7.5 --wp WP1 --activity \"Kick-off\"",
      "blues workpackage effort add NP-1 2020-05 37:30 --task T1.2 --signed-on 2020-06-02",
      "blues workpackage effort add NP-1 2020-05-04 8 --wp WP1 --replace"))

  @OptionGroup var entry: HoursArguments
  @Argument(help: "The hours, such as 7.5 or 7:30.", transform: Read.hours)
  var hours: Hours
  @OptionGroup var work: WorkOptions
  @Option(help: "What was done.")
  var activity: String?
  @Option(help: "The day the person signed.", transform: Read.date)
  var signedOn: DateExpression?
  @Option(help: "The day the supervisor signed.", transform: Read.date)
  var approvedOn: DateExpression?
  @Option(help: "The supervisor.")
  var approvedBy: String?
  @Flag(help: "Take the place of hours that are recorded.")
  var replace = false
  @OptionGroup var write: WriteOptions

  var isDeclared: Bool { true }

  func run() throws {
    try change { store in
      let said = try entry.said(work.wp, work.task, in: store)
      let signed = replace ? try store.timesheets.signature(of: said) : nil
      let added = try store.timesheets.add(
        said, hours, activity: activity, signedOn: store.day(signedOn),
        approvedOn: store.day(approvedOn), approvedBy: approvedBy, isReplacing: replace)
      return Answer(
        "\(added.person), \(added.worked): \(added.hours.text) hours in "
          + "\(added.task?.description ?? added.workPackage.description).",
        Document(
          schema: "blues.hours/1", blocks: [.facts(Facts(fields: TimesheetEntry.fields, of: added))]
        ), remarks: Self.lost(signed, added) + (try store.timesheets.doubts(of: added)))
    }
  }
}

extension AddHours {
  /// What is said of a signature that other hours take away.
  fileprivate static func lost(_ signed: Day?, _ entry: TimesheetEntry) -> [String] {
    guard let signed, entry.signedOn == nil else { return [] }
    let month = entry.worked.text.prefix(7)
    return [
      "The signature of \(signed) is taken away, since the hours are others. Sign them again: "
        + "blues workpackage effort sign \(entry.person) \(month) --on today"
    ]
  }
}

/// Records that a sheet of a month is signed and approved.
struct SignHours: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Record that a person's timesheet of a month is signed.",
    discussion: examples(
      "blues workpackage effort sign NP-1 2020-05 --on 2020-06-02",
      "blues workpackage effort sign NP-1 2020-05 --approved-on 2020-06-03 --by \"Petr Malý\""))

  @Argument(help: Person.register.argument)
  var person: String
  @Argument(help: "The month, such as 2020-05.", transform: Read.workMonth)
  var month: WorkDate
  @Option(help: "The day the person signed.", transform: Read.date)
  var on: DateExpression?
  @Option(help: "The day the supervisor signed.", transform: Read.date)
  var approvedOn: DateExpression?
  @Option(help: "The supervisor.")
  var by: String?
  @OptionGroup var write: WriteOptions

  func validate() throws {
    if on == nil, approvedOn == nil { throw ValidationError("Give --on, --approved-on, or both.") }
  }

  func run() throws {
    try change { store in
      let entries = try store.timesheets.sign(
        person, month: month.first, on: store.day(on), approvedOn: store.day(approvedOn), by: by)
      let sum = entries.map(\.hours).reduce(.zero, +)
      return Answer(
        "\(entries[0].person), \(month): \(sum.text) hours, "
          + (entries.allSatisfy { $0.signedOn != nil } ? "signed" : "not signed")
          + (entries.allSatisfy { $0.approvedOn != nil } ? " and approved." : ", not approved."),
        Document(
          schema: "blues.hours/1",
          blocks: [.table(Table(noun: "hours", fields: TimesheetEntry.fields, rows: entries))]))
    }
  }
}
