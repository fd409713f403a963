internal import ArgumentParser
internal import BluesCore
internal import Documents
internal import Glibc
internal import Tabular

/// What every import of a list takes.
struct ImportOptions: ParsableArguments {
  @Argument(help: "A CSV, TSV, XLSX, vCard or JSON file; - is standard input.", completion: .file())
  var file: String

  @Argument(help: "More files, for imports that take several.", completion: .file())
  var moreFiles: [String] = []

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

  @Option(name: .customLong("max-errors"), help: "Give up after so many rejected rows.")
  var mostRejected: Int?

  /// What is said of the list, by the options and by the mapping file.
  var request: ImportRequest {
    get throws {
      let known = try mapping.map { try MappingFileAccess.read($0) }
      var request = ImportRequest(
        fileName: fileName, assignments: assignments,
        unmapped: unmapped ?? known?.unmapped ?? .refuse, defaults: defaults,
        source: known?.source, file: known, mostRejected: mostRejected)
      request.mostRows = limit
      request.totals = totals
      return request
    }
  }

  /// The same options for each of the files.
  var each: [ImportOptions] {
    ([file] + moreFiles).map { path in
      var options = self
      options.file = path
      options.moreFiles = []
      return options
    }
  }

  private var fileName: String { Self.lastPart(file == "-" ? "standard input" : file) }

  /// How the list is read, as far as the options and the mapping file say it.
  private func reading(_ request: ImportRequest) -> ReadingOptions {
    request.file?.completing(reading.options) ?? reading.options
  }

  /// Opens the list; how far it is read is told to the progress line.
  func reader(_ progress: Progress, _ request: ImportRequest) throws -> RowReader {
    let source =
      file == "-" ? ByteSource.file(descriptor: STDIN_FILENO) : try ByteSource.file(at: file)
    progress.size = file == "-" ? nil : Self.size(of: file)
    // A rejects file is ours, whatever the options say of the list it came from.
    let options =
      RejectedText.delimiter(of: file).map { delimiter in
        ReadingOptions(encoding: .utf8, delimiter: delimiter, hasHeader: true)
      } ?? reading(request)
    return try RowReader(source: progress.counting(source), options: options)
  }

  /// Reads the list; once that is done, what was settled is written where `--save-mapping` says.
  func take(
    _ request: ImportRequest, for write: WriteOptions,
    _ body: (RowReader, Progress) throws -> ImportOutcome
  ) throws -> ImportOutcome {
    let saving = try saveMapping.map { path in
      try write.project.kept(reading: [file]).check(path)
      return try OutputFile(path, overwriting: write.output.force)
    }
    let outcome = try read { progress in try body(reader(progress, request), progress) }
    if let saving {
      let settled = MappingFile(outcome.mapping, request, reading(request))
      let text = settled.toml(list: fileName, on: try Environment.today())
      try saving.append(Array(text.utf8))
      try saving.finish()
    }
    return outcome
  }

  /// Reads the list, and gives what is wrong with it the list's name.
  private func read<Value>(_ body: (Progress) throws -> Value) throws -> Value {
    let progress = Progress()
    defer { progress.end() }
    do {
      return try body(progress)
    } catch let problem as TabularProblem {
      throw ListProblem(file: fileName, problem: problem)
    }
  }

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up.") }
    if !moreFiles.isEmpty, rejects != nil || saveMapping != nil {
      throw ValidationError("--rejects and --save-mapping go with one file at a time.")
    }
    if rejects == "-" {
      throw ValidationError("--rejects needs the name of a file; standard output has the answer.")
    }
  }

  private static func size(of path: String) -> Int? {
    var found = stat()
    return stat(path, &found) == 0 ? Int(found.st_size) : nil
  }

  static func lastPart(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}

extension ImportRequest.Unmapped: OptionWord {}

extension TotalsRows: OptionWord {}
