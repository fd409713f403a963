package import Basics

/// The rules on countries, days and earlier visits of a stay: checks 1, 2, 3 and 6.
package struct StayRules: Sendable {
  let book: RuleBook

  /// What the rules ask about a stay.
  package struct Stay: Sendable, Equatable {
    package let visitor: String
    package let visitorCountry: CountryCode?
    package let hostCountry: CountryCode?
    package let firstDay: Day
    package let lastDay: Day
    package let mode: Exchange.Mode
    /// Other funded visits of the same visitor, in words people know, such as `EX-003`.
    package let otherVisits: [String]

    package init(
      visitor: String, visitorCountry: CountryCode?, hostCountry: CountryCode?, firstDay: Day,
      lastDay: Day, mode: Exchange.Mode, otherVisits: [String]
    ) {
      self.visitor = visitor
      self.visitorCountry = visitorCountry
      self.hostCountry = hostCountry
      self.firstDay = firstDay
      self.lastDay = lastDay
      self.mode = mode
      self.otherVisits = otherVisits
    }
  }

  package init(book: RuleBook) {
    self.book = book
  }

  /// Every rule the stay breaks; warnings are among them and stop nothing.
  package func breaches(of stay: Stay) throws -> [Breach] {
    try countriesDiffer(stay) + eligible(stay) + longEnough(stay) + shortEnough(stay)
      + onlyFundedVisit(stay) + virtualAllowed(stay)
  }

  private func countriesDiffer(_ stay: Stay) throws -> [Breach] {
    guard let host = stay.hostCountry, host == stay.visitorCountry else { return [] }
    return [
      try book.rule("countries-differ")
        .breach("Host and visitor are both registered in \(host.englishName).")
    ]
  }

  private func eligible(_ stay: Stay) throws -> [Breach] {
    let rule = try book.rule("eligible-country")
    if let outside = outside(stay.firstDay) { return [rule.breach(outside)] }
    return try [("host", stay.hostCountry), ("visitor", stay.visitorCountry)].compactMap {
      who, country in
      guard let country else { return rule.breach("The country of the \(who) is not known.") }
      switch book.eligibility(of: country, on: stay.firstDay) {
      case .eligible: return nil
      case .notEligible:
        return rule.breach(
          "\(country.englishName), where the \(who) is registered, does not take part in "
            + "\(book.programme).")
      case .toBeConfirmed(let why, let confirmed):
        return try book.rule(confirmed).breach(
          "\(country.englishName), country of the \(who): \(why)")
      }
    }
  }

  /// What is wrong with a stay on whose first day no rule book is in force; nil for others.
  private func outside(_ day: Day) -> String? {
    guard let term = book.countries?.term, !term.contains(day) else { return nil }
    return day < term.lowerBound
      ? "The stay starts on \(day), before the first rule book of \(book.programme), which is in "
        + "force from \(term.lowerBound)."
      : "The stay starts on \(day), after the last rule book of \(book.programme), which was in "
        + "force to \(term.upperBound)."
  }

  /// Whole working days at the host are counted; the days of travel lie outside the stay.
  private func longEnough(_ stay: Stay) throws -> [Breach] {
    guard stay.mode != .virtual, let country = stay.hostCountry else { return [] }
    let rule = try book.rule("minimum-stay")
    let least = try rule.whole("working_days")
    let days = WorkingDays.count(from: stay.firstDay, to: stay.lastDay, in: country)
    guard days < least else { return [] }
    return [
      rule.breach(
        "The stay from \(stay.firstDay) to \(stay.lastDay) has "
          + "\(counted(days, "working day")) in \(country.englishName); the minimum is \(least).")
    ]
  }

  /// The month is one at the host; how long the meetings of a virtual exchange go on is open.
  private func shortEnough(_ stay: Stay) throws -> [Breach] {
    guard stay.mode != .virtual else { return [] }
    let rule = try book.rule("maximum-stay")
    let months = try rule.whole("months")
    let latest = stay.firstDay.adding(months: months).adding(days: -1)
    guard stay.lastDay > latest else { return [] }
    return [
      rule.breach(
        "The stay from \(stay.firstDay) may last \(months == 1 ? "a month" : counted(months, "month")), "
          + "to \(latest), and would end on \(stay.lastDay).")
    ]
  }

  private func onlyFundedVisit(_ stay: Stay) throws -> [Breach] {
    guard stay.mode != .virtual else { return [] }
    let rule = try book.rule("one-funded-visit")
    guard stay.otherVisits.count >= (try rule.whole("visits")) else { return [] }
    return [
      rule.breach(
        "\(stay.visitor) already has a funded visit, \(stay.otherVisits.joined(separator: ", ")).")
    ]
  }

  private func virtualAllowed(_ stay: Stay) throws -> [Breach] {
    guard stay.mode == .virtual else { return [] }
    let rule = try book.rule("virtual-allowed")
    let last = try rule.day("until")
    if let first = rule.firstDay, stay.firstDay < first {
      return [
        rule.breach(
          "The virtual exchange starts on \(stay.firstDay); they are allowed from \(first).")
      ]
    }
    guard stay.lastDay > last else { return [] }
    return [
      rule.breach(
        "The virtual exchange ends on \(stay.lastDay); they were allowed until \(last).")
    ]
  }
}
