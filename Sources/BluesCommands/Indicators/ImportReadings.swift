internal import ArgumentParser
internal import BluesCore

/// Imports readings of all indicators.
struct ImportReadings: ChangingCommand, FilledCommand {
  static let configuration = ListedReading.lists.configuration(
    .import, "Import \(ListedReading.lists.abstract) from a list.", " readings.csv",
    " readings.xlsx --decimal comma --dry-run")
  static let filled = RecordList.readings.fields.map(\.name)

  @OptionGroup var list: ImportOptions
  @OptionGroup var numbers: DecimalOptions
  @OptionGroup var write: WriteOptions

  var inputs: [String] { [list.file] }

  func run() throws {
    try RecordImporting.run(.readings, list, decimal: numbers.decimal, by: self)
  }
}
