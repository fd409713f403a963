internal import ArgumentParser
internal import BluesCore

/// What an import of a list with numbers takes.
struct DecimalOptions: ParsableArguments {
  @Option(
    help: "The sign before the cents where the list leaves it open, as 1.234 does: comma or point.")
  var decimal: DecimalSign?
}

/// What an import of a list with amounts takes.
struct AmountOptions: ParsableArguments {
  @Option(
    help: "The sign before the cents where the list leaves it open, as 1.234 does: comma or point.")
  var decimal: DecimalSign?
  @Option(help: "Rows with the key of an earlier row: once (told, and taken once) or keep.")
  var repeats = RepeatedRows.once
}

extension DecimalSign: OptionWord {}
extension RepeatedRows: OptionWord {}
