internal import ArgumentParser
internal import BluesCore
internal import Documents

struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "The hosts and visitors registered for exchanges.",
    discussion: examples(
      "blues exchange profile list",
      "blues exchange profile add \"Aguas del Norte\" --role visitor --category sme"),
    subcommands: [List.self, Add.self])

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

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Register an organisation as host or visitor.",
      discussion: examples(
        "blues exchange profile add \"Aguas del Norte\" --role visitor --category sme",
        "blues exchange profile add O1 --role host --category cluster --partner NP",
        note: "Categories: cluster, support-organisation, sme, large-company, public-authority, "
          + "training-provider."))

    @Argument(help: "The organisation: id, name, or a part of its name that no other has.")
    var organisation: String
    @Option(help: "host or visitor.")
    var role: Profile.Role
    @Option(help: "What it is in the scheme, such as sme.")
    var category: String
    @Option(help: "The partner that manages it; the one in whose cluster it is otherwise.")
    var partner: String?
    @Option(help: "Its sectors, separated by semicolons.")
    var sectors: String?
    @Option(help: "The languages spoken.")
    var languages: String?
    @Option(help: "What it offers.")
    var offers: String?
    @Option(help: "What it seeks.")
    var seeks: String?
    @Option(name: .customLong("from"), help: "Available from.", transform: Read.date)
    var availableFrom: DateExpression?
    @Option(name: .customLong("to"), help: "Available to.", transform: Read.date)
    var availableTo: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      let store = try write.store.toWrite("exchange profile add", isRehearsal: write.isRehearsal)
      var draft = Profiles.Draft(role: role, category: category)
      draft.partner = partner
      draft.sectors = sectors
      draft.languages = languages
      draft.offers = offers
      draft.seeks = seeks
      draft.availableFrom = try store.day(availableFrom)
      draft.availableTo = try store.day(availableTo)
      let profile = try store.profiles.add(organisation, draft)
      try write.output.show(
        write.sentence("\(profile.organisation) is registered as a \(role.rawValue)."),
        Document(
          schema: "blues.profile/1",
          blocks: [.facts(Facts(fields: Profile.fields, of: profile))]))
    }
  }
}

extension Profile.Role: ExpressibleByArgument {}
