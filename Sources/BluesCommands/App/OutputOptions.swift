internal import ArgumentParser
internal import BluesCore
internal import Documents

/// In which form and to which place a command answers.
struct OutputOptions: ParsableArguments, OutputDestination, ShownArguments {
  @Option(help: "The output format.")
  var format: Format?

  @Flag(help: "Short for --format json.")
  var json = false

  @Option(
    name: [.short, .long],
    help: "Write to a file; its ending chooses the format; - is standard output.",
    completion: .file(), transform: OutputStream.init)
  var output: OutputStream?

  @Flag(help: "Overwrite the output file if it exists.")
  var force = false

  @Flag(name: .customLong("no-pager"), help: "Never use a pager.")
  var noPager = false

  @Option(help: "Colour: auto, always or never.")
  var color: ColourChoice?

  var arguments: [(name: String, wrapper: Any)] {
    [
      ("format", _format), ("json", _json), ("output", _output), ("force", _force),
      ("noPager", _noPager), ("color", _color),
    ]
  }

  /// An ending that no format has would give a file of another form than its name says.
  var misnamed: OutputProblem? {
    guard format == nil, !json, let output, let ending = output.ending,
      Format(ending: ending) == nil
    else { return nil }
    return .unknownEnding(output.name, ending)
  }

  var chosenFormat: Format { chosenFormat(or: .text) }

  /// The form asked for, by an option or by the ending of the output file; else the usual one.
  func chosenFormat(or usual: Format) -> Format {
    if json { return .json }
    return format ?? output?.ending.flatMap { Format(ending: $0) } ?? usual
  }

  /// What the chosen form is like.
  var features: FormatTraits.Features { chosenFormat.traits.features }

  /// Prints a document, once whatever it tells of is on disk; a table with or without headings.
  ///
  /// A list to import again is told as an export.
  func show(_ document: Document, header: Bool = true, isExport: Bool = false) throws {
    try refuseCards()
    try stream { stream in
      try put(
        document.bytes(rendering(stream, header: header, isExport: isExport)), to: stream)
    }
  }

  /// Prints a page, whose title only forms show that make a page of its own.
  func show(page document: Document) throws {
    try show(isPage ? document : document.untitled)
  }

  /// Prints one line of text.
  func show(line: String) throws {
    try stream { try $0.write(Array("\(VisibleText.line(line))\n".utf8)) }
  }

  /// Begins a table in the chosen form, whose rows are then written as they come.
  func sink(
    _ layout: RowLayout, header: Bool = true, isExcel: Bool = false, to stream: OutputStream
  ) throws -> any RowSink {
    try rendering(stream, header: header, isExcel: isExcel).rows(
      layout, to: RowTarget(path: stream.fillable) { try put($0, to: stream) })
  }

  /// Cards hold people, and no other answer.
  func refuseCards() throws {
    if features.contains(.people) { throw OutputProblem.noCard }
  }

  private func rendering(
    _ stream: OutputStream, header: Bool, isExcel: Bool = false, isExport: Bool = false
  ) throws -> Rendering {
    let terminal = path == nil ? Environment.width() : nil
    let isFile = features.contains(.file)
    guard !isFile || terminal == nil else { throw OutputProblem.notForTerminals }
    return Rendering(
      format: chosenFormat, width: terminal, colour: path == nil && (color ?? .auto).isOn,
      header: header, isExcel: isExcel, isExport: isExport,
      day: isFile ? try Environment.today() : nil, scratch: stream.scratch,
      engines: EngineProcess.run)
  }

  /// Whether a format has texts as they are, which on a terminal could steer it: rows and cards.
  static func isBare(_ features: FormatTraits.Features) -> Bool {
    features.contains(.people) || features.contains(.streamed) && !features.contains(.nested)
  }

  private func put(_ bytes: [UInt8], to stream: OutputStream) throws {
    if path == nil, chosenFormat == .text, !noPager, Pager.isWanted(for: bytes) {
      Pager.show(bytes)
    } else if path == nil, Self.isBare(features), Environment.width() != nil {
      try stream.write(Array(VisibleText.rows(String(decoding: bytes, as: UTF8.self)).utf8))
    } else {
      try stream.write(bytes)
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
