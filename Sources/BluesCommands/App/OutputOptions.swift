internal import ArgumentParser
internal import BluesCore
internal import Documents

/// In which form and to which place a command answers.
struct OutputOptions: ParsableArguments {
  @Option(help: "The form of the answer.")
  var format: Format?

  @Flag(help: "Short for --format json.")
  var json = false

  @Option(
    name: [.short, .long],
    help: "Write to a file, whose ending chooses the form; - is standard output.",
    completion: .file(), transform: OutputPlace.init)
  var output: OutputPlace?

  @Flag(help: "Overwrite the output file when it is there.")
  var force = false

  @Flag(name: .customLong("no-pager"), help: "Never page a long answer.")
  var noPager = false

  @Option(help: "Colour: auto, always or never.")
  var color: ColourChoice?

  var chosenFormat: Format {
    if json { return .json }
    return format ?? namedFormat ?? .text
  }

  /// The form that the ending of the output file asks for.
  var namedFormat: Format? { output.flatMap { Format(fileName: $0.name) } }

  /// The path of the output file; nil where the answer goes to standard output.
  var path: String? { output.flatMap { $0.name == "-" ? nil : $0.name } }

  /// Takes the output file's place before a change, whose answer fills it.
  func holdFile() throws {
    guard chosenFormat != .vcard else { throw OutputProblem.noCard }
    try claimFile()
  }

  /// Takes the output file's place, where one is named; the answer of this command fills it.
  func claimFile() throws {
    guard let path, output?.file == nil else { return }
    output?.file = try OutputFile(path, overwriting: force)
  }

  /// Prints a document, once whatever it tells of is on disk; a table with or without headings.
  func show(_ document: Document, header: Bool = true) throws {
    try claimFile()
    if chosenFormat == .vcard { throw OutputProblem.noCard }
    try write(document.bytes(rendering(header: header)))
  }

  /// Prints one line of text.
  func show(line: String) throws {
    try claimFile()
    try write(Array("\(VisibleText.line(line))\n".utf8))
  }

  /// Lets an answer be written piece by piece, to the file or to standard output.
  ///
  /// The file comes into being when the body is through.
  func stream(_ body: (OutputTarget) throws -> Void) throws {
    try claimFile()
    if chosenFormat == .xlsx { try refuseTerminal() }
    try body(output?.file.map { .file($0) } ?? .standardOutput)
    try output?.file?.finish()
    output?.file = nil
  }

  private func rendering(header: Bool) throws -> Rendering {
    if chosenFormat == .xlsx {
      try refuseTerminal()
      return Rendering(
        format: .xlsx, day: try Environment.today(),
        scratch: output?.file?.folder ?? OutputTarget.memory)
    }
    return Rendering(
      format: chosenFormat, width: path == nil ? Environment.width() : nil,
      colour: path == nil && (color ?? .auto).isOn, header: header)
  }

  private func write(_ bytes: [UInt8]) throws {
    if let file = output?.file {
      try file.append(bytes)
      try file.finish()
      output?.file = nil
    } else if chosenFormat == .text, !noPager, Pager.isWanted(for: bytes) {
      Pager.show(bytes)
    } else {
      try StandardOutput.write(bytes)
    }
  }

  /// A workbook is no text, and would upset a terminal.
  private func refuseTerminal() throws {
    guard path == nil, Environment.width() != nil else { return }
    throw OutputProblem.notForTerminals
  }
}

/// Where an answer goes that is written piece by piece.
enum OutputTarget {
  case file(OutputFile)
  case standardOutput

  /// A folder whose files live in memory, for an answer that has no file beside it.
  static let memory = "/dev/shm"

  func write(_ bytes: [UInt8]) throws {
    switch self {
    case .file(let file): try file.append(bytes)
    case .standardOutput: try StandardOutput.write(bytes)
    }
  }
}

extension Format: OptionWord {}

/// When colour is used.
enum ColourChoice: String, OptionWord {
  case auto, always, never

  /// A terminal gets colour unless `NO_COLOR` says otherwise; `CLICOLOR_FORCE` gives it anywhere.
  var isOn: Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if Environment.variable("NO_COLOR") != nil { return false }
      if let force = Environment.variable("CLICOLOR_FORCE"), force != "0" { return true }
      return Environment.width() != nil && Environment.variable("TERM") != "dumb"
    }
  }
}
