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
  @OptionGroup private var numbers: DecimalOptions
  @Option(
    help: "Rows with the key of an earlier row: once (told, and taken once), keep or replace.")
  var repeats = RepeatedRows.once

  var decimal: DecimalSign? { numbers.decimal }
}

extension DecimalSign: OptionWord {}
extension RepeatedRows: OptionWord {}
