internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

/// Makes every report in every useful format, in one folder.
struct ReportAllCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all",
    abstract: "Make every report in its useful formats, in a folder with an index.",
    discussion: examples(
      "blues report all --period RP1 -o reports",
      "blues report all --period RP1 -o reports --force",
      note: """
        Each report comes as a web page, PDF, Word document, workbook and JSON; reports about a \
        partner once for each partner. index.html leads to all of them. Without WeasyPrint or \
        pandoc the other formats are written. A report that cannot be made is listed, and the \
        command ends with exit 3. --force replaces a folder that this command made.
        """))

  @Option(help: "The reporting period, such as RP1; default: the one that today is in.")
  var period: String?
  @Option(
    name: .customLong("at"), help: "What was known at the end of that day, in your time zone.",
    transform: Read.date)
  var at: DateExpression?
  @OptionGroup var store: StoreOptions
  @OptionGroup var folder: FolderOptions

  func run() throws {
    let store = try store.toRead(at: at, for: folder)
    let period = try period ?? Self.current(in: store)
    let partners = try store.partnersWithFigures()
    let set = ReportSet(
      store: store, period: try store.periods.standing(period).period.name, partners: partners)
    let place = try OutputFolder(
      folder.place, overwriting: folder.force, isOurs: OutputFolder.hasIndex)
    var reports = ReportFolder(jobs: try set.jobs(), folder: place, day: store.invocation.today)
    try reports.write()
    try reports.writeIndex(
      store.reportIndex(period: set.period).made(
        by: "blues report all --period \(set.period)"))
    let count = place.names.count
    try place.finish()
    try StandardOutput().show(
      line: "\(counted(count, "file")) in \(folder.place): open \(folder.place)/index.html.")
    for remark in reports.remarks { Console.say(remark) }
    if !reports.isComplete { throw ExitCode(someRejected) }
  }

  /// The period that today is in, else the last one.
  private static func current(in store: Store) throws -> String {
    let overview = try store.project.overview()
    let today = store.invocation.today
    let period =
      overview.periods.first { $0.days(in: overview.project).contains(today) }
      ?? overview.periods.last
    // The sentence about an unknown period says how to add the first one.
    return period?.name ?? "RP1"
  }
}

/// The folder that a command fills.
struct FolderOptions: ParsableArguments, OutputDestination {
  @Option(
    name: [.customShort("o"), .customLong("output")], help: "The folder to write.",
    completion: .directory)
  var place: String

  @Flag(help: "Replace the folder if it exists and this command made it.")
  var force = false

  /// What is said goes to standard output.
  var output: OutputStream? { nil }
}
