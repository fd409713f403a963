package import Basics

/// The days on which TARGET, the payment system of the Eurosystem, is open.
///
/// It is closed on Saturdays, Sundays and six holidays (ECB, long-term calendar for TARGET closing
/// days, 14 December 2000; Guideline (EU) 2022/912, annex I), so that no bank settles on them.
package enum TargetDays {
  /// Why TARGET is closed on a day; nil when it is open.
  package static func closure(on day: Day) -> String? {
    let (year, month, dayOfMonth) = day.civil
    switch (month, dayOfMonth) {
    case (1, 1): return "New Year's Day"
    case (5, 1): return "Labour Day"
    case (12, 25): return "Christmas Day"
    case (12, 26): return "26 December"
    default: break
    }
    if let easter = Easter.western(year) {
      if day == easter.adding(days: -2) { return "Good Friday" }
      if day == easter.adding(days: 1) { return "Easter Monday" }
    }
    return switch day.weekday.rawValue {
    case 6: "a Saturday"
    case 7: "a Sunday"
    default: nil
    }
  }

  /// The first open day from a day on.
  package static func next(from day: Day) -> Day {
    var day = day
    while closure(on: day) != nil { day = day.adding(days: 1) }
    return day
  }
}
