internal import ArgumentParser
internal import BluesCore
internal import Tabular

/// How a list is read and mapped: what all that read lists of records take.
struct MappedListOptions: ParsableArguments {
  @Option(
    name: .customLong("map"), parsing: .singleValue,
    help: "HEADING=FIELD, or 3=FIELD by column; may be repeated.", transform: Read.assignment)
  var assignments: [ImportRequest.Assignment] = []

  @Option(
    help: "A mapping file (TOML) that says how lists of this source are read and mapped.",
    completion: .file(extensions: ["toml"]))
  var mapping: String?

  @Option(
    name: .customLong("save-mapping"),
    help: "Write the mapping to a file, after the import or its dry run.",
    completion: .file(extensions: ["toml"]))
  var saveMapping: String?

  @Option(help: "Columns without a field: refuse (the default), ignore, or keep (contacts alone).")
  var unmapped: ImportRequest.Unmapped?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "FIELD=VALUE for rows without a value; may be repeated.", transform: Read.given)
  var defaults: [ImportRequest.Default] = []

  @Option(help: "Rows with totals, such as Summe or Total: leave (out; the default) or keep.")
  var totals: TotalsRows?

  @Option(
    name: .customLong("blank-words"),
    help: "More words that mean no value, separated by commas; -, n/a, k.A., brak are known.",
    transform: Read.words)
  var blankWords: [String]?

  @OptionGroup var reading: InputOptions

  @Option(help: "The file for rejected rows; default: beside the list.", completion: .file())
  var rejects: String?

  @Option(help: "Read at most this many rows.")
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up.") }
    if rejects == "-" {
      throw ValidationError("--rejects needs the name of a file; standard output has the answer.")
    }
  }

  /// Whether anything is said at all.
  var isSaid: Bool {
    !assignments.isEmpty || !defaults.isEmpty || totals != nil || unmapped != nil || limit != nil
      || blankWords != nil || [mapping, saveMapping, rejects].contains { $0 != nil }
      || reading.isSaid
  }
}

extension ImportRequest.Unmapped: OptionWord {}

extension TotalsRows: OptionWord {}
