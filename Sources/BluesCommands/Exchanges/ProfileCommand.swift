internal import ArgumentParser
internal import BluesCore
internal import Documents

struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "The hosts and visitors registered for exchanges.",
    discussion: examples(
      "blues exchange profile list",
      "blues exchange profile import applications.csv",
      "blues exchange profile add \"Aguas del Norte\" --role visitor --category sme"),
    subcommands: [
      List.self, Show.self, Add.self, Set.self, Accept.self, Reject.self, Remove.self,
      Import.self, Export.self,
    ])

  /// Answers a change with the profile as it is now.
  static func show(_ profile: Profile, _ sentence: String, _ write: WriteOptions) throws {
    try write.output.show(
      write.sentence(sentence),
      Document(
        schema: "blues.profile/1", blocks: [.facts(Facts(fields: Profile.fields, of: profile))]))
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List hosts and visitors.",
      discussion: examples("blues exchange profile list --where role=host"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let table = Table(
        noun: "profiles",
        emptySentence:
          "No hosts or visitors yet. Add one with `blues exchange profile add ORGANISATION`.",
        fields: Profile.fields, rows: try store.toRead(at: list.at).profiles.all())
      try list.show(table, schema: "blues.profile/1", title: "Hosts and visitors")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show what a host or visitor registered.",
      discussion: examples("blues exchange profile show \"Aguas del Norte\""))

    @Argument(help: "The organisation: id, name, or a part of its name that no other has.")
    var organisation: String
    @Option(name: .customLong("at"), help: "What was known on that date.", transform: Read.date)
    var at: DateExpression?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let profiles = try store.toRead(at: at).profiles.of(organisation)
      try output.show(
        Document(
          schema: "blues.profile/1", title: output.isPage ? profiles[0].organisation : nil,
          blocks: profiles.flatMap { profile -> [Block] in
            [
              .section(profile.role == .host ? "As a host" : "As a visitor"),
              .facts(Facts(key: profile.role.rawValue, fields: Profile.fields, of: profile)),
            ]
          }))
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import hosts and visitors from a list.",
      discussion: examples(
        "blues exchange profile import applications.csv",
        "blues exchange profile import applications.xlsx --dry-run",
        "blues exchange profile import hosts.csv --set role=host --unmapped keep",
        note: """
          Columns: role (host, visitor or both), organisation, country, type, sectors, \
          technologies, offers, seeks, languages, available_from, available_to, capacity, partner, \
          preferred_countries, city, coordinates, activities, eccp, partnership, motivation, cv. \
          Lists within a cell are separated by ; or |.
          """))

    @OptionGroup var list: ImportOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
      try PlanImporting.run(.profiles, "exchange profile import", list, write)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Export hosts and visitors as a list that the import takes again.",
      discussion: examples(
        "blues exchange profile export", "blues exchange profile export -o profiles.xlsx"))

    @Option(name: .customLong("at"), help: "What was known on that date.", transform: Read.date)
    var at: DateExpression?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try PlanExporting.show(
        try store.toRead(at: at).profiles.all(), Profile.listed, .profiles, "profiles",
        "blues.profile/1", output)
    }
  }
}

extension Profile.Role: ExpressibleByArgument {}
