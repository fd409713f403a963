internal import Basics

/// Reads the days in the rows of one list, and counts those that say less or more than a day.
struct ListedDays {
  let order: DateOrder?
  private var told: [DateOrder: Int] = [:]
  private var times = 0

  init(order: DateOrder?) {
    self.order = order
  }

  /// A day in ISO form; any other text as it is.
  mutating func read(_ text: String) -> String {
    guard text.utf8.first?.isDigit == true,
      let found = WrittenDay(text, order: order)
    else { return text }
    if let order = found.told { told[order, default: 0] += 1 }
    if found.hasTime { times += 1 }
    return found.day.description
  }

  /// What is to be told of them.
  var remarks: [String] {
    var remarks: [String] = []
    for order in DateOrder.allCases {
      guard let count = told[order] else { continue }
      remarks.append(
        "\(counted(count, "date")) read as \(order.words), the only possible order")
    }
    if times > 0 { remarks.append("\(counted(times, "time")) of day left out") }
    return remarks
  }
}
