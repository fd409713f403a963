internal import ArgumentParser
internal import BluesCore
internal import Documents

struct PartnerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partner", abstract: "The consortium, its organisations and contacts.",
    discussion: examples(
      "blues partner list",
      "blues partner contact import members.csv --partner ZINNAE --country ES",
      "blues partner contact search agua"),
    subcommands: [List.self, Show.self, Add.self, Set.self, Import.self, Export.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Clusters and their members",
        subcommands: [OrganisationCommand.self, ContactCommand.self])
    ])

  static func page(_ partner: Partner) -> Document {
    Document(
      schema: "blues.partner/1", blocks: [.facts(Facts(fields: Partner.fields, of: partner))])
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the partners.", discussion: examples("blues partner list"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let table = Table(
        noun: "partners",
        emptySentence: "No partners yet. Add one with `blues partner add CODE NAME`.",
        fields: Partner.fields, rows: try store.toRead(at: list.at).partners.all())
      try list.show(table, schema: "blues.partner/1", title: "Partners")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one partner, and where its facts come from.",
      discussion: examples("blues partner show ZINNAE"))

    @Argument(help: "The partner's short name.")
    var code: String
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let found = try store.toRead().partners.one(code)
      try output.show(
        Document(
          schema: "blues.partner/1",
          blocks: [
            .facts(Facts(fields: Partner.fields, of: found.partner)),
            .section("Facts and where they come from"),
            .table(
              Table(
                noun: "facts", emptySentence: "No facts.", fields: StatedFact.fields,
                rows: found.facts)),
          ]))
    }
  }
}
