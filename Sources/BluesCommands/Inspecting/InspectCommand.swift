internal import ArgumentParser
internal import BluesCore
internal import Documents
internal import Glibc
internal import Tabular

/// Shows what blues sees in a file, before anything is imported.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show how blues reads a list, before anything is imported.",
    discussion: examples(
      "blues inspect members.csv",
      "blues inspect members.xlsx --sheet 2",
      "blues inspect members.csv --encoding windows-1250 --rows --format json",
      note: "It opens no project and changes nothing. Of a pipe it looks at 8 MiB at most."))

  @Argument(help: "A CSV, TSV, XLSX, vCard or JSON file; - is standard input.", completion: .file())
  var file: String

  @OptionGroup var reading: InputOptions

  @Flag(help: "Print every cell as it was read; with --format json while reading.")
  var rows = false

  @Option(help: "Look at at most this many rows.")
  var limit: Int?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up.") }
    if rows, output.chosenFormat != .json {
      throw ValidationError("--rows prints JSON; add --format json.")
    }
  }

  func run() throws {
    let progress = Progress()
    defer { progress.end() }
    let stream = try output.hold(sparing: KeptFiles(inputs: [file]))
    let bound = ByteLimit(most: Self.mostOfPipe)
    do {
      let source = bound.bounding(try source(progress))
      let opened = try TableFile.open(source: source, options: options)
      if rows {
        try InspectionRows(opened, limit: limit, bound, to: stream).write()
      } else {
        let page = try InspectionPage(
          opened, options, name: name, limit: limit, bound, progress: progress)
        let isData = output.features.contains(.nested)
        try output.show(page.document(isPage: !isData))
      }
    } catch let problem as TabularProblem {
      // What is wrong at the end of a cut input is the cut.
      throw ListProblem(file: name, problem: bound.isReached ? bound.problem : problem)
    }
  }

  /// How much is read of a pipe or device, which may have no end.
  private static let mostOfPipe = 8 << 20

  private var name: String {
    ListFile.lastPart(file == "-" ? "standard input" : file)
  }

  private func source(_ progress: Progress) throws -> ByteSource {
    progress.counting(
      file == "-" ? .file(descriptor: STDIN_FILENO) : try .file(at: file))
  }

  private var options: ReadingOptions {
    // A rejects file is ours, whatever the options say of the list it came from.
    var options =
      RejectedText.delimiter(of: file).map { delimiter in
        ReadingOptions(encoding: .utf8, delimiter: delimiter, hasHeader: true)
      } ?? reading.options
    options.takesFaultyHeader = true
    return options
  }
}
