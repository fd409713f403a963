internal import ArgumentParser
internal import BluesCore
internal import Documents
internal import Glibc
internal import Tabular

/// What every import of a list takes.
struct ImportOptions: ParsableArguments {
  @Argument(help: "A CSV, TSV or XLSX file; - is standard input.", completion: .file())
  var file: String

  @Option(
    name: .customLong("map"), parsing: .singleValue,
    help: "HEADING=FIELD, or 3=FIELD by column; may be repeated.", transform: Read.assignment)
  var assignments: [ImportRequest.Assignment] = []

  @Option(help: "Columns that no field takes: refuse, ignore or keep.")
  var unmapped: ImportRequest.Unmapped = .refuse

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "FIELD=VALUE for rows that do not say it; may be repeated.", transform: Read.given)
  var defaults: [ImportRequest.Default] = []

  @Option(
    help: "The encoding, when it is not UTF-8, such as windows-1250.", transform: Read.encoding)
  var encoding: TextEncoding?

  @Option(help: "What stands between cells: one character, or tab.", transform: Read.delimiter)
  var delimiter: UInt8?

  @Flag(name: .customLong("no-header"), help: "The first row is no heading.")
  var noHeader = false

  @Option(help: "The sheet of a workbook, by name or number.")
  var sheet: String?

  @Option(help: "Where rejected rows go; beside the file otherwise.", completion: .file())
  var rejects: String?

  @Option(name: .customLong("max-errors"), help: "Give up after so many rejected rows.")
  var mostRejected: Int?

  var request: ImportRequest {
    ImportRequest(
      fileName: Self.lastPart(file == "-" ? "standard input" : file), assignments: assignments,
      unmapped: unmapped, defaults: defaults, mostRejected: mostRejected)
  }

  /// Opens the list; how far it is read is told to the progress line.
  func reader(_ progress: Progress) throws -> RowReader {
    let source =
      file == "-" ? ByteSource.file(descriptor: STDIN_FILENO) : try ByteSource.file(at: file)
    progress.size = file == "-" ? nil : Self.size(of: file)
    // A rejects file is ours, whatever the options say of the list it came from.
    let options =
      RejectsFile.isOne(file)
      ? ReadingOptions(encoding: .utf8, delimiter: UInt8(ascii: ","), hasHeader: true)
      : ReadingOptions(
        encoding: encoding, delimiter: delimiter, hasHeader: !noHeader, sheet: sheet)
    return try RowReader(source: progress.counting(source), options: options)
  }

  /// Reads the list, and gives what is wrong with it the list's name.
  func read<Value>(_ body: (Progress) throws -> Value) throws -> Value {
    let progress = Progress()
    defer { progress.end() }
    do {
      return try body(progress)
    } catch let problem as TabularProblem {
      throw ListProblem(file: request.fileName, problem: problem)
    }
  }

  func validate() throws {
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

extension ImportRequest.Unmapped: ExpressibleByArgument {}
