internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents
internal import Tabular

/// Makes a report that a TOML file describes, from any list.
struct CustomReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "custom",
    abstract: "Make a report of your own from any list: columns, filters, groups, sums.",
    discussion: examples(
      "blues report custom costs.toml", "blues report custom costs.toml -o costs.xlsx",
      note: """
        The file names a list, such as list = "partner cost", and may have title, intro (Markdown), \
        columns, where, sort, limit, group, sums, chart and rows = false for the groups alone. \
        columns, where and sort are those of the list's own options; limit is for the rows that are \
        shown, of each group, and sums are of all rows. chart names a sum, or count, \
        that web pages, PDF and Word documents draw as bars.
        """))

  @Argument(
    help: "The TOML file that describes the report.", completion: .file(extensions: ["toml"]))
  var file: String
  @Option(
    name: .customLong("at"), help: "What was known at the end of that day, in your time zone.",
    transform: Read.date)
  var at: DateExpression?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try store.toRead(at: at, for: output, reading: [file])
    let report = try CustomReport(
      text: SmallFile.read(file, most: CustomReport.mostBytes, for: "a report"),
      name: ListFile.lastPart(file))
    var words = report.words
    if let path = store.path { words += ["--db", path] }
    if let at { words += ["--at", at.text] }
    let page: Document
    do {
      page = try report.page(of: BorrowedList.table(words))
    } catch let problem as any Problem {
      throw report.placed(problem)
    }
    try output.show(
      opened.asReport(page).made(by: "blues report custom \(ListFile.lastPart(file))"))
  }
}
