internal import ArgumentParser
internal import Tabular

/// What a person says of how a list is read; what is left out is found out from its bytes.
struct InputOptions: ParsableArguments {
  @Option(
    help: "The encoding, when it is not UTF-8, such as windows-1250.", transform: Read.encoding)
  var encoding: TextEncoding?

  @Option(help: "The delimiter between cells: one character, or tab.", transform: Read.delimiter)
  var delimiter: UInt8?

  @Flag(name: .customLong("no-header"), help: "The first row is not a heading.")
  var noHeader = false

  @Option(
    name: .customLong("header-line"),
    help: "The line of the headings, counted from 1; lines above it are left out.")
  var headerLine: Int?

  @Option(help: "The sheet of a workbook, by name or number.")
  var sheet: String?

  var options: ReadingOptions {
    ReadingOptions(
      encoding: encoding, delimiter: delimiter, hasHeader: !noHeader, sheet: sheet,
      preambleLines: headerLine.map { $0 - 1 })
  }

  /// Whether anything is said at all.
  var isSaid: Bool {
    encoding != nil || delimiter != nil || noHeader || headerLine != nil || sheet != nil
  }

  func validate() throws {
    guard let headerLine else { return }
    guard headerLine > 0 else { throw ValidationError("--header-line takes a number from 1 up.") }
    guard !noHeader else { throw ValidationError("Give --header-line or --no-header, not both.") }
  }
}
