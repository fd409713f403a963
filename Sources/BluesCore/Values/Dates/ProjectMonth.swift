package import Basics

/// A month of the project, counted from its start: `M1` begins on the first day.
///
/// Due months fall on the last day: M10 of a start on 1 October is 31 July of the next year. A
/// start in mid-month steps by calendar months: M1 of a start on 15 February ends on 14 March.
package struct ProjectMonth: Hashable, Sendable {
  /// The month in which the project starts.
  package static let first = ProjectMonth(checked: 1)

  /// 1 for the first month of the project.
  package let number: Int

  private init(checked number: Int) { self.number = number }

  /// The numbers that have a code, `M1` to `M999`.
  static let numbers = 1...999

  /// A project month by its number, 1 to 999.
  package init?(number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }

  /// The project month nearest to a number.
  init(nearest number: Int) {
    self.number = min(max(number, Self.numbers.lowerBound), Self.numbers.upperBound)
  }

  /// A project month as the grant writes it, `M18`.
  package init?(_ text: String) {
    let bytes = text.trimmedBytes
    guard bytes.count >= 2, bytes[0].raised == 0x4D, let number = wholeNumber(bytes.dropFirst())
    else { return nil }
    self.init(number: number)
  }

  /// A project month as the tables of a grant write it: `M18`, `18`, `M 18`, `month 18`.
  init?(listed text: String) {
    let bytes = Folding.folded(text).trimmedBytes
    let word = bytes.prefix(while: \.isLetter)
    guard word.isEmpty || Self.words.contains(String(decoding: word, as: UTF8.self)),
      let number = wholeNumber(bytes[word.endIndex...].drop(while: \.isBlank))
    else { return nil }
    self.init(number: number)
  }

  /// Folded, in six languages.
  private static let words: Set<String> = [
    "m", "month", "mois", "mes", "monat", "miesiac", "mesic",
  ]

  /// The project month a day falls in; nil before the project starts, and after M999.
  package init?(containing day: Day, projectStart: Day) {
    guard let number = Self.number(containing: day, projectStart: projectStart) else { return nil }
    self.init(number: number)
  }

  /// The number of the project month a day falls in, however large; nil before the project starts.
  package static func number(containing day: Day, projectStart: Day) -> Int? {
    guard day >= projectStart else { return nil }
    let (from, to) = (projectStart.civil, day.civil)
    let months = (to.year - from.year) * 12 + to.month - from.month
    let steps = projectStart.adding(months: months) <= day ? months : months - 1
    return steps + 1
  }

  package static func containing(_ day: Day, projectStart: Day) -> ProjectMonth? {
    ProjectMonth(containing: day, projectStart: projectStart)
  }

  package func firstDay(projectStart: Day) -> Day { projectStart.adding(months: number - 1) }

  package func lastDay(projectStart: Day) -> Day {
    projectStart.adding(months: number).adding(days: -1)
  }
}

extension ProjectMonth: Comparable, CustomStringConvertible {
  package static func < (one: ProjectMonth, other: ProjectMonth) -> Bool {
    one.number < other.number
  }

  package var description: String { "M\(number)" }
}
