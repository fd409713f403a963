internal import Basics

/// Says why a pair scores what it does, and what keeps it apart.
struct MatchReasons {
  let catalogue: MatchCatalogue
  private var weights: MatchWeights { catalogue.weights }

  /// A sentence for each thing that counts, with its points, then what is still to be shown.
  func write(_ pair: MatchAssessment, to said: inout MatchSentences) {
    said.removeAll()
    common(pair, &said)
    needs(pair, &said)
    dates(pair, &said)
    let host = catalogue.hosts[pair.host]
    let visitor = catalogue.visitors[pair.visitor]
    if pair.isPreferred, let country = CountrySet.country(host.country) {
      said.add("The visitor would like to go to \(country.englishName)")
      said.end(points: weights.preference * 100, of: weights.preference)
    }
    if pair.isSameCategory {
      said.add("Both are of the type ")
      said.add([host.category], of: catalogue.tags)
      said.end(points: weights.category * 100, of: weights.category)
    }
    for country in visitor.country == host.country
      ? [host.country] : [visitor.country, host.country]
    {
      guard let why = catalogue.confirmation(of: country),
        let name = CountrySet.country(country)?.englishName
      else { continue }
      said.add("To be confirmed, \(name): \(why)")
      said.end()
    }
    if let (rule, day) = hostRule(pair) {
      said.add("To be confirmed: the host is of the type \(category(host)); on \(day) a host must ")
      said.add("be one of \(rule.categories.joined(separator: ", ")) (\(rule.rule.id))")
      said.add(rule.rule.isApprovable ? ", unless the Agency agrees." : ".")
      said.end()
    }
    guard !visitor.isECCPKnown || !host.isECCPKnown else { return }
    said.add(
      visitor.isECCPKnown
        ? "The host still has to show its cluster on ECCP."
        : host.isECCPKnown
          ? "The visitor still has to show its cluster on ECCP."
          : "Both still have to show their clusters on ECCP.")
    said.end()
  }

  /// The sentences for a page.
  func texts(_ pair: MatchAssessment) -> [String] {
    var said = MatchSentences()
    write(pair, to: &said)
    return said.texts
  }

  /// The reasons in a few words.
  func summary(_ pair: MatchAssessment) -> [String] {
    var words: [String] = []
    if !pair.subjects.isEmpty {
      words.append("\(pair.subjects.count)/\(pair.subjectsAsked) fields")
    }
    if pair.needsMet > 0 { words.append("\(pair.needsMet)/\(pair.needsAsked) needs") }
    if !pair.languages.isEmpty { words.append("language") }
    if pair.days >= weights.leastDays {
      words.append(counted(min(pair.days, weights.fullDays), "day"))
    }
    if pair.isPreferred { words.append("country") }
    if pair.isSameCategory { words.append("type") }
    if let (rule, _) = hostRule(pair) { words.append("to be confirmed: \(rule.rule.id)") }
    return words
  }

  /// The rule on hosts that does not name the host's category on the first day of a stay.
  private func hostRule(
    _ pair: MatchAssessment
  ) -> (rule: (rule: Rule, categories: [String]), day: Day)? {
    let host = catalogue.hosts[pair.host]
    guard host.isDoubtedHost, pair.first <= pair.last else { return nil }
    let day = catalogue.stay(pair)?.lowerBound ?? catalogue.day(pair.first)
    return catalogue.hostRules.first {
      $0.rule.isInForce(on: day) && !$0.categories.contains(category(host))
    }.map { ($0, day) }
  }

  private func category(_ profile: MatchProfile) -> String {
    profile.category < 0 ? "" : catalogue.tags.text(profile.category)
  }

  private func common(_ pair: MatchAssessment, _ said: inout MatchSentences) {
    if !pair.subjects.isEmpty {
      said.add("The host has ")
      said.add(pair.subjects.count)
      said.add(" of the visitor's ")
      said.add(pair.subjectsAsked)
      said.add(" sectors and technologies: ")
      said.add(pair.subjects, of: catalogue.tags)
      said.end(
        points: MatchWeights.share(weights.subjects, pair.subjects.count, of: pair.subjectsAsked),
        of: weights.subjects)
    }
    if !pair.languages.isEmpty {
      said.add("Both speak ")
      said.add(pair.languages, of: catalogue.tags)
      said.end(points: weights.languages * 100, of: weights.languages)
    }
  }

  private func needs(_ pair: MatchAssessment, _ said: inout MatchSentences) {
    guard pair.needsMet > 0 else { return }
    said.add("The other side offers ")
    said.add(pair.needsMet)
    said.add(" of ")
    said.add(pair.needsAsked)
    said.add(" things sought")
    said.add(": ")
    said.add(pair.needs, of: catalogue.tags)
    said.end(
      points: MatchWeights.share(weights.needs, pair.needsMet, of: pair.needsAsked),
      of: weights.needs)
  }

  private func dates(_ pair: MatchAssessment, _ said: inout MatchSentences) {
    guard pair.days >= weights.leastDays else { return }
    if pair.days >= weights.fullDays {
      said.add("The common window has ")
      said.add(weights.fullDays)
      said.add(" working days, which earn the whole lump sum")
    } else {
      said.add("The common window has only ")
      said.add(pair.days)
      said.add(" working days")
    }
    said.end(points: weights.datePoints(workingDays: pair.days), of: weights.dates)
  }

  /// What keeps the pair apart, each with the filter's name.
  func blocks(_ pair: MatchAssessment) -> [String] {
    pair.blocks.filters.map { "\(sentence($0, pair)) (\($0.rawValue))" }
  }

  private func sentence(_ filter: MatchFilter, _ pair: MatchAssessment) -> String {
    let host = catalogue.hosts[pair.host]
    let visitor = catalogue.visitors[pair.visitor]
    func sides(_ filter: MatchFilter) -> String {
      switch (visitor.blocks.contains(.init(filter)), host.blocks.contains(.init(filter))) {
      case (true, true): "both"
      case (true, false): "the visitor"
      default: "the host"
      }
    }
    func name(_ country: Int) -> String { CountrySet.country(country)?.englishName ?? "?" }
    switch filter {
    case .sameOrganisation: return "Host and visitor are the same organisation."
    case .countryUnknown: return "The country of \(sides(filter)) is not known."
    case .countriesDiffer: return "Both are registered in \(name(host.country))."
    case .eligibleCountry:
      let who = [visitor, host].filter { $0.blocks.contains(.init(filter)) }
        .map { name($0.country) }
      return Set(who).count > 1
        ? "\(who[0]) and \(who[1]) do not take part in \(catalogue.programme)."
        : "\(who.first ?? "?") does not take part in \(catalogue.programme)."
    case .visitorCategory:
      return "An organisation of the type \(category(visitor)) cannot visit."
    case .assessment: return "The profile of \(sides(filter)) was rejected."
    case .window:
      let ended = [("visitor", visitor), ("host", host)].filter {
        $0.1.blocks.contains(.init(.window))
      }
      if let first = ended.map({ $0.1.last }).min() {
        return ended.count > 1
          ? "The windows of both have ended, the first on \(catalogue.day(first))."
          : "The window of the \(ended[0].0) ended on \(catalogue.day(first))."
      }
      guard pair.first <= pair.last else { return "Their windows have no day in common." }
      let days = counted(pair.days, "working day")
      return "The common window, \(catalogue.day(pair.first)) to \(catalogue.day(pair.last)), "
        + "has \(days) in \(name(host.country)); the minimum is \(weights.leastDays)."
    case .oneFundedVisit: return "The visitor already has a funded visit."
    case .pairKnown: return "The two already have an exchange."
    case .capacity:
      return host.capacity == 1
        ? "The host's only place is taken."
        : "All \(host.capacity) places of the host are taken."
    }
  }
}
