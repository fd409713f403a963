internal import Basics

/// Reads the days in the rows of one list, and counts those that say less or more than a day.
struct ListedDays {
  let order: DateOrder?
  private var told: [DateOrder: Int] = [:]
  private var times = 0

  init(order: DateOrder?) {
    self.order = order
  }

  private static let fields: Set<String> = [
    "due", "submitted_on", "decided_on", "achieved_on", "forecast_on", "available_from",
    "available_to", "assessed_on", "first_day", "last_day", "start", "end", "start_on", "end_on",
  ]

  /// A day in ISO form; any other text, or one of another field, as it is.
  mutating func read(_ text: String, of field: String) -> String {
    guard Self.fields.contains(field), text.utf8.first?.isDigit == true,
      let found = WrittenDay(text, order: order)
    else { return text }
    if let order = found.told { told[order, default: 0] += 1 }
    if found.hasTime { times += 1 }
    return found.day.description
  }

  /// What is to be told of them.
  var remarks: [String] {
    var remarks: [String] = []
    for (order, words) in [(DateOrder.dmy, "day, month, year"), (.mdy, "month, day, year")] {
      guard let count = told[order] else { continue }
      remarks.append(
        "\(counted(count, "date")) read as \(words), the only possible order")
    }
    if times > 0 { remarks.append("\(counted(times, "time")) of day left out") }
    return remarks
  }
}
