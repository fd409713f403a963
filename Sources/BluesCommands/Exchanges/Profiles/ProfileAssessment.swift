internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

extension ProfileCommand {
  struct Accept: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept",
      abstract: "Record that the managing partnership accepted a host or visitor.",
      discussion: examples(
        "blues exchange profile accept \"Aguas del Norte\" --role visitor --on 2021-03-15"))

    @Argument(
      help: "The organisation: id, name, or a unique part of its name; or a contact's id.")
    var organisation: String
    @Option(help: "host or visitor.")
    var role: Profile.Role
    @Option(help: "The day it was accepted; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let profile = try store.profiles.assess(
          organisation, as: role, .accepted, on: store.dayOrToday(on))
        return try answer(
          profile, "\(profile.organisation) is accepted as a \(role.rawValue).", in: store)
      }
    }
  }

  struct Reject: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "reject",
      abstract: "Record that the managing partnership rejected a host or visitor.",
      discussion: examples(
        "blues exchange profile reject O4 --role host --because \"No cluster profiled on ECCP\""))

    @Argument(
      help: "The organisation: id, name, or a unique part of its name; or a contact's id.")
    var organisation: String
    @Option(help: "host or visitor.")
    var role: Profile.Role
    @Option(help: "The reason.")
    var because: String
    @Option(help: "The day it was rejected; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let profile = try store.profiles.assess(
          organisation, as: role, .rejected, on: store.dayOrToday(on), because: because)
        return try answer(
          profile, "\(profile.organisation) is rejected as a \(role.rawValue).", in: store)
      }
    }
  }

  struct FromContacts: ChangingCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "from-contacts",
      abstract: "Register the organisations of known contacts, in one step.",
      discussion: examples(
        """
        blues exchange profile from-contacts --where partner=ZINNAE --where sector~water \
        --role visitor --category sme
        """,
        note: """
          Conditions are those of blues partner contact list. Without options, town, sector and \
          language are those of the organisation's first contact.
          """))

    static var columns: [Column] { Contact.fields.map(\.column) }

    @Option(
      name: .customLong("where"), parsing: .singleValue,
      help: "FIELD=VALUE, or with != ~ < > <= >=; may be repeated.", transform: Read.condition)
    var conditions: [Condition]
    @Option(help: "host or visitor.")
    var role: Profile.Role
    @Option(
      name: [.customLong("category"), .customLong("type")],
      help: "Their category in the scheme, such as sme.")
    var category: String
    @OptionGroup var said: SaidOptions<Fields>
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let listing = Listing(columns: ["code"], conditions: conditions)
        let table = try ContactCommand.table(
          store.contacts.all(), of: store, listing, emptySentence: "No contacts yet.")
        let chosen = try ConditionReading(columns: table.columns) { try store.project.dates() }
          .read(listing).apply(to: table)
        let codes = chosen.rows.compactMap { row -> String? in
          guard case .text(let code)? = row.first else { return nil }
          return code
        }
        let registered = try store.profiles.add(
          contacts: codes, draft(said, role, category: category, in: store))
        let count = registered.profiles.count
        return Answer(
          "Registered \(counted(count, "organisation")) "
            + "as \(agreeing(count, role.rawValue, "\(role.rawValue)s")); "
            + "\(registered.alreadyThere) "
            + "\(agreeing(registered.alreadyThere, "was", "were")) there already, "
            + "\(counted(registered.withoutOrganisation, "contact")) "
            + "\(agreeing(registered.withoutOrganisation, "has", "have")) no organisation.",
          Document(
            schema: "blues.profile/1",
            blocks: [
              .table(
                Table(
                  noun: "profiles", emptySentence: "Nothing was registered.",
                  fields: ExplainedProfile.fields,
                  rows: try store.profiles.explained(registered.profiles))),
              .data("already_there", .integer(registered.alreadyThere)),
              .data("without_organisation", .integer(registered.withoutOrganisation)),
            ]))
      }
    }
  }
}
