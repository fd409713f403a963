internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

/// Writes the empty timesheet of a person for a month as a workbook.
struct TemplateHours: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Write a person's empty timesheet of a month, which imports again when filled.",
    discussion: examples(
      "blues workpackage effort template --person NP-1 --month 2020-05 -o sheet.xlsx",
      note: "Weekends and public holidays of the partner's country are grey. The second sheet has "
        + "the places for the signatures."))

  @Option(help: "The person, such as NP-1.")
  var person: String
  @Option(help: "The month, such as 2020-05.", transform: Read.workMonth)
  var month: WorkDate
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let sheet = try store.toRead(for: output).timesheets.sheet(of: person, month: month.first)
    try output.show(sheet)
  }
}

extension MonthlySheet {
  /// Writes the workbook: the table, and what is signed.
  func write(_ book: WorkbookWriter) throws(WorkbookProblem) {
    let columns =
      [SheetColumn("Person"), SheetColumn("Month"), SheetColumn("Work package")]
      + (1...days).map { SheetColumn("\($0)", kind: daysOff[$0] == nil ? .general : .off) }
    let table = try book.addSheet(named: "Timesheet", columns: columns)
    for package in workPackages {
      try table.write([
        .text(person), .text(WorkDate(month: month).text), .text(package.description),
      ])
    }
    let page = try book.addSheet(
      named: "Signatures", columns: [SheetColumn("What"), SheetColumn("Entry", width: 40)])
    for (label, entry) in lines { try page.write([.text(label), .text(entry)]) }
    for number in daysOff.keys.sorted() {
      try page.write([
        .text("Day off"),
        .text("\(month.adding(days: number - 1).iso): \(daysOff[number] ?? "")"),
      ])
    }
  }

  /// What a record of time has to name, and the places for the signatures.
  private var lines: [(String, String)] {
    [
      ("Project", project), ("Grant agreement", grantNumber ?? ""),
      ("Beneficiary", "\(partner), \(partnerName)"), ("Person", personName ?? person),
      ("Month", WorkDate(month: month).text), ("Signature of the person", ""), ("Date", ""),
      ("Supervisor", ""), ("Signature of the supervisor", ""), ("Date", ""),
    ]
  }
}

extension OutputOptions {
  /// Writes a timesheet to the output file or to standard output.
  fileprivate func show(_ sheet: MonthlySheet) throws {
    let day = try Environment.today()
    try stream { stream in
      guard let path = stream.fillable else {
        if self.path == nil, Environment.width() != nil { throw OutputProblem.notForTerminals }
        return try WorkbookWriter.inMemory(
          scratch: stream.scratch, day: day, { try sheet.write($0) }, to: stream.write)
      }
      let book = try WorkbookWriter(path: path, scratch: stream.scratch, day: day)
      try sheet.write(book)
      try book.finish()
    }
  }
}
