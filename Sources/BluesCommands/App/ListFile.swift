internal import Basics
internal import BluesCore
internal import Glibc
internal import Tabular

/// What becomes of columns that no field takes, where a list is asked to keep them.
enum OtherColumns {
  /// The records keep them.
  case kept
  /// The records keep none, and did not tell earlier; they are left out and told.
  case leftOut
  /// The records keep none, and asking for it is refused.
  case refused
}

/// A list that a command reads: where it is, and how it is read and mapped.
struct ListFile {
  /// `-` is standard input.
  let path: String
  var options: MappedListOptions
  /// The encoding of a text that does not say its own.
  var usualEncoding: TextEncoding?

  /// The name that messages have for it.
  var name: String { Self.lastPart(path == "-" ? "standard input" : path) }

  /// What is said of the list, by the options and by the mapping file.
  ///
  /// Where neither says what becomes of columns that no field takes, `unmapped` does. Records that
  /// keep no other cells leave out the columns that a mapping file keeps for those that do.
  func request(
    unmapped: ImportRequest.Unmapped = .refuse, _ others: OtherColumns = .kept
  ) throws -> ImportRequest {
    if others == .refused, options.unmapped == .keep { throw MappingProblem.keepsNoOthers }
    let known = try options.mapping.map { try MappingFileAccess.read($0) }
    var request = ImportRequest(
      fileName: name, assignments: options.assignments,
      unmapped: options.unmapped ?? known?.unmapped ?? unmapped, defaults: options.defaults,
      source: known?.source, file: known)
    request.isHeadingSaid = options.reading.headerLine != nil
    request.keepsOthers = others == .kept
    if others != .kept, request.unmapped == .keep { request.unmapped = .ignore }
    request.mostRows = options.limit
    request.totals = options.totals ?? .leave
    request.blankWords = options.blankWords ?? []
    return request
  }

  /// How the list is read, as far as the options and the mapping file say it.
  private func reading(_ request: ImportRequest) -> ReadingOptions {
    var reading = options.reading.options
    reading.usualEncoding = usualEncoding
    return request.file?.completing(reading) ?? reading
  }

  /// Opens the list; how far it is read is told to the progress line.
  func reader(_ progress: Progress, _ request: ImportRequest) throws -> RowReader {
    try HeldOutputs.refuse(reading: path)
    let source =
      path == "-" ? ByteSource.file(descriptor: STDIN_FILENO) : try ByteSource.file(at: path)
    progress.size = path == "-" ? nil : Self.size(of: path)
    // A rejects file is ours, whatever the options say of the list it came from.
    let options =
      RejectedText.delimiter(of: path).map { delimiter in
        ReadingOptions(encoding: .utf8, delimiter: delimiter, hasHeader: true)
      } ?? reading(request)
    return try RowReader(source: progress.counting(source), options: options)
  }

  /// Reads the list; once that is done, what was settled is written where `--save-mapping` says.
  func take<Value>(
    _ request: ImportRequest, sparing project: StoreOptions, output: OutputOptions,
    _ mapping: (Value) -> Mapping, _ body: (RowReader, Progress) throws -> Value
  ) throws -> Value {
    try KeptFiles.refuseSame([
      ("-o", output.output.flatMap { $0.isStandardOutput ? nil : $0.name }),
      ("--rejects", options.rejects), ("--save-mapping", options.saveMapping),
    ])
    let saving = try options.saveMapping.map { file in
      try project.kept(reading: [path]).check(file)
      return try OutputFile(file, overwriting: output.force)
    }
    let value = try read { progress in try body(reader(progress, request), progress) }
    if let saving {
      let settled = MappingFile(mapping(value), request, reading(request))
      let text = settled.toml(list: name, on: try Environment.today())
      try saving.append(Array(text.utf8))
      try saving.finish()
    }
    return value
  }

  /// Refuses a list that is not there, before others are imported.
  func check() throws {
    guard path != "-" else { return }
    do throws(TabularProblem) {
      try ByteSource.check(path)
    } catch {
      throw ListProblem(file: name, problem: error)
    }
  }

  /// Reads the list, and gives what is wrong with it the list's name.
  private func read<Value>(_ body: (Progress) throws -> Value) throws -> Value {
    let progress = Progress()
    defer { progress.end() }
    do {
      return try body(progress)
    } catch let problem as TabularProblem {
      throw ListProblem(file: name, problem: problem)
    }
  }

  private static func size(of path: String) -> Int? {
    var found = stat()
    return stat(path.fileName, &found) == 0 ? Int(found.st_size) : nil
  }

  static func exists(_ path: String) -> Bool {
    var found = stat()
    return stat(path.fileName, &found) == 0
  }

  static func lastPart(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
