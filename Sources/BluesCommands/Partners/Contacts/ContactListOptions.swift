internal import ArgumentParser
internal import BluesCore
internal import Tabular

/// What every import of a list of contacts takes beside the list itself.
struct ContactListOptions: ParsableArguments {
  @Option(help: "The partner whose list it is.")
  var partner: String?
  @Option(help: "The country of rows without one.", transform: Read.country)
  var country: CountryCode?
  @Option(help: "A name for the sender, to which the sender's ids belong.")
  var source: String?
  @Option(
    name: .customLong("accept"), parsing: .singleValue,
    help: "A rule that only warns, such as phone; may be repeated.",
    transform: Read.rule)
  var accepted: [ContactRule] = []
  @Option(
    help: """
      What the import can do: create adds new contacts, update changes known ones, upsert does \
      both, fill adds and fills blanks.
      """)
  var mode = ImportMode.upsert
  @Option(help: "What a blank cell does to a known value: keep or clear.")
  var blank = BlankCells.keep
  @Option(help: "What to do with fields that were changed here since: keep or replace.")
  var edits = EditedFields.keep
  @OptionGroup private var numbers: DecimalOptions
  @Option(
    help: "The legal basis and its date, such as 'consent 2021-03-01', for rows without one.",
    transform: Read.statedBasis)
  var basis: LegalBasisOption?

  /// What an import of one file came to.
  struct Done {
    let name: String
    let outcome: ImportOutcome
    let reused: [String]
    let rejects: String?
    /// Options to be said again with the rejected rows, where no row was imported.
    let again: [String]
  }

  /// Imports one file, in the way that the command has.
  func bring(
    _ list: ImportOptions, to store: Store, by write: WriteOptions,
    _ run: (RowReader, ImportRequest, RejectsFile, @escaping (Int) -> Void) throws -> ImportOutcome
  ) throws -> Done {
    var said = ListSaying(
      list: list, dateOrder: write.project.dateOrder, partner: partner, country: country,
      source: source, accepted: accepted)
    said.decimal = numbers.decimal
    try said.complete(from: store)
    var given = try said.request()
    given.mode = mode
    given.blanks = blank
    given.edits = edits
    given.defaults += try basis?.defaults(said.dateOrder) ?? []
    let request = given
    let rejects = RejectsFile(list.rejects, of: list.file, isRehearsal: write.isRehearsal)
    let outcome = try said.take(request, for: write) { reader, progress in
      rejects.follow(reader.reading)
      return try run(reader, request, rejects, progress.tell)
    }
    return Done(
      name: request.fileName, outcome: outcome, reused: said.told(rejects.reading),
      rejects: rejects.path, again: said.neededAgain)
  }
}

extension ImportMode: OptionWord {}

extension BlankCells: OptionWord {}

extension EditedFields: OptionWord {}

extension AbsentChoice: OptionWord {}
