import Basics

@testable import BluesCore

/// The score and the filters as a person would work them out, pair by pair, with sets of words.
final class NaiveMatch {
  let exchanges: [MatchedBefore]
  /// Windows counted before, since many are alike.
  private var counted: [String: Int] = [:]

  init(exchanges: [MatchedBefore]) { self.exchanges = exchanges }

  private static let daysOff: [CountryCode: Set<Day>] = Dictionary(
    uniqueKeysWithValues: ["PL", "ES", "FR", "DE", "UK", "CH"].compactMap { CountryCode($0) }.map {
      country in
      (
        country,
        Set((2020...2022).flatMap { PublicHolidays.holidays(in: $0, of: country) }.map(\.day))
      )
    })

  static func words(_ cells: String?...) -> Set<String> {
    var found: Set<String> = []
    for cell in cells {
      for item in (cell ?? "").split(whereSeparator: { $0 == ";" || $0 == "|" }) {
        let word = Folding.folded(String(item)).trimmed
        if !word.isEmpty { found.insert(word) }
      }
    }
    return found
  }

  func score(_ visitor: MatchDraft, _ host: MatchDraft) -> Int {
    let asked = Self.words(visitor.sectors, visitor.technologies)
    let have = Self.words(host.sectors, host.technologies)
    var score = 0
    if !asked.isEmpty { score += 4_000 * asked.intersection(have).count / asked.count }
    let (one, other) = (Self.words(visitor.seeks), Self.words(host.seeks))
    let met =
      one.intersection(Self.words(host.offers)).count
      + other.intersection(Self.words(visitor.offers)).count
    if one.count + other.count > 0 { score += 2_500 * met / (one.count + other.count) }
    if !Self.words(visitor.languages).isDisjoint(with: Self.words(host.languages)) {
      score += 1_500
    }
    let days = days(visitor, host)
    score += days >= 5 ? 1_000 : days >= 3 ? 500 : 0
    let wishes = Self.words(visitor.preferred)
    let theirs = Self.words(host.preferred)
    let hasWish = host.country.map { wishes.contains($0.asciiLowered) } ?? false
    let isWished = visitor.country.map { theirs.contains($0.asciiLowered) } ?? false
    if hasWish, theirs.isEmpty || isWished { score += 500 }
    if let category = host.category, category == visitor.category { score += 500 }
    return score
  }

  /// Working days of the host's country in the common window, inside the programme's days.
  func days(_ visitor: MatchDraft, _ host: MatchDraft) -> Int {
    let first = [visitor.from, host.from, "2020-02-01"].compactMap { $0 }.max() ?? ""
    let last = [visitor.to, host.to, "2022-12-31"].compactMap { $0 }.min() ?? ""
    let key = "\(first) \(last) \(host.country ?? "")"
    if let known = counted[key] { return known }
    guard let first = Day(iso: first), let last = Day(iso: last), first <= last else { return 0 }
    let off = host.country.flatMap { CountryCode($0) }.flatMap { Self.daysOff[$0] } ?? []
    var count = 0
    var day = first
    while day <= last {
      if !day.weekday.isWeekend, !off.contains(day) { count += 1 }
      day = day.adding(days: 1)
    }
    counted[key] = count
    return count
  }

  /// Whether nothing keeps the pair apart.
  func fits(_ visitor: MatchDraft, _ host: MatchDraft) -> Bool {
    let (from, to) = (visitor.country, host.country)
    guard let from, let to, from != to, ![from, to].contains("CH") else { return false }
    guard visitor.organisation != host.organisation else { return false }
    guard ["cluster", "sme", "support-organisation"].contains(visitor.category) else {
      return false
    }
    guard visitor.assessment != "rejected", host.assessment != "rejected" else { return false }
    guard !exchanges.contains(where: { $0.visitor == visitor.id && $0.isFunded }) else {
      return false
    }
    guard !exchanges.contains(where: { $0.visitor == visitor.id && $0.host == host.id }) else {
      return false
    }
    guard exchanges.filter({ $0.host == host.id }).count < host.capacity ?? 1 else { return false }
    return days(visitor, host) >= 3
  }
}
