internal import ArgumentParser
internal import BluesCore
internal import Documents

/// What is late and what is due soon; also what `blues` alone says inside a project.
struct NextCommand: ParsableCommand, ColumnedCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "List what is late and what is due soon, with the command for each.",
    discussion: examples(
      "blues next", "blues next --partner NP --days 60", "blues next --all --json",
      note: """
        Deliverables, milestones, stays of exchanges and their papers, payments, reports with the \
        days inside the partnership, risks that occurred without a note, and in a shared project \
        parcels and submissions. The latest come first, then what is due soonest. As text at most \
        \(most) lines; --all lists everything, \
        however far ahead. A report is listed until it was sent: blues report period submit RP1. \
        In a project, blues alone does the same.
        """))

  static var columns: [Column] { AgendaItem.fields.map(\.column) }

  /// The lines that a person is shown unasked.
  static let most = 20

  @Option(help: "Only what this partner owes.", transform: { try Read.code($0) })
  var partner: PartnerCode?
  @Option(help: "How many days to look ahead.")
  var days = Agenda.usualDays
  @Flag(help: "Everything, however far ahead.")
  var all = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var list: ListOptions

  func validate() throws {
    if days < 0 { throw ValidationError("--days takes a number from 0 up.") }
  }

  func run() throws {
    let store = try store.toRead(at: list.at, for: list.output)
    let request = Agenda.Request(days: all ? nil : days, partner: partner)
    let table = Table(
      noun: "items", emptySentence: Agenda.nothing(request), fields: AgendaItem.fields,
      rows: try store.agenda.items(request))
    let wanted = try list.listing.read(for: table.columns, in: store).apply(to: table)
    let isShort = list.output.chosenFormat == .text && !all && list.limit == nil
    let more = isShort ? max(0, wanted.rowCount - Self.most) : 0
    let shown = Table(
      noun: wanted.noun, emptySentence: wanted.emptySentence, columns: wanted.columns,
      rows: Array(wanted.rows.dropLast(more)))
    try list.show(chosen: shown, schema: "blues.next/1", title: "Late and due")
    if more > 0 { Console.say("\(more) more; --all lists everything.") }
  }
}
