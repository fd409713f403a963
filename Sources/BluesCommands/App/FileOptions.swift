internal import ArgumentParser
internal import BluesCore

/// Where a file of one kind goes, such as a calendar: to a place of its own, else to stdout.
struct FileOptions: ParsableArguments {
  @Option(
    name: [.short, .long], help: "Write to a file; - is standard output.", completion: .file())
  var output: String?

  @Flag(help: "Overwrite the output file when it is there.")
  var force = false

  /// The path of the output file; nil where the answer goes to standard output.
  var path: String? { output == "-" ? nil : output }

  /// Writes the file whole.
  func write(_ bytes: [UInt8]) throws {
    try stream { try $0.write(bytes) }
  }

  /// Lets the file be written piece by piece; it comes into being when the body is through.
  func stream<Answer>(_ body: (OutputTarget) throws -> Answer) throws -> Answer {
    guard let path else { return try body(.standardOutput) }
    let file = try OutputFile(path, overwriting: force)
    let answer = try body(.file(file))
    try file.finish()
    return answer
  }
}
