import Basics
import Foundation
import Testing

@testable import BluesCore

/// Every figure of the rule book over every country.
@Suite struct `The rules over all countries` {
  static let countries = RuleBook.standard.participatingCountries

  /// The table of Erasmus for Young Entrepreneurs, in euros; the United Kingdom from older lists.
  static let thresholds: [String: Int64] = [
    "AL": 530, "AM": 610, "AT": 900, "BE": 830, "BA": 560, "BG": 560, "HR": 720, "CY": 780,
    "CZ": 610, "DK": 1100, "EE": 670, "FI": 950, "FR": 900, "DE": 830, "EL": 780, "HU": 670,
    "IS": 900, "XK": 560, "IE": 1000, "IT": 900, "LV": 610, "LT": 560, "LU": 830, "MK": 560,
    "MT": 720, "MD": 530, "ME": 560, "NL": 830, "PL": 610, "PT": 780, "RO": 560, "RS": 560,
    "SK": 610, "SI": 720, "ES": 830, "SE": 950, "TR": 750, "UA": 530, "UK": 1000,
  ]

  /// The first Monday from a day on with five working days in a row in the country.
  func week(in country: CountryCode, from day: String = "2021-01-04") throws -> Day {
    var monday = try Day.of(day)
    while WorkingDays.count(from: monday, to: monday.adding(days: 4), in: country) < 5 {
      monday = monday.adding(days: 7)
    }
    return monday
  }

  func stay(_ country: CountryCode, _ first: Day, _ last: Day) throws -> CheckInput {
    let other = country.code == "FR" ? "DE" : "FR"
    return try CheckInput.week(from: other, to: country.code, first.iso, last.iso)
  }

  @Test func `each threshold and its half is the limit to the cent`() throws {
    #expect(Set(Self.countries.map(\.code)) == Set(Self.thresholds.keys))
    for country in Self.countries {
      let euros = try #require(Self.thresholds[country.code])
      let monday = try week(in: country)
      for (days, kilometres) in [(5, 200), (5, 199), (4, 200), (4, 199), (3, 0), (5, 2_000)] {
        let whole = days == 5 && kilometres >= 200
        let limit = euros * (whole ? 100 : 50)
        var stay = try stay(country, monday, monday.adding(days: days - 1))
        stay.distance = .known(kilometres: kilometres, basis: "as given")
        let sum = try RuleBook.standard.lumpSum(for: stay.stay, distance: stay.distance)
        #expect(sum?.amount?.cents == limit, "\(country) \(days) days \(kilometres) km")
        #expect(sum?.threshold.cents == euros * 100)
        stay.agreed = Money(cents: limit)
        #expect(try stay.breaches().filter(\.stands) == [], "\(country)")
        stay.agreed = Money(cents: limit + 1)
        let above = whole ? ["country-threshold"] : ["halving"]
        let ceiling = whole && euros == 1100 ? ["ceiling"] : []
        #expect(try stay.breaches().filter(\.stands).map(\.rule) == above + ceiling, "\(country)")
      }
    }
  }

  @Test func `eligibility begins and ends on its days, for every country code there is`() throws {
    let book = RuleBook.standard
    for country in CountryCode.all {
      let takesPart = Self.thresholds[country.code] != nil
      for (day, isInTime) in [
        ("2020-01-31", false), ("2020-02-01", true), ("2022-12-31", true), ("2023-01-01", false),
      ] {
        let found = book.eligibility(of: country, on: try .of(day))
        #expect((found != .notEligible) == (takesPart && isInTime), "\(country) \(day)")
        #expect((book.threshold(for: country, on: try .of(day)) != nil) == (takesPart && isInTime))
        guard takesPart, isInTime else { continue }
        let confirmed = ["UK": "united-kingdom", "XK": "kosovo"][country.code]
        switch found {
        case .toBeConfirmed(_, let rule): #expect(rule == confirmed)
        default: #expect(confirmed == nil && found == .eligible)
        }
      }
    }
  }

  @Test func `two to five days around every public holiday count as many working days as are left`()
    throws
  {
    for country in Self.countries {
      for year in 2020...2022 {
        let off = Set(PublicHolidays.holidays(in: year, of: country).map(\.day))
        for holiday in off where holiday > (try .of("2020-02-10")) {
          for length in 2...5 {
            let first = holiday.adding(days: -1)
            let last = first.adding(days: length - 1)
            guard first.year == year, last.year == year else { continue }
            let left = (0..<length).map { first.adding(days: $0) }.filter {
              !$0.weekday.isWeekend && !off.contains($0)
            }.count
            let rules = try stay(country, first, last).breaches().map(\.rule)
            #expect(rules.contains("minimum-stay") == (left < 3), "\(country) \(first) \(last)")
          }
        }
      }
    }
  }

  @Test func `a month ends the day before the same day of the next, in every country`() throws {
    let edges = [
      ("2021-01-01", "2021-01-31"), ("2021-01-15", "2021-02-14"), ("2021-01-31", "2021-02-27"),
      ("2021-02-01", "2021-02-28"), ("2020-02-29", "2020-03-28"), ("2021-03-31", "2021-04-29"),
      ("2021-12-02", "2022-01-01"),
    ]
    for country in Self.countries {
      for (first, latest) in edges {
        let (first, latest) = (try Day.of(first), try Day.of(latest))
        let fits = try stay(country, first, latest).breaches().map(\.rule)
        #expect(!fits.contains("maximum-stay"), "\(country) \(first)")
        let longer = try stay(country, first, latest.adding(days: 1)).breaches().map(\.rule)
        #expect(longer.contains("maximum-stay"), "\(country) \(first)")
      }
    }
  }

  /// Where the list has other days: it counts Good Friday in the Netherlands, on which work is
  /// not forbidden, and in Bosnia and Herzegovina days of one faith or one entity; the others are
  /// days given in place of feasts on a weekend, which each government settles year by year.
  static let differences: [String: Set<String>] = [
    "XK 2023": ["2023-04-11"], "XK 2029": ["2029-04-10"], "ME 2024": ["2024-11-14"],
    "MK 2022": ["2022-05-03"], "MK 2025": ["2025-03-31"],
  ]

  /// The independent list in Goldens/holidays.txt, from Monday to Friday only.
  @Test func `working days 2020 to 2030 are those of an independent list, in every country`() throws
  {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Goldens/holidays.txt")
    var country: CountryCode?
    var compared = 0
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst() {
      if line.first == "#" {
        country = CountryCode(String(line.dropFirst()))
        continue
      }
      let words = line.split(separator: " ")
      let (code, year) = (try #require(country), try #require(words.first.flatMap { Int($0) }))
      let listed = Set(words.dropFirst().map { "\(year)-\($0.prefix(2))-\($0.suffix(2))" })
      let ours = Set(
        PublicHolidays.holidays(in: year, of: code).map(\.day).filter { !$0.weekday.isWeekend })
      let other = listed.symmetricDifference(ours.map(\.iso))
      switch code.code {
      case "NL": #expect(other == [try #require(Easter.western(year)).adding(days: -2).iso])
      case "BA": #expect(listed.isSuperset(of: ours.map(\.iso)))
      default: #expect(other == Self.differences["\(code) \(year)", default: []])
      }
      let (first, last) = (try Day.of("\(year)-01-01"), try Day.of("\(year)-12-31"))
      let weekdays = (0...(last - first)).filter { !first.adding(days: $0).weekday.isWeekend }
      #expect(
        WorkingDays.count(from: first, to: last, in: code) == weekdays.count - ours.count)
      compared += 1
    }
    #expect(compared == 39 * 11)
  }
}
