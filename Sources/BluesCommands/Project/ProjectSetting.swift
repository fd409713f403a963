internal import ArgumentParser
internal import BluesCore
internal import Documents

/// Changes the project's own facts.
struct ProjectSetting: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change the project's own facts, or confirm them.",
    discussion: examples(
      "blues project set --grant 874426 --source \"Article 1\"",
      "blues project set --predecessor INNO-DROP --funders \"European Union\" --theme Water",
      "blues project set --confirm start --confirm end --source \"Article 3\"",
      note: "The start and the end move with `blues project amend`; targets are changed with "
        + "`blues exchange rule set`."))

  @Option(help: "The project's short name.")
  var acronym: String?
  @Option(help: "The project's full title.")
  var title: String?
  @Option(help: "The number of the grant agreement; an empty text clears it.")
  var grant: String?
  @Option(help: "The project that it follows, such as INNO-DROP; an empty text clears it.")
  var predecessor: String?
  @Option(help: "Who pays for it, such as the European Union; an empty text clears it.")
  var funders: String?
  @Option(help: "What it is about, such as water and plasma; an empty text clears it.")
  var theme: String?
  @Option(help: "A fact that is right as recorded, such as start; may be repeated.")
  var confirm: [String] = []
  @Option(help: "Where it is said, such as an article of the grant agreement.")
  var source: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try change { store in
      try store.project.set(
        .init(
          acronym: acronym, title: title, grantNumber: grant, predecessor: predecessor,
          funders: funders, theme: theme, confirmed: confirm, source: source))
      return .changed("the project", try ProjectPage.document(store.project.overview()))
    }
  }
}
