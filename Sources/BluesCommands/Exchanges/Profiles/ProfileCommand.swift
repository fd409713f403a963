internal import ArgumentParser
internal import BluesCore
internal import Documents

struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "The hosts and visitors registered for exchanges.",
    discussion: examples(
      "blues exchange profile import hosts-and-visitors.csv",
      "blues exchange profile list",
      "blues exchange profile add \"Aguas del Norte\" --role visitor --category sme"),
    subcommands: [
      List.self, Show.self, Add.self, FromContacts.self, Set.self, Accept.self, Reject.self,
      Remove.self, Import.self, Export.self,
    ])

  static func page(_ profiles: [ExplainedProfile]) -> Document {
    var blocks: [Block] = []
    for (index, explained) in profiles.enumerated() {
      let role = explained.profile.role.rawValue
      if index > 0 { blocks.append(.section("As a \(role)")) }
      blocks += [
        .facts(
          Facts(key: index > 0 ? role : nil, fields: ExplainedProfile.fields, of: explained)),
        .section("Eligibility as a \(role)"),
        .table(
          Table(
            noun: index > 0 ? "rules_for_\(role)" : "rules",
            fields: ProfileEligibility.Statement.fields, rows: explained.statements)),
      ]
    }
    return Document(schema: "blues.profile/1", blocks: blocks)
  }

  /// Answers a change of one profile.
  static func answer(
    _ profile: Profile, _ sentence: String, in store: Store
  ) throws -> Answer {
    try answer([profile], sentence, in: store)
  }

  /// Answers a change of the profiles of one organisation.
  static func answer(
    _ profiles: [Profile], _ sentence: String, in store: Store
  ) throws -> Answer {
    Answer(sentence, page(try store.profiles.explained(profiles)))
  }

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List hosts and visitors.",
      discussion: examples(
        "blues exchange profile list --where role=host",
        "blues exchange profile list --where role=visitor --where sectors~water",
        "blues exchange profile list --where eligibility=open"))

    static var columns: [Column] { ExplainedProfile.fields.map(\.column) }

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let profiles = store.profiles
      let table = Table(
        noun: "profiles",
        emptySentence:
          "No hosts or visitors yet. Add one with `blues exchange profile add ORGANISATION`.",
        fields: ExplainedProfile.fields, rows: try profiles.explained(profiles.all()))
      try list.show(table, of: store, schema: "blues.profile/1", title: "Hosts and visitors")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show a host or visitor, with the result of each rule.",
      discussion: examples(
        "blues exchange profile show \"Aguas del Norte\" --role visitor",
        note: """
          The rules are those of the first day it is available, otherwise of today. A rule is \
          kept, broken, or open: the proof is missing, or the Agency has to confirm it.
          """))

    @Argument(
      help: "The organisation, or a contact of it: id, name, or a unique part of its name.")
    var organisation: String
    @Option(help: "host or visitor; default: both.")
    var role: Profile.Role?
    @OptionGroup var past: PastOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let profiles = try store.toRead(at: past.at, for: output).profiles
      try output.show(page(profiles.explained(profiles.one(organisation, as: role))))
    }
  }
}

extension Profile.Role: OptionWord {}
