internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

extension ProfileCommand {
  /// What can be said of a host or visitor.
  struct Draft: ParsableArguments {
    @Option(help: "The partner that manages it; the one in whose cluster it is otherwise.")
    var partner: String?
    @Option(help: "The partner in whose cluster it is a member.")
    var cluster: String?
    @Option(help: "Its sectors, separated by semicolons.")
    var sectors: String?
    @Option(help: "Its technologies, separated by semicolons.")
    var technologies: String?
    @Option(help: "The languages spoken, separated by semicolons.")
    var languages: String?
    @Option(help: "What it offers.")
    var offers: String?
    @Option(help: "What it seeks.")
    var seeks: String?
    @Option(name: .customLong("from"), help: "Available from.")
    var availableFrom: String?
    @Option(name: .customLong("to"), help: "Available to.")
    var availableTo: String?
    @Option(name: .customLong("prefers"), help: "Countries it would go to or receive from.")
    var preferredCountries: String?
    @Option(
      help: """
        What for: capacity-building, knowledge-sharing, project-development, market-research, \
        networking.
        """)
    var activities: String?
    @Option(help: "How many visitors a host takes in, in all.")
    var capacity: String?
    @Option(help: "Why it takes part.")
    var motivation: String?
    @Option(help: "Whether a CV was handed in: yes or no.")
    var cv: String?
    @Option(help: "The cluster with a profile on ECCP that it belongs to.")
    var eccp: String?
    @Option(help: "The managing partnership, when it is another than this project's.")
    var partnership: String?
    @Option(help: "The town.")
    var city: String?
    @Option(parsing: .unconditional, help: "Latitude and longitude, such as 43.6109,3.8772.")
    var coordinates: String?

    func draft(_ role: Profile.Role, category: String?, in store: Store) throws -> Profiles.Draft {
      var draft = Profiles.Draft(role: role, category: category)
      draft.partner = partner
      draft.cluster = cluster
      let said: [(ProfileField, String?)] = [
        (.sectors, sectors), (.technologies, technologies), (.languages, languages),
        (.offers, offers), (.seeks, seeks), (.preferredCountries, preferredCountries),
        (.activities, activities), (.capacity, capacity),
        (.motivation, motivation), (.cv, cv), (.eccp, eccp), (.partnership, partnership),
        (.city, city), (.coordinates, coordinates),
      ]
      for (field, text) in said { draft[field] = text }
      draft[.availableFrom] = try day(availableFrom, in: store)
      draft[.availableTo] = try day(availableTo, in: store)
      return draft
    }

    /// The day that a text means; an empty one takes the day away.
    private func day(_ text: String?, in store: Store) throws -> String? {
      guard let text, !text.isEmpty else { return text }
      return try store.day(DateExpression(text)).iso
    }
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
          + "training-provider. Town, sector and language of a contact hold where nothing is "
          + "said."))

    @Argument(
      help: "The organisation: id, name, or a part of its name no other has; or a contact's id.")
    var organisation: String
    @Option(help: "host or visitor.")
    var role: Profile.Role
    @Option(
      name: [.customLong("category"), .customLong("type")],
      help: "What it is in the scheme, such as sme.")
    var category: String
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let profile = try store.profiles.add(
          organisation, draft.draft(role, category: category, in: store))
        return try answer(
          profile, "\(profile.organisation) is registered as a \(role.rawValue).", in: store)
      }
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change what a host or visitor says of itself.",
      discussion: examples(
        "blues exchange profile set \"Aguas del Norte\" --role visitor --languages \"es; en\"",
        note: "An empty text takes a value away: --motivation \"\"."))

    @Argument(
      help: "The organisation: id, name, or a part of its name no other has; or a contact's id.")
    var organisation: String
    @Option(help: "host or visitor.")
    var role: Profile.Role
    @Option(
      name: [.customLong("category"), .customLong("type")],
      help: "What it is in the scheme, such as sme.")
    var category: String?
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let profile = try store.profiles.set(
          organisation, draft.draft(role, category: category, in: store))
        return try answer(
          profile, "Changed \(profile.organisation) as a \(role.rawValue).", in: store)
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Take out a host or visitor that no exchange has.",
      discussion: examples(
        "blues exchange profile remove \"Aguas del Norte\" --role visitor --yes"))

    @Argument(
      help: "The organisation: id, name, or a part of its name no other has; or a contact's id.")
    var organisation: String
    @Option(help: "host or visitor.")
    var role: Profile.Role
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      if !write.isRehearsal {
        try confirmation.ask("Remove \(organisation) as a \(role.rawValue)?")
      }
      try change { store in
        let profile = try store.profiles.remove(organisation, as: role)
        return try answer(
          profile, "Removed \(profile.organisation) as a \(role.rawValue).", in: store)
      }
    }
  }
}
