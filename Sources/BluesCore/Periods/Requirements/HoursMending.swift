extension EffortFinding {
  /// What a period lacks by it.
  func missing(in period: String) -> MissingItem {
    var item = MissingItem(person ?? partner, breach.message, command: mending(in: period))
    if let on, on.utf8.count == 10 { item.hours = (breach.rule, on) }
    return item
  }

  /// The command that mends it, or that accepts it with the lock of a period.
  func mending(in period: String) -> String {
    let who = person ?? "PERSON"
    let month = on.map { String($0.prefix(7)) } ?? "MONTH"
    switch breach.rule {
    case "unsigned-timesheet":
      return "blues wp effort sign \(who) \(month) --on today --approved-on today --by \"…\""
    case "no-rate": return "blues partner person rate add \(who)@\(month)-01 AMOUNT"
    case "contract-dates" where breach.message.contains("before the contract"):
      return "blues partner person set \(who) --from DATE"
    case "day-off", "double-day":
      guard let on else { return PeriodCheck.acceptance(of: period) }
      return "blues wp effort remove \(who) \(on)"
    case "contract-dates": return "blues partner person set \(who) --to DATE"
    default: return PeriodCheck.acceptance(of: period)
    }
  }
}
