internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ContactCommand {
  struct Duplicates: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "duplicates",
      abstract: "List contacts that may be one, with a score and its reasons.",
      discussion: examples(
        "blues partner contact duplicates", "blues partner contact duplicates --at-least 75",
        "blues partner contact duplicates --contact C17 --columns one,other,score,reasons",
        note: DoublesAnswer.note))

    @OptionGroup var wanted: DoublesOptions
    @Option(help: "Only what may be the same as this contact.")
    var contact: String?
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let found = try store.toRead(at: list.at, for: list.output).contacts.duplicates(
        atLeast: wanted.atLeast, of: contact, most: wanted.most(list))
      try DoublesAnswer.show(found, list) { ($0.code, $0.title) }
    }
  }

  struct Merge: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Make several contacts one: the first stays, the others are remembered.",
      discussion: examples(
        "blues partner contact merge C17 C23 --dry-run",
        "blues partner contact merge C17 C23 C31 --take email=C23 --yes",
        note: """
          What the first does not say is filled from the others; where they disagree, the first \
          is right. The lists they came from go on finding them. blues undo gives all back.
          """))

    @Argument(help: "The contact that stays, then those that become part of it.")
    var contacts: [String]
    @OptionGroup var wishes: WishOptions
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func validate() throws { try WishOptions.check(contacts) }

    func run() throws {
      try wishes.ask(contacts, confirmation, write)
      try change { store in
        let merge = try store.contacts.merge(
          contacts[0], with: Array(contacts.dropFirst()), wishes.wishes)
        let codes = merge.merged.map(\.code)
        return MergeAnswer.answer(
          "Merged \(codes.joined(separator: ", ")) into \(merge.survivor.code).", merge.choices,
          page(merge.survivor), codes)
      }
    }
  }

  struct Distinct: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "distinct",
      abstract: "Remember that two contacts are not the same.",
      discussion: examples(
        "blues partner contact distinct C17 C23", "blues partner contact distinct C17 C23 --forget")
    )

    @Argument(help: "One contact.")
    var contact: String
    @Argument(help: "The other one.")
    var other: String
    @Flag(help: "Take it back: they may be the same after all.")
    var forget = false
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let pair = try store.contacts.distinct(contact, other, forget: forget)
        return DoublesAnswer.answer(distinct: pair.map(\.code), isForgotten: forget)
      }
    }
  }
}
