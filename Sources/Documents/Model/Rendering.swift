package import Basics

/// How a document is to be written.
package struct Rendering: Sendable {
  package let format: Format
  /// The columns of the terminal; nil when there is none, and then nothing is cut or wrapped.
  package let width: Int?
  /// Whether ANSI colour may be used.
  package let colour: Bool
  /// Whether tables begin with their headings.
  package let header: Bool
  /// Whether CSV and TSV keep a spreadsheet from running text as a formula.
  package let guarded: Bool
  /// Whether CSV is written as Excel in Europe opens it.
  package let isExcel: Bool
  /// Whether it is a list to import again: TSV then has quotes as CSV has, and a text its line ends.
  package let isExport: Bool
  /// The day a workbook says it was made on.
  package let day: Day?
  /// The folder where a workbook's parts lie, without a name, while it is written.
  package let scratch: String
  /// Runs the programs that PDF and Word documents are made with; nil where none may be run.
  package let engines: EngineRunner?

  package init(
    format: Format, width: Int? = nil, colour: Bool = false, header: Bool = true,
    guarded: Bool = true, isExcel: Bool = false, isExport: Bool = false, day: Day? = nil,
    scratch: String = "/dev/shm", engines: EngineRunner? = nil
  ) {
    self.format = format
    self.width = width
    self.colour = colour
    self.header = header
    self.guarded = guarded
    self.isExcel = isExcel
    self.isExport = isExport
    self.day = day
    self.scratch = scratch
    self.engines = engines
  }
}
