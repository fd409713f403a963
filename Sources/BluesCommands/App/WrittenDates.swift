internal import ArgumentParser
internal import BluesCore

/// The order of day and month in dates that are not ISO, as `--date-order` says.
///
/// Options are read one by one, so the order is looked up before any date is.
enum WrittenDates {
  @TaskLocal static var order: DateOrder?

  static func order(in arguments: [String]) -> DateOrder? {
    for (index, word) in arguments.enumerated() {
      if word == "--date-order", index + 1 < arguments.count {
        return DateOrder(rawValue: arguments[index + 1])
      }
      if word.hasPrefix("--date-order=") {
        return DateOrder(rawValue: String(word.dropFirst("--date-order=".count)))
      }
    }
    return nil
  }
}

extension DateOrder: OptionWord {}
