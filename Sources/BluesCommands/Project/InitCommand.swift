internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Start a new project file.",
    discussion: examples(
      "blues init --template blues",
      "blues init --template blues --db project.db",
      "blues init --template empty --acronym WATERS --start 2026-01-01 --end 2027-12-31",
      "blues init --template interreg --acronym TIDES --start 2026-01-01 --end 2027-12-31",
      note: """
        The template chooses the programme, with its rules, lists and publicity. blues has the \
        public facts of the BLUES partnership, each with its source; dates and months without a \
        source are defaults, marked as such. empty is a project of the same programme without \
        facts. interreg is an empty project of Interreg South Baltic, which has no exchange \
        scheme.
        """))

  @Option(help: "What to start from: blues, empty or interreg.")
  var template = "blues"
  @Option(help: "The project's short name.")
  var acronym: String?
  @Option(help: "The project's full title.")
  var title: String?
  @Option(help: "The number of the grant agreement.")
  var grant: String?
  @Option(help: "The first day of the project.", transform: Read.date)
  var start: DateExpression?
  @Option(
    help: "The last day of the project; default: as long after the start as in the template.",
    transform: Read.date)
  var end: DateExpression?
  @OptionGroup var confirmation: Confirmation
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let template = try ProjectTemplate.named(template)
    let invocation = try store.invocation(CommandLookup.path(of: Self.self))
    let context = DateContext(
      today: invocation.today, order: invocation.dateOrder, remarks: invocation.remarks)
    let opening = ProjectDetails.Opening(
      acronym: acronym, title: title, grantNumber: grant,
      start: try start?.resolve(in: context), end: try end?.resolve(in: context))
    if let doubt = Project.doubt(start: opening.start, end: opening.end) {
      try confirmation.ask(doubt)
    }
    let path = store.path ?? Environment.variable("BLUES_DB") ?? "blues.db"
    try output.refuseCards()
    try output.hold(sparing: KeptFiles(project: path))
    let store = try Store.create(at: path, invocation: invocation, from: template, opening)
    try output.answer(for: store) { try Self.answer(store, path) }
  }

  private static func answer(_ store: Store, _ path: String) throws -> Answer {
    let overview = try store.project.overview()
    let project = overview.project
    let defaults = overview.facts.filter { $0.mark == .default }.map(\.name)
    return Answer(
      "Started \(project.acronym) in \(path): \(project.start) to \(project.end), "
        + "\(counted(try store.partners.all().count, "partner")), "
        + "\(counted(try store.workPackages.all().count, "work package")).",
      ProjectPage.document(overview),
      remarks: defaults.isEmpty
        ? []
        : [
          "Not confirmed by a public source, check against the grant agreement: "
            + defaults.joined(separator: ", ")
        ])
  }
}
