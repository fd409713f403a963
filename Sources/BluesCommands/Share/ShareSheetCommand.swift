internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct ShareSheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Make a workbook in which a partner without a copy fills in what is asked of it.",
    discussion: examples(
      "blues share sheet NP -o out", "blues share sheet NP --period RP1 -o np.xlsx",
      note: """
        It has the costs, hours, activities and texts of the partner as they are known here, with \
        values to choose from; its first sheet says what to do, by when, and where to send it. What \
        comes back is received and reviewed as a parcel is: blues share receive np.xlsx. It is not \
        signed: look at who sent it.
        """))

  @Argument(help: "The partner, such as NP.")
  var partner: String
  @Option(
    help: "The reporting period, such as RP1; default: the first that is open and has not ended.")
  var period: String?
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The workbook, or a folder for it; default: this folder.", completion: .file())
  var place: String = "."
  @Flag(help: "Overwrite the workbook if it exists.")
  var force = false
  @Flag(
    name: [.customShort("n"), .customLong("dry-run")],
    help: "Try it: no workbook is made, and nothing is changed.")
  var isRehearsal = false
  @OptionGroup var store: StoreOptions
  @Flag(help: "Answer as JSON.")
  var json = false

  func run() throws {
    let isFolder = Environment.isFolder(place)
    if !isFolder, !place.asciiLowered.hasSuffix(".xlsx") {
      throw ValidationError("The sheet is a workbook: -o takes a folder or a name in .xlsx.")
    }
    if !isFolder { try self.store.kept(reading: []).check(place) }
    let held: OutputFile? =
      try isFolder || isRehearsal ? nil : OutputFile(place, overwriting: force)
    let store = try self.store.toWrite(CommandLookup.path(of: Self.self), isRehearsal: isRehearsal)
    do {
      let period = try period.map { try store.periods.standing($0).period.name } ?? open(store)
      let made = try store.workbooks.make(for: partner, period: period)
      let ticket = made.ticket
      let sender = try store.sharing.place().organisation
      let acronym = try store.project.overview().project.acronym
      let path =
        isFolder
        ? "\(place)/\(ParcelName.of([acronym, ticket.partner, "sheet"], ticket.number)).xlsx"
        : place
      let workbook = try PartnerWorkbook(
        for: ticket.partner, period: period, made, sender: sender, store)
      if !isRehearsal {
        let file = try held ?? OutputFile(path, overwriting: force)
        let day = try Environment.today()
        let book = try WorkbookWriter(path: file.temporary, scratch: file.folder, day: day)
        try workbook.write(book)
        try book.finish()
        try file.finish()
      }
      try show(workbook, path)
    } catch {
      throw store.isChanged ? LostAnswer(cause: error) : error
    }
  }

  /// The first period that is open and has not ended, else the last that is open.
  private func open(_ store: Store) throws -> String? {
    let today = try Environment.today()
    let open = try store.periods.standings().filter { !$0.state.isLocked }
    return (open.first { $0.days.upperBound >= today } ?? open.last)?.period.name
  }

  private func show(_ workbook: PartnerWorkbook, _ path: String) throws {
    let ticket = workbook.ticket
    let counts = workbook.sheets.map { sheet in
      (sheet.name, sheet.rows.count { $0.count > 1 })
    }
    let place = StandardOutput()
    guard !json else {
      var facts = [
        Fact("partner", "Partner", .text(ticket.partner)),
        Fact("number", "No", .integer(ticket.number)),
        Fact("period", "Period", .text(orEmpty: ticket.period)),
        Fact("file", "File", .text(path)),
      ]
      for (sheet, rows) in counts {
        facts.append(Fact(sheet.rawValue.asciiLowered, sheet.rawValue, .integer(rows)))
      }
      let document = Document(schema: "blues.share-sheet/1", blocks: [.facts(Facts(facts))])
      return try place.stream { try $0.write(document.bytes(Rendering(format: .json))) }
    }
    let words = counts.map { sheet, rows in
      switch sheet {
      case .costs: counted(rows, "cost")
      case .hours: counted(rows, "row of hours", "rows of hours")
      case .activities: counted(rows, "activity")
      case .texts: counted(rows, "text")
      }
    }.joined(separator: ", ")
    try place.show(
      line: (isRehearsal ? "Dry run, nothing was made: workbook" : "Made workbook")
        + " \(ticket.number) for \(ticket.partner), \(words): \(path)")
  }
}
