internal import Basics

extension MissingItem {
  /// The same for a page: days of one person that do not pass the same check are one line a month.
  package static func byMonth(_ items: [MissingItem]) -> [MissingItem] {
    var places: [String: Int] = [:]
    var days: [Int: [String]] = [:]
    var grouped: [MissingItem] = []
    for item in items {
      guard let (check, day) = item.hours else {
        grouped.append(item)
        continue
      }
      let key = "\(item.requirement) \(item.code) \(check) \(day.prefix(7))"
      let place = places[key] ?? grouped.count
      if place == grouped.count { grouped.append(item) }
      places[key] = place
      days[place, default: []].append(day)
    }
    for (place, days) in days where days.count > 1 { grouped[place] = grouped[place].of(days) }
    return grouped
  }

  /// The item told of several days of its month.
  private func of(_ days: [String]) -> MissingItem {
    let month = days[0].prefix(7)
    let check = hours?.check ?? ""
    let what = check == "day-off" ? "days off" : "days (check \(check))"
    let numbers = days.map { String(Int($0.suffix(2)) ?? 0) }.joined(separator: ", ")
    var item = MissingItem(
      code, "\(code) has hours on \(days.count) \(what) of \(month): \(numbers).",
      command: "blues wp effort remove \(code) DAY")
    item.requirement = requirement
    return item
  }
}
