internal import ArgumentParser
internal import BluesCore
internal import Documents

struct OrganisationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organisation", abstract: "Legal entities: members, hosts, visitors.",
    discussion: examples(
      "blues partner organisation list --where country=ES",
      "blues partner organisation add \"Aguas del Norte\" --country ES --cluster ZINNAE"),
    subcommands: [
      List.self, Show.self, Add.self, Set.self, Duplicates.self, Merge.self, Distinct.self,
    ],
    aliases: ["org"])

  static func page(_ organisation: Organisation) -> Document {
    Document(
      schema: "blues.organisation/1",
      blocks: [.facts(Facts(fields: Organisation.fields, of: organisation))])
  }

  /// What can be said of an organisation.
  struct Draft: ParsableArguments {
    @Option(help: "The country it is registered in.", transform: Read.country)
    var country: CountryCode?
    @Option(name: .customLong("short-name"), help: "Its short name.")
    var shortName: String?
    @Option(help: "What kind of organisation it is.")
    var type: String?
    @Option(help: "Its VAT number.")
    var vat: String?
    @Option(help: "Its participant identification code.")
    var pic: String?
    @Option(help: "The partner in whose cluster it is a member.")
    var cluster: String?

    func draft(name: String?) -> Organisations.Draft {
      Organisations.Draft(
        name: name, shortName: shortName, country: country, type: type, vat: vat, pic: pic,
        cluster: cluster)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the organisations.",
      discussion: examples(
        "blues partner organisation list", "blues partner org list --where country=ES --limit 20"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let table = Table(
        noun: "organisations",
        emptySentence:
          "No organisations yet. Add one with `blues partner organisation add NAME`.",
        fields: Organisation.fields, rows: try store.toRead(at: list.at).organisations.all())
      try list.show(table, schema: "blues.organisation/1", title: "Organisations")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one organisation.",
      discussion: examples("blues partner organisation show O4"))

    @Argument(help: "Its id, name, or a part of its name that no other has.")
    var organisation: String
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.show(page(store.toRead().organisations.one(organisation)))
    }
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add an organisation.",
      discussion: examples(
        "blues partner organisation add \"Aguas del Norte\" --country ES --cluster ZINNAE"))

    @Argument(help: "Its name.")
    var name: String
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let organisation = try store.organisations.add(name, draft.draft(name: nil))
        return Answer("Added \(organisation.code) \(organisation.name).", page(organisation))
      }
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change an organisation.",
      discussion: examples("blues partner organisation set O4 --type sme"))

    @Argument(help: "Its id, name, or a part of its name that no other has.")
    var organisation: String
    @Option(help: "Its name.")
    var name: String?
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let changed = try store.organisations.set(organisation, draft.draft(name: name))
        return Answer("Changed \(changed.code).", page(changed))
      }
    }
  }
}
