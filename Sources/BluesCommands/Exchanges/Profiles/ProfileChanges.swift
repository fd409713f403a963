internal import ArgumentParser
internal import Basics
internal import BluesCore

extension ProfileCommand {
  /// What can be said of a host or visitor by hand: who manages it, and its fields.
  enum Fields: OptionSource {
    static var described: [DescribedOption] {
      [
        DescribedOption(
          "partner", options: ["partner"],
          help: "The partner that manages it; default: the partner of its cluster."),
        DescribedOption(
          "cluster", options: ["cluster"],
          help: "The partner in whose cluster it is a member."),
      ]
        + ProfileField.optional.map {
          DescribedOption($0.name, options: [$0.option ?? $0.name], help: $0.help)
        }
    }
  }

  static func draft(
    _ said: SaidOptions<Fields>, _ role: Profile.Role, category: String?, in store: Store
  ) throws -> Profiles.Draft {
    var draft = Profiles.Draft(role: role, category: category)
    draft.partner = said["partner"]
    draft.cluster = said["cluster"]
    for field in ProfileField.optional { draft[field] = said[field.name] }
    for field in [ProfileField.availableFrom, .availableTo] {
      // An empty text takes the day away.
      guard let text = said[field.name], !text.isEmpty else { continue }
      draft[field] = try store.day(DateExpression(text)).iso
    }
    return draft
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Register an organisation as host or visitor.",
      discussion: examples(
        "blues exchange profile add \"Aguas del Norte\" --role visitor --category sme",
        "blues exchange profile add O1 --role host --category cluster --partner NP",
        "blues exchange profile add C17 --role visitor --category sme --prefers \"FR; DE\"",
        note: "Categories: cluster, support-organisation, sme, large-company, public-authority, "
          + "training-provider. Without options, town, sector and language are those of the contact."
      ))

    @Argument(
      help: "The organisation: id, name, or a unique part of its name; or a contact's id.")
    var organisation: String
    @Option(help: "host, visitor or both.")
    var role: ProfileRoles
    @Option(
      name: [.customLong("category"), .customLong("type")],
      help: "Its category in the scheme, such as sme.")
    var category: String
    @OptionGroup var said: SaidOptions<Fields>
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let profiles = try store.profiles.add(
          organisation, draft(said, role.roles[0], category: category, in: store),
          as: role.roles)
        return try answer(
          profiles, "\(profiles[0].organisation) is registered as \(role.words).", in: store)
      }
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change the profile of a host or visitor.",
      discussion: examples(
        "blues exchange profile set \"Aguas del Norte\" --role visitor --languages \"es; en\"",
        note: "An empty text clears a value: --motivation \"\"."))

    @Argument(
      help: "The organisation: id, name, or a unique part of its name; or a contact's id.")
    var organisation: String
    @Option(help: "host, visitor or both.")
    var role: ProfileRoles
    @Option(
      name: [.customLong("category"), .customLong("type")],
      help: "Its category in the scheme, such as sme.")
    var category: String?
    @OptionGroup var said: SaidOptions<Fields>
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let profiles = try store.profiles.set(
          organisation, draft(said, role.roles[0], category: category, in: store),
          as: role.roles)
        return try answer(
          profiles, "Changed \(profiles[0].organisation) as \(role.words).", in: store)
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a host or visitor that no exchange uses.",
      discussion: examples(
        "blues exchange profile remove \"Aguas del Norte\" --role visitor --yes"))

    @Argument(
      help: "The organisation: id, name, or a unique part of its name; or a contact's id.")
    var organisation: String
    @Option(help: "host or visitor.")
    var role: Profile.Role
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change(asking: "Remove \(organisation) as a \(role.rawValue)?", confirmation) { store in
        let profile = try store.profiles.remove(organisation, as: role)
        return try answer(
          profile, "Removed \(profile.organisation) as a \(role.rawValue).", in: store)
      }
    }
  }
}

/// The roles that a profile is registered in, as an option says them.
enum ProfileRoles: String, OptionWord {
  case host, visitor, both

  var roles: [Profile.Role] {
    switch self {
    case .host: [.host]
    case .visitor: [.visitor]
    case .both: [.host, .visitor]
    }
  }

  /// The roles in a sentence.
  var words: String { Profile.Role.words(roles) }
}
