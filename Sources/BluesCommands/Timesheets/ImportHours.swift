internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Tabular

/// Imports timesheets: a row for each day or month, or a monthly sheet with a column for each day.
struct ImportHours: ChangingCommand, FilledCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import timesheets: lists of hours, or monthly sheets.",
    discussion: examples(
      "blues workpackage effort import hours.csv",
      "blues workpackage effort import may.xlsx --person NP-1 --month 2020-05",
      "blues workpackage effort import hours.xlsx --set work_package=WP1 --decimals minutes",
      note: """
        A list has a row for each person, date or month, and work package or task, with the hours \
        as 7.5, 7,5 or 7:30. A monthly sheet has a row for each work package or task and a column \
        for each day from 1 to 31; person and month are above the table or in options. An entry is \
        found by person, date or month, work package and task; the same again changes nothing.
        """))
  static let filled = [
    "person", "date", "month", "work_package", "task", "hours", "activity", "signed_on",
    "approved_on", "approved_by",
  ]

  @OptionGroup var list: ImportOptions
  @Option(help: "The person of all rows that name none, such as NP-1.")
  var person: String?
  @Option(
    help: "The month of all rows that name no date, such as 2020-05.", transform: Read.workMonth)
  var month: WorkDate?
  @OptionGroup var numbers: DecimalOptions
  @Option(help: "What two decimals before a unit are, as in 0,45 uur: hundredths or minutes.")
  var decimals: Hours.Decimals?
  @Option(help: "Rows of one person, date and work: skip all but the first, or keep all.")
  var repeats = Repeats.skip
  @OptionGroup var write: WriteOptions

  /// What becomes of further rows of one key.
  enum Repeats: String, OptionWord { case skip, keep }

  /// How many days with too many hours are told one by one.
  private static let shownDays = 10

  var inputs: [String] { [list.file] }
  var isDeclared: Bool { true }

  func run() throws {
    var said = ListSaying(list: placed, dateOrder: write.project.dateOrder)
    try change { store in
      if let person { said.give("person", person) }
      if let month { said.give("month", month.text) }
      (said.decimal, said.decimals) = (numbers.decimal, decimals)
      try said.complete(from: store)
      let request = try said.request(.refused)
      let rejects = RejectsFile(list.rejects, of: list.file, isRehearsal: write.isRehearsal)
      var findings: [EffortCount]?
      var fullDays: [String] = []
      let outcome = try said.take(request, for: write) { reader, _ in
        rejects.follow(reader.reading)
        var options = TimesheetImport.Options()
        options.decimals = said.decimals
        options.keepsRepeats = repeats == .keep
        options.above = try above(reader.reading)
        let result = try store.timesheetImport.run(reader, request, options, rejects: rejects)
        findings = result.findings
        fullDays = result.fullDays
        return result.outcome
      }
      var answer = ImportPage.answer(
        outcome, of: request.fileName, reused: said.told(rejects.reading), rejects: rejects.path,
        isRehearsal: write.isRehearsal, again: said.neededAgain)
      answer.remarks += fullDays.prefix(Self.shownDays)
      if fullDays.count > Self.shownDays {
        answer.remarks.append(
          "\(counted(fullDays.count - Self.shownDays, "more day")) with more than 24 hours: "
            + "blues workpackage effort check --where check=double-day")
      }
      let told = findings?.map { "\($0.check) \($0.count)" }.joined(separator: ", ")
      if told != "" {
        answer.remarks.append(
          told.map { "Checks: \($0). See blues workpackage effort check." }
            ?? "Check the hours: blues workpackage effort check")
      }
      return answer
    }
  }

  /// The lines above the headings, which may name the person and the month.
  private func above(_ reading: Tabular.Reading) throws -> [[String]] {
    guard reading.preambleLines > 0, list.file != "-" else { return [] }
    var options = list.mapped.reading.options
    if case .text(let text) = reading.kind {
      options.delimiter = text.dialect.delimiter
      options.encoding = text.encoding
    }
    return try SheetLines(of: list.file, options).above(reading.preambleLines + 1)
  }

  /// The same list, whose headings are where a monthly sheet counts the days.
  private var placed: ImportOptions {
    let reading = list.mapped.reading
    guard reading.headerLine == nil, !reading.noHeader, list.file != "-",
      let line = try? SheetLines(of: list.file, reading.options).dayLine, line > 1
    else { return list }
    var placed = list
    placed.mapped.reading.headerLine = line
    return placed
  }
}

extension Hours.Decimals: OptionWord {}
