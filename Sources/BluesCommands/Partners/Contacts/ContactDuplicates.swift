internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ContactCommand {
  struct Duplicates: DuplicatesCommand {
    static let configuration = CommandConfiguration(
      commandName: "duplicates",
      abstract: "List possible duplicates among contacts, with a score and its reasons.",
      discussion: examples(
        "blues partner contact duplicates", "blues partner contact duplicates --at-least 75",
        "blues partner contact duplicates --contact C17 --columns one,other,score,reasons",
        "blues partner contact duplicates --merge sure --dry-run",
        note: DuplicatesPage.note))

    @OptionGroup var wanted: DuplicatesOptions
    @Option(help: "Only possible duplicates of this contact.")
    var contact: String?
    @OptionGroup var all: MergeAllOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    static let noun = "contact"
    static func name(_ record: Contact) -> (code: String, title: String) {
      (record.code, record.title)
    }

    var only: String? { contact }

    static func find(
      in store: Store, atLeast score: Int, of record: String?, most: Int
    ) throws -> BluesCore.Duplicates<Contact> {
      try store.contacts.duplicates(atLeast: score, of: record, most: most)
    }

    static func mergeSure(in store: Store) throws -> SureMerges<Contact> {
      try store.contacts.mergeSure()
    }
  }

  struct Merge: ChangingCommand, MergingCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Merge several contacts: the first stays, the others are remembered.",
      discussion: examples(
        "blues partner contact merge C17 C23 --dry-run",
        "blues partner contact merge C17 C23 C31 --take email=C23 --yes",
        note: """
          Fields that are blank in the first are filled from the others; where they disagree, the \
          first wins. Later imports of the same lists still find the merged contacts. blues undo \
          restores everything.
          """))

    static var taken: [String] { ContactMerge.fields }

    @Argument(help: "The contact that stays, then those to merge into it.")
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
      abstract: "Mark two contacts as not the same.",
      discussion: examples(
        "blues partner contact distinct C17 C23", "blues partner contact distinct C17 C23 --forget")
    )

    @Argument(help: "One contact.")
    var contact: String
    @Argument(help: "The other one.")
    var other: String
    @Flag(help: "Remove the mark: they may be the same.")
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
