internal import ArgumentParser
internal import BluesCore
internal import Documents

extension OrganisationCommand {
  struct Duplicates: DuplicatesCommand {
    static let configuration = CommandConfiguration(
      commandName: "duplicates",
      abstract: "List possible duplicates among organisations, with a score and its reasons.",
      discussion: examples(
        "blues partner organisation duplicates",
        "blues partner organisation duplicates --at-least 75 --json",
        "blues partner organisation duplicates --merge sure --yes",
        note: DuplicatesPage.note))

    @OptionGroup var wanted: DuplicatesOptions
    @Option(help: "Only possible duplicates of this organisation.")
    var organisation: String?
    @OptionGroup var all: MergeAllOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    static let noun = "organisation"
    static func name(_ record: Organisation) -> (code: String, title: String) {
      (record.code, record.name)
    }

    var only: String? { organisation }

    static func find(
      in store: Store, atLeast score: Int, of record: String?, most: Int
    ) throws -> BluesCore.Duplicates<Organisation> {
      try store.organisations.duplicates(atLeast: score, of: record, most: most)
    }

    static func mergeSure(in store: Store) throws -> SureMerges<Organisation> {
      try store.organisations.mergeSure()
    }
  }

  struct Merge: ChangingCommand, MergingCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Merge several organisations: contacts, memberships and profiles move.",
      discussion: examples(
        "blues partner organisation merge O4 O9 --dry-run",
        "blues partner organisation merge O4 O9 --take name=O9 --yes",
        note: "The spellings of the others are remembered: lists that use them find the first."))

    static var taken: [String] { OrganisationField.allCases.map(\.rawValue) }

    @Argument(help: "The organisation that stays, then those to merge into it.")
    var organisations: [String]
    @OptionGroup var wishes: PreferenceOptions
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func validate() throws { try PreferenceOptions.check(organisations) }

    func run() throws {
      try change { store in
        let others = Array(organisations.dropFirst())
        try wishes.ask(organisations, confirmation, write) {
          let merge = try store.rehearsal.organisations.merge(
            organisations[0], with: others, wishes.wishes)
          return MergePage.preview(
            (merge.survivor.code, merge.survivor.name), merge.merged.map { ($0.code, $0.name) },
            merge.choices)
        }
        let merge = try store.organisations.merge(organisations[0], with: others, wishes.wishes)
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
      abstract: "Mark two organisations as not the same.",
      discussion: examples(
        "blues partner organisation distinct O4 O9",
        "blues partner organisation distinct O4 O9 --forget"))

    @Argument(help: "One organisation.")
    var organisation: String
    @Argument(help: "The other one.")
    var other: String
    @Flag(help: "Remove the mark: they may be the same.")
    var forget = false
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let pair = try store.organisations.distinct(organisation, other, forget: forget)
        return DuplicatesPage.answer(distinct: pair.map(\.code), isForgotten: forget)
      }
    }
  }
}
