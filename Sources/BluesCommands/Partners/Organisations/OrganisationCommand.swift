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
      List.self, Show.self, Add.self, Set.self, Remove.self, Import.self, Export.self,
      Duplicates.self, Merge.self, Distinct.self,
    ],
    aliases: ["org"])

  static func page(_ organisation: Organisation) -> Document {
    Document(
      schema: "blues.organisation/1",
      blocks: [.facts(Facts(fields: Organisation.fields, of: organisation))])
  }

  /// The options of what can be said of an organisation besides its name.
  enum Fields: OptionSource {
    static var described: [DescribedOption] {
      OrganisationField.allCases.filter { $0 != .name }.map(DescribedOption.init) + [cluster]
    }

    static let cluster = DescribedOption(
      "cluster", options: ["cluster"], help: "The partner in whose cluster it is a member.")
  }

  /// The same with the name, which set takes as an option.
  enum AllFields: OptionSource {
    static var described: [DescribedOption] {
      OrganisationField.allCases.map(DescribedOption.init) + [Fields.cluster]
    }
  }

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the organisations.",
      discussion: examples(
        "blues partner organisation list", "blues partner org list --where country=ES --limit 20"))

    static var columns: [Column] { Organisation.fields.map(\.column) }

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let table = Table(
        noun: "organisations",
        emptySentence:
          "No organisations yet. Add one with `blues partner organisation add NAME`.",
        fields: Organisation.fields,
        rows: try store.organisations.all())
      try list.show(table, of: store, schema: "blues.organisation/1", title: "Organisations")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one organisation.",
      discussion: examples("blues partner organisation show O4"))

    @Argument(help: "Its id, its name, or a unique part of its name.")
    var organisation: String
    @OptionGroup var past: PastOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.show(page(store.toRead(at: past.at, for: output).organisations.one(organisation)))
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
    @OptionGroup var said: SaidOptions<Fields>
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        var warnings: [ContactCheck.Warning] = []
        let organisation = try store.organisations.add(name, Organisations.Draft(said.texts)) {
          warnings.append($0)
        }
        return Answer(
          "Added \(organisation.code) \(organisation.name).", page(organisation),
          remarks: warnings.map(\.remark))
      }
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change an organisation; an empty text clears a value.",
      discussion: examples("blues partner organisation set O4 --type sme"))

    @Argument(help: "Its id, its name, or a unique part of its name.")
    var organisation: String
    @OptionGroup var said: SaidOptions<AllFields>
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        var warnings: [ContactCheck.Warning] = []
        let changed = try store.organisations.set(
          organisation, Organisations.Draft(said.texts)
        ) { warnings.append($0) }
        return .changed(changed.code, page(changed), remarks: warnings.map(\.remark))
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove an organisation that nothing else refers to.",
      discussion: examples(
        "blues partner organisation remove O4", "blues partner organisation remove O4 --yes"))

    @Argument(help: "Its id, its name, or a unique part of its name.")
    var organisation: String
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change(asking: "Remove \(organisation)?", confirmation) { store in
        let removed = try store.organisations.remove(organisation)
        return Answer("Removed \(removed.code) \(removed.name).", .removed(removed.code))
      }
    }
  }
}

extension DescribedOption {
  fileprivate init(_ field: OrganisationField) {
    self.init(field.rawValue, options: [field.option], help: field.help)
  }
}
