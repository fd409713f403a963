internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ProfileCommand {
  /// Whose profile, and on which side.
  struct Whose: ParsableArguments {
    @Argument(help: "The organisation: id, name, or a part of its name that no other has.")
    var organisation: String
    @Option(help: "host or visitor.")
    var role: Profile.Role
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Register an organisation as host or visitor.",
      discussion: examples(
        "blues exchange profile add \"Aguas del Norte\" --role visitor --category sme",
        "blues exchange profile add O1 --role host --category cluster --partner NP --capacity 3",
        note: "Categories: cluster, support-organisation, sme, large-company, public-authority, "
          + "training-provider."))

    @OptionGroup var whose: Whose
    @Option(help: "What it is in the scheme, such as sme.")
    var category: String
    @OptionGroup var said: ProfileOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
      let store = try write.store.toWrite("exchange profile add", isRehearsal: write.isRehearsal)
      let profile = try store.profiles.add(
        whose.organisation, said.draft(as: whose.role, category, store))
      try ProfileCommand.show(
        profile, "\(profile.organisation) is registered as a \(profile.role.rawValue).", write)
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change what a host or visitor registered.",
      discussion: examples(
        "blues exchange profile set \"Aguas del Norte\" --role visitor --seeks \"sensors; tests\"",
        "blues exchange profile set O1 --role host --from 2021-03-01 --to 2021-06-30"))

    @OptionGroup var whose: Whose
    @Option(help: "What it is in the scheme, such as sme.")
    var category: String?
    @OptionGroup var said: ProfileOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
      let store = try write.store.toWrite("exchange profile set", isRehearsal: write.isRehearsal)
      let profile = try store.profiles.set(
        whose.organisation, said.draft(as: whose.role, category, store))
      try ProfileCommand.show(
        profile, "\(profile.organisation) is changed as a \(profile.role.rawValue).", write)
    }
  }

  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept",
      abstract: "Record that a profile was assessed and accepted.",
      discussion: examples(
        "blues exchange profile accept \"Aguas del Norte\" --role visitor --on 2021-02-01"))

    @OptionGroup var whose: Whose
    @Option(help: "Why, where it is worth a word.")
    var because: String?
    @Option(help: "The day it was decided; today otherwise.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      let store = try write.store.toWrite(
        "exchange profile accept", isRehearsal: write.isRehearsal)
      let profile = try store.profiles.assess(
        whose.organisation, as: whose.role, .accepted, on: store.dayOrToday(on), because: because)
      try ProfileCommand.show(
        profile, "\(profile.organisation) is accepted as a \(profile.role.rawValue).", write)
    }
  }

  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reject",
      abstract: "Record that a profile was assessed and rejected, and why.",
      discussion: examples(
        "blues exchange profile reject O1 --role visitor --because \"No cluster on ECCP\""))

    @OptionGroup var whose: Whose
    @Option(help: "Why.")
    var because: String
    @Option(help: "The day it was decided; today otherwise.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      let store = try write.store.toWrite(
        "exchange profile reject", isRehearsal: write.isRehearsal)
      let profile = try store.profiles.assess(
        whose.organisation, as: whose.role, .rejected, on: store.dayOrToday(on), because: because)
      try ProfileCommand.show(
        profile, "\(profile.organisation) is rejected as a \(profile.role.rawValue).", write)
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Take a profile away that no exchange refers to.",
      discussion: examples("blues exchange profile remove O1 --role host"))

    @OptionGroup var whose: Whose
    @OptionGroup var write: WriteOptions

    func run() throws {
      let store = try write.store.toWrite(
        "exchange profile remove", isRehearsal: write.isRehearsal)
      let organisation = try store.profiles.remove(whose.organisation, as: whose.role)
      try write.output.show(
        write.sentence("\(organisation.name) is no \(whose.role.rawValue) any more."),
        Document(
          schema: "blues.profile/1",
          blocks: [
            .facts(
              Facts([
                Fact("organisation", "Organisation", .text(organisation.name)),
                Fact("role", "Role", .text(whose.role.rawValue)),
                Fact("removed", "Removed", .flag(true)),
              ]))
          ]))
    }
  }
}
