internal import ArgumentParser
internal import BluesCore
internal import Tabular

/// What every import of a list takes.
struct ImportOptions: ParsableArguments {
  @Argument(help: "A CSV, TSV, XLSX, vCard or JSON file; - is standard input.", completion: .file())
  var file: String

  @OptionGroup var mapped: MappedListOptions

  @Option(name: .customLong("max-errors"), help: "Stop after this many rejected rows.")
  var mostRejected: Int?

  @Flag(help: "Do not reuse the options of the last import of this list.")
  var forget = false

  func validate() throws {
    if let mostRejected, mostRejected < 0 {
      throw ValidationError("--max-errors takes a number from 0 up.")
    }
  }

  /// The list itself.
  var list: ListFile { ListFile(path: file, options: mapped) }

  var rejects: String? { mapped.rejects }

  /// What is said of the list, by the options and by the mapping file; some records may keep no cells
  /// of columns that no field takes.
  func request(_ others: OtherColumns = .kept) throws -> ImportRequest {
    var request = try list.request(others)
    request.mostRejected = mostRejected
    return request
  }

  /// The same options for this file and each of others.
  func each(with others: [String]) -> [ImportOptions] {
    ([file] + others).map { path in
      var options = self
      options.file = path
      return options
    }
  }
}
