internal import ArgumentParser
internal import BluesCore

extension ActivityCommand {
  struct Attend: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "attend",
      abstract: "Record who took part, by contact or by count.",
      discussion: examples(
        "blues workpackage activity attend A1 C17 C18",
        "blues workpackage activity attend A1 --count sme=12 --count cluster=3",
        "blues workpackage activity attend A1 C40 --count public-authority=2 --guests",
        "blues workpackage activity attend A1 C18 --remove",
        note: """
          Types of organisations: \(HeadCount.types.joined(separator: ", ")). A count takes the \
          place of the earlier one; zero removes it. Without --guests the persons are members of \
          the partnership and its clusters.
          """))

    @Argument(help: Activity.register.argument, transform: { try Read.code($0) })
    var code: ActivityCode
    @Argument(help: "Contacts: id, e-mail, or a unique part of the name.")
    var contacts: [String] = []
    @Option(
      name: .customLong("count"), parsing: .singleValue,
      help: "TYPE=PERSONS by type of organisation, such as sme=12; may be repeated.",
      transform: Read.headCount)
    var counts: [HeadCount] = []
    @Flag(help: "They are guests, not members.")
    var guests = false
    @Flag(help: "Remove the contacts from the participants.")
    var remove = false
    @OptionGroup var write: WriteOptions

    func validate() throws {
      if remove, !counts.isEmpty {
        throw ValidationError("--remove goes with contacts; a count of 0 removes a count.")
      }
    }

    func run() throws {
      try change { store in
        let activity =
          remove
          ? try store.activities.excuse(code, contacts: contacts)
          : try store.activities.attend(
            code, contacts: contacts, counts: counts, as: guests ? .guest : .member)
        return Answer(
          "\(code): \(activity.attendance)", Activity.register.page(activity))
      }
    }
  }
}

extension Read {
  static let headCount = argument { try HeadCount($0) }
}
