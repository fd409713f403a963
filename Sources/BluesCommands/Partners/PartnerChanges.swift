internal import ArgumentParser
internal import BluesCore
internal import Documents

extension PartnerCommand {
  /// What can be said of a partner.
  struct Draft: ParsableArguments {
    @Option(help: "The country, by code or name.", transform: Read.country)
    var country: CountryCode?
    @Option(help: "The town.")
    var city: String?
    @Option(help: "coordinator, beneficiary or associated.")
    var role: Partner.Role?
    @Option(help: "The website.")
    var website: String?

    func draft(name: String?) -> Partners.Draft {
      Partners.Draft(name: name, country: country, city: city, role: role, website: website)
    }
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a partner.",
      discussion: examples("blues partner add WATERNET \"Water Network\" --country NL"))

    @Argument(help: "A short name, such as ZINNAE.")
    var code: String
    @Argument(help: "The full name.")
    var name: String
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let partner = try store.partners.add(code, draft.draft(name: name))
        return Answer("Added partner \(partner.code).", page(partner))
      }
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change a partner.",
      discussion: examples("blues partner set AV --city Montpellier"))

    @Argument(help: "The partner's short name.")
    var code: String
    @Option(help: "The full name.")
    var name: String?
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let partner = try store.partners.set(code, draft.draft(name: name))
        return Answer("Changed partner \(partner.code).", page(partner))
      }
    }
  }

  struct Import: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import partners from a list.",
      discussion: examples("blues partner import partners.csv --unmapped keep"))

    @OptionGroup var list: ImportOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
      try PlanImporting.run(.partners, list, by: self)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Export the partners as a list that imports again.",
      discussion: examples("blues partner export -o partners.csv"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let rows = try store.toRead().partners.all()
      try PlanExporting.show(
        rows, Partner.fields, .partners, "partners", "blues.partner/1", output)
    }
  }
}

extension Partner.Role: OptionWord {}
