internal import ArgumentParser

/// Where a command writes, and whether over what is there.
protocol OutputDestination {
  var output: OutputStream? { get }
  var force: Bool { get }
  /// Why the name of the output file cannot be right; nil where it can.
  var misnamed: OutputProblem? { get }
}

extension OutputDestination {
  var misnamed: OutputProblem? { nil }

  /// The path of the output file; nil where the answer goes to standard output.
  var path: String? { output.flatMap { $0.isStandardOutput ? nil : $0.name } }

  /// Takes the output file's place, where one is named; the answer of this command fills it.
  @discardableResult
  func hold(sparing kept: KeptFiles = KeptFiles()) throws -> OutputStream {
    let stream = output ?? OutputStream("-")
    try refuseMisnamed(sparing: kept)
    try stream.hold(overwriting: force, sparing: kept)
    return stream
  }

  /// Refuses a name that cannot be right; that the file must stay is said before.
  func refuseMisnamed(sparing kept: KeptFiles) throws {
    guard let misnamed, let output else { return }
    try kept.check(output.name)
    throw misnamed
  }

  /// Lets an answer be written piece by piece; a file comes into being when the body is through.
  func stream<Result>(_ body: (OutputStream) throws -> Result) throws -> Result {
    let stream = try hold()
    let result = try body(stream)
    try stream.finish()
    return result
  }
}

/// Where a file of one kind goes, such as a calendar: to a place of its own, else to stdout.
struct FileOptions: ParsableArguments, OutputDestination {
  @Option(
    name: [.short, .long], help: "Write to a file; - is standard output.", completion: .file(),
    transform: OutputStream.init)
  var output: OutputStream?

  @Flag(help: "Overwrite the output file if it exists.")
  var force = false

  /// Writes the file whole.
  func write(_ bytes: [UInt8]) throws {
    try stream { try $0.write(bytes) }
  }
}
