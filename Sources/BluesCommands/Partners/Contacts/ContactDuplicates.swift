internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ContactCommand {
  struct Duplicates: DuplicatesCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "duplicates",
      abstract: "List contacts that may be one, with a score and its reasons.",
      discussion: examples(
        "blues partner contact duplicates", "blues partner contact duplicates --at-least 75",
        "blues partner contact duplicates --contact C17 --columns one,other,score,reasons",
        "blues partner contact duplicates --merge sure --dry-run",
        note: DuplicatesPage.note))

    static var columns: [Column] { DuplicatesPage.columns }

    @OptionGroup var wanted: DuplicatesOptions
    @Option(help: "Only what may be the same as this contact.")
    var contact: String?
    @OptionGroup var all: MergeAllOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    static let noun = "contact"
    static func name(_ record: Contact) -> (code: String, title: String) {
      (record.code, record.title)
    }

    func validate() throws {
      guard all.merge != nil else { return }
      if contact != nil || list.at != nil {
        throw ValidationError("--merge takes all that are sure, as they are now.")
      }
    }

    func run() throws {
      if all.merge != nil {
        return try mergeAll { try $0.contacts.mergeSure() }
      }
      let found = try store.toRead(at: list.at, for: list.output).contacts.duplicates(
        atLeast: wanted.atLeast, of: contact, most: wanted.most(list))
      try DuplicatesPage.show(found, list, naming: Self.name)
    }
  }

  struct Merge: ChangingCommand, MergingCommand {
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

    static var taken: [String] { ContactMerge.fields }

    @Argument(help: "The contact that stays, then those that become part of it.")
    var contacts: [String]
    @OptionGroup var wishes: PreferenceOptions
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func validate() throws { try PreferenceOptions.check(contacts) }

    func run() throws {
      try change { store in
        let others = Array(contacts.dropFirst())
        try wishes.ask(contacts, confirmation, write) {
          let merge = try store.rehearsal.contacts.merge(contacts[0], with: others, wishes.wishes)
          return MergePage.preview(
            (merge.survivor.code, merge.survivor.title), merge.merged.map { ($0.code, $0.title) },
            merge.choices)
        }
        let merge = try store.contacts.merge(contacts[0], with: others, wishes.wishes)
        let codes = merge.merged.map(\.code)
        return MergePage.answer(
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
        return DuplicatesPage.answer(distinct: pair.map(\.code), isForgotten: forget)
      }
    }
  }
}
