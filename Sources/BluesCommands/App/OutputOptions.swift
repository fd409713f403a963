internal import ArgumentParser
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
    completion: .file())
  var output: String?

  @Flag(help: "Overwrite the output file when it is there.")
  var force = false

  @Flag(name: .customLong("no-pager"), help: "Never page a long answer.")
  var noPager = false

  @Option(help: "Colour: auto, always or never.")
  var color: ColourChoice?

  var chosenFormat: Format {
    if json { return .json }
    return format ?? output.flatMap { Format(fileName: $0) } ?? .text
  }

  /// Prints a document, once whatever it tells of is on disk; a table with or without headings.
  func show(_ document: Document, header: Bool = true) throws {
    let isFile = output != nil && output != "-"
    let rendering = Rendering(
      format: chosenFormat, width: isFile ? nil : Surroundings.width(),
      colour: !isFile && (color ?? .auto).isOn, header: header)
    let bytes = document.bytes(rendering)
    if let output, isFile {
      try OutputFile.write(bytes, to: output, overwriting: force)
    } else if chosenFormat == .text, !noPager, Pager.isWanted(for: bytes) {
      Pager.show(bytes)
    } else {
      try StandardOutput.write(bytes)
    }
  }

  /// Answers a change: a sentence for people, the whole thing for programs.
  func show(_ sentence: String, _ document: Document) throws {
    guard chosenFormat == .text else { return try show(document) }
    try StandardOutput.write(Array("\(VisibleText.line(sentence))\n".utf8))
  }
}

extension Format: ExpressibleByArgument {}

/// When colour is used.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// A terminal gets colour unless `NO_COLOR` says otherwise; `CLICOLOR_FORCE` gives it anywhere.
  var isOn: Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if Surroundings.variable("NO_COLOR") != nil { return false }
      if let force = Surroundings.variable("CLICOLOR_FORCE"), force != "0" { return true }
      return Surroundings.width() != nil && Surroundings.variable("TERM") != "dumb"
    }
  }
}
