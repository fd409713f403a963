package import Basics

/// The nationwide public holidays of the countries that host; regional ones are left out.
package enum PublicHolidays {
  /// A day off by law, or the day given instead of one on a weekend.
  package struct Holiday: Hashable, Sendable {
    package let day: Day
    package let name: String
  }

  /// The years the data were compared for; outside them the fixed rules still apply.
  package static let years = 2020...2030

  /// The countries there are data for.
  package static let countries: [CountryCode] =
    regions.flatMap(\.countries).map(CountryCode.init(unchecked:)).sorted()

  /// The holidays of a year in order; none for a country there are no data for.
  package static func holidays(in year: Int, of country: CountryCode) -> [Holiday] {
    guard let region = regions.first(where: { $0.countries.contains(country.code) }),
      case let file = region.file(), let rules = file.rules[country.code]
    else { return [] }
    var found: [Holiday] = []
    var substituted: [Holiday] = []
    for rule in rules {
      for day in rule.days(in: year, fitr: file.fitr, adha: file.adha) {
        found.append(Holiday(day: day, name: rule.name))
        let due =
          switch rule.substitute {
          case .none: false
          case .afterSunday: day.weekday == .sunday
          case .afterWeekend: day.weekday.isWeekend
          }
        if due, !substituted.contains(where: { $0.day == day }) {
          substituted.append(Holiday(day: day, name: rule.name))
        }
      }
    }
    var taken = Set(found.map(\.day))
    for holiday in substituted.sorted(by: { $0.day < $1.day }) {
      var day = holiday.day.adding(days: 1)
      while day.weekday.isWeekend || taken.contains(day) { day = day.adding(days: 1) }
      taken.insert(day)
      found.append(Holiday(day: day, name: "\(holiday.name) (substitute)"))
    }
    return found.sorted { ($0.day, $0.name) < ($1.day, $1.name) }
  }

  /// The countries of one data file.
  private struct Region: Sendable {
    let countries: [String]
    let file: @Sendable () -> HolidayFile
  }

  private static let regions: [Region] = [
    Region(countries: words("AM BG CZ HR HU MD PL RO SI SK UA"), file: { HolidayFile.east }),
    Region(countries: words("DK EE FI IS LT LV SE"), file: { HolidayFile.north }),
    Region(countries: words("AL BA CY EL IT ME MK MT RS TR XK"), file: { HolidayFile.south }),
    Region(countries: words("AT BE DE ES FR IE LU NL PT UK"), file: { HolidayFile.west }),
  ]

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}

/// One of the data files of public holidays, read once when first asked for.
struct HolidayFile: Sendable {
  let rules: [String: [HolidayRule]]
  let fitr: [Day]
  let adha: [Day]
  /// How many lines of rules each country has in the file.
  let lines: [String: Int]

  static let east = read(PackageResources.holidays_east_json, named: "holidays-east.json")
  static let north = read(PackageResources.holidays_north_json, named: "holidays-north.json")
  static let south = read(PackageResources.holidays_south_json, named: "holidays-south.json")
  static let west = read(PackageResources.holidays_west_json, named: "holidays-west.json")

  /// The shape of a data file.
  private struct Content: Decodable {
    let countries: [String: [String]]
    let fitr: [String]?
    let adha: [String]?
  }

  private static func read(_ bytes: [UInt8], named name: String) -> HolidayFile {
    let content = Resource.decode(Content.self, from: bytes, named: name)
    return HolidayFile(
      rules: content.countries.mapValues { $0.compactMap(HolidayRule.init) },
      fitr: (content.fitr ?? []).compactMap(Day.init(iso:)),
      adha: (content.adha ?? []).compactMap(Day.init(iso:)),
      lines: content.countries.mapValues(\.count))
  }
}
