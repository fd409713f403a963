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
    help: "Write what was settled to a mapping file, once the import or its rehearsal is done.",
    completion: .file(extensions: ["toml"]))
  var saveMapping: String?

  @Option(help: "Columns that no field takes: refuse (without saying), ignore or keep.")
  var unmapped: ImportRequest.Unmapped?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "FIELD=VALUE for rows that do not say it; may be repeated.", transform: Read.given)
  var defaults: [ImportRequest.Default] = []

  @Option(help: "Rows that add up the others, such as Summe or Total: leave (out) or keep.")
  var totals = TotalsRows.leave

  @OptionGroup var reading: InputOptions

  @Option(help: "Where rejected rows go; beside the file otherwise.", completion: .file())
  var rejects: String?

  @Option(help: "Read so many rows at most.")
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up.") }
    if rejects == "-" {
      throw ValidationError("--rejects needs the name of a file; standard output has the answer.")
    }
  }

  /// Whether anything is said at all.
  var isSaid: Bool {
    !assignments.isEmpty || !defaults.isEmpty || totals != .leave || unmapped != nil || limit != nil
      || [mapping, saveMapping, rejects].contains { $0 != nil } || reading.isSaid
  }
}

extension ImportRequest.Unmapped: OptionWord {}

extension TotalsRows: OptionWord {}
