internal import Basics

/// All hosts and visitors, ready to be compared with each other.
package struct MatchCatalogue: Sendable {
  let weights: MatchWeights
  private(set) var calendar: WorkingDayTable
  private(set) var tags = TagTable()
  /// In the order of their rows, which is that of registration.
  private(set) var hosts: ContiguousArray<MatchProfile> = []
  private(set) var visitors: ContiguousArray<MatchProfile> = []
  private(set) var lists: ContiguousArray<Int32> = []
  private var names: ContiguousArray<UInt8> = []
  /// Visitors and hosts, by their places, who have an exchange already.
  private var pairs: Set<Pair> = []
  let book: RuleBook
  let today: Day?
  /// The rules on who may host, each with the categories that it names.
  private(set) var hostRules: [(rule: Rule, categories: [String])] = []
  private var doubts: [Int32: Bool] = [:]
  /// The name of the programme.
  var programme: String { book.programme }
  private let visitorCategories: Set<Int32>
  private var countries: [Int32: Int] = [:]
  private var rows: [Int: Int] = [0: 0]
  private var spans: [Int: ClosedRange<Day>?] = [:]
  private var confirmations: [Int: String] = [:]
  private var list: [Int32] = []

  /// A visitor and a host by their places.
  private struct Pair: Hashable { let visitor, host: Int }

  /// Windows begin on the first of the days that are still to come; without a day, on any.
  init(_ book: RuleBook, from today: Day? = nil) throws(ProgrammeProblem) {
    self.book = book
    self.today = today
    weights = try MatchWeights(book)
    let never = Day(number: 0)
    calendar = WorkingDayTable(days: book.participation ?? never...never)
    var tags = TagTable()
    var categories: Set<Int32> = []
    for category in weights.visitorCategories {
      let bytes = Array(category.utf8)
      if let tag = bytes.withUnsafeBufferPointer({ tags.number(of: $0) }) { categories.insert(tag) }
    }
    visitorCategories = categories
    for rule in book.rules where rule.id.utf8.starts(with: "host-category".utf8) {
      hostRules.append((rule, try rule.words("categories")))
    }
    self.tags = tags
  }

  /// Adds a profile; profiles come in the order of their rows.
  mutating func add(_ entry: MatchEntry) {
    let country = number(of: entry.country)
    let row = calendarRow(of: country)
    let span = span(of: country)
    let days = span ?? calendar.days
    let (from, to) = (MatchEntry.day(entry.from), MatchEntry.day(entry.to))
    var preferred = CountrySet()
    tags.numbers(in: [entry.preferredCountries], into: &list)
    for tag in list {
      let number = number(of: tag)
      if number > 0 { preferred.insert(number) }
    }
    var blocks: MatchBlocks = []
    if country == 0 { blocks.insert(.init(.countryUnknown)) }
    if country != 0, span == nil { blocks.insert(.init(.eligibleCountry)) }
    if entry.assessment.map({ $0.elementsEqual("rejected".utf8) }) == true {
      blocks.insert(.init(.assessment))
    }
    let category = entry.category.flatMap { tags.number(of: $0) } ?? -1
    if !entry.isHost, !visitorCategories.contains(category) {
      blocks.insert(.init(.visitorCategory))
    }
    let opens = max(from ?? days.lowerBound, days.lowerBound) - calendar.days.lowerBound
    let last = min(to ?? days.upperBound, days.upperBound) - calendar.days.lowerBound
    let coming = today.map { max(opens, $0 - calendar.days.lowerBound) } ?? opens
    if opens <= last, last < coming { blocks.insert(.init(.window)) }
    let isDoubtedHost = entry.isHost ? isDoubted(category) : false
    let start = names.count
    names += entry.name
    let profile = MatchProfile(
      id: entry.id, organisation: entry.organisation, name: start..<names.count, country: country,
      calendar: row, category: category, partner: entry.partner, from: from, to: to,
      opens: opens, first: coming, last: last,
      preferred: preferred, lists: lists(of: entry),
      capacity: max(0, entry.capacity ?? weights.capacity),
      isECCPKnown: entry.eccp?.contains { !$0.isBlank } == true,
      isDoubtedHost: isDoubtedHost, blocks: blocks)
    if entry.isHost { hosts.append(profile) } else { visitors.append(profile) }
  }

  /// Takes notice of an exchange that did not end without taking place.
  mutating func add(_ exchange: MatchedBefore) {
    guard let visitor = place(of: exchange.visitor, in: visitors),
      let host = place(of: exchange.host, in: hosts)
    else { return }
    pairs.insert(Pair(visitor: visitor, host: host))
    visitors[visitor].hasPairs = true
    hosts[host].hasPairs = true
    hosts[host].taken += 1
    if exchange.isFunded { visitors[visitor].taken += 1 }
    if visitors[visitor].taken >= weights.visits {
      visitors[visitor].blocks.insert(.init(.oneFundedVisit))
    }
  }

  /// Says that all is added.
  mutating func close() {
    for place in hosts.indices where hosts[place].taken >= hosts[place].capacity {
      hosts[place].blocks.insert(.init(.capacity))
    }
    for country in Set(rows.keys) {
      guard let code = CountrySet.country(country), let days = spans[country] ?? nil,
        case .toBeConfirmed(let why, _) = book.eligibility(of: code, on: days.lowerBound)
      else { continue }
      confirmations[country] = why
    }
  }

  /// Whether some rule on hosts does not name a category.
  private mutating func isDoubted(_ category: Int32) -> Bool {
    if let known = doubts[category] { return known }
    let name = category < 0 ? "" : tags.text(category)
    let isDoubted = !hostRules.allSatisfy { $0.categories.contains(name) }
    doubts[category] = isDoubted
    return isDoubted
  }

  func arePaired(_ visitor: Int, _ host: Int) -> Bool {
    pairs.contains(Pair(visitor: visitor, host: host))
  }

  /// The place of a profile by its row.
  func place(of id: Int64, in profiles: ContiguousArray<MatchProfile>) -> Int? {
    var low = 0
    var high = profiles.count
    while low < high {
      let middle = (low + high) / 2
      if profiles[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < profiles.count && profiles[low].id == id ? low : nil
  }

  func name(of profile: MatchProfile) -> ArraySlice<UInt8> { ArraySlice(names[profile.name]) }

  /// Why exchanges with a country are to be confirmed; nil where they need not be.
  func confirmation(of country: Int) -> String? { confirmations[country] }

  func day(_ offset: Int) -> Day { calendar.days.lowerBound.adding(days: offset) }

  private mutating func lists(of entry: MatchEntry) -> MatchProfile.ListStarts {
    var starts: [Int32] = [Int32(lists.count)]
    for cells in [
      [entry.sectors, entry.technologies], [entry.offers], [entry.seeks], [entry.languages],
    ] {
      tags.numbers(in: cells, into: &list)
      lists += list
      starts.append(Int32(lists.count))
    }
    return (starts[0], starts[1], starts[2], starts[3], starts[4])
  }

  private mutating func number(of cell: MatchEntry.Text?) -> Int {
    cell.flatMap { tags.number(of: $0) }.map { number(of: $0) } ?? 0
  }

  private mutating func number(of tag: Int32) -> Int {
    if let known = countries[tag] { return known }
    let number = CountryCode(spelled: tags.text(tag)).flatMap { CountrySet.numbers[$0] } ?? 0
    countries[tag] = number
    return number
  }

  private mutating func calendarRow(of country: Int) -> Int {
    if let known = rows[country] { return known }
    let row = calendar.add(CountrySet.country(country))
    rows[country] = row
    return row
  }

  private mutating func span(of country: Int) -> ClosedRange<Day>? {
    if let known = spans[country] { return known }
    let span = CountrySet.country(country).flatMap { book.span(of: $0) }
    spans[country] = .some(span)
    return span
  }
}
