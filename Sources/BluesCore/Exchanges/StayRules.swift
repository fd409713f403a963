/// The rules of the scheme that a planned stay is held against, in the order of the rule book.
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
      + onlyFundedVisit(stay)
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
    return [("host", stay.hostCountry), ("visitor", stay.visitorCountry)].compactMap {
      who, country in
      guard let country else { return rule.breach("The country of the \(who) is not known.") }
      switch book.eligibility(of: country, on: stay.firstDay) {
      case .eligible: return nil
      case .notEligible:
        return rule.breach(
          "\(country.englishName), where the \(who) is registered, does not take part in COSME.")
      case .toBeConfirmed(let why):
        return Breach(
          rule: rule.id, message: "\(country.englishName), country of the \(who): \(why)",
          sources: rule.breach("").sources, severity: .warning)
      }
    }
  }

  /// Whole working days at the host are counted; the days of travel lie outside the stay.
  private func longEnough(_ stay: Stay) throws -> [Breach] {
    guard stay.mode == .physical, let country = stay.hostCountry else { return [] }
    let rule = try book.rule("minimum-stay")
    let least = try rule.whole("working_days")
    let days = WorkingDays.count(from: stay.firstDay, to: stay.lastDay, in: country)
    guard days < least else { return [] }
    return [
      rule.breach(
        "The stay from \(stay.firstDay) to \(stay.lastDay) has \(days) working "
          + "\(days == 1 ? "day" : "days") in \(country.englishName); \(least) is the least.")
    ]
  }

  private func shortEnough(_ stay: Stay) throws -> [Breach] {
    let rule = try book.rule("maximum-stay")
    let months = try rule.whole("months")
    let latest = stay.firstDay.adding(months: months).adding(days: -1)
    guard stay.lastDay > latest else { return [] }
    return [
      rule.breach(
        "The stay from \(stay.firstDay) may last \(months == 1 ? "a month" : "\(months) months"), "
          + "to \(latest), and would end on \(stay.lastDay).")
    ]
  }

  private func onlyFundedVisit(_ stay: Stay) throws -> [Breach] {
    guard stay.mode == .physical else { return [] }
    let rule = try book.rule("one-funded-visit")
    guard stay.otherVisits.count >= (try rule.whole("visits")) else { return [] }
    return [
      rule.breach(
        "\(stay.visitor) already has a funded visit, \(stay.otherVisits.joined(separator: ", ")).")
    ]
  }
}
