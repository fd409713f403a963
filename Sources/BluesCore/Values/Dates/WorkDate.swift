package import Basics

/// When work was done: on a day, or in a calendar month where a sheet has only its sum.
package struct WorkDate: Hashable, Sendable {
  /// The day, or the first day of the month.
  package let first: Day
  package let isMonth: Bool

  package init(day: Day) {
    first = day
    isMonth = false
  }

  package init(month: Day) {
    first = month.firstOfMonth
    isMonth = true
  }

  /// As it is stored: `2020-05-04` or `2020-05`.
  package init?(stored text: String) {
    if let day = Day(iso: text) {
      self.init(day: day)
    } else if text.utf8.count == 7, let day = Day(iso: "\(text)-01") {
      self.init(month: day)
    } else {
      return nil
    }
  }

  /// The same by its bytes.
  init?(stored bytes: UnsafeBufferPointer<UInt8>) {
    if let day = Day(iso: bytes) {
      self.init(day: day)
    } else if bytes.count == 7 {
      self.init(stored: String(decoding: bytes, as: UTF8.self))
    } else {
      return nil
    }
  }

  /// Whether the day, or a day of the month, is one of some days.
  func isIn(_ days: ClosedRange<Day>) -> Bool { days.overlaps(first...last) }

  /// Whether the day, or the last day of the month, is one of some days.
  func endsIn(_ days: ClosedRange<Day>) -> Bool { days.contains(last) }

  package var text: String { isMonth ? String(first.iso.prefix(7)) : first.iso }

  /// The day, or the last day of the month.
  package var last: Day { isMonth ? first.lastOfMonth : first }

  package var month: Day { first.firstOfMonth }

  /// The hours that the day or the month has.
  package var mostHours: Int { (last - first + 1) * 24 }

  /// The sentence that hours are more than the day or the month has; nil where they are not.
  func excess(of hours: Hours) -> String? {
    guard hours.hundredths > mostHours * 100 else { return nil }
    return "\(isMonth ? text : "A day") has at most \(mostHours) hours."
  }
}

extension WorkDate: CustomStringConvertible {
  package var description: String { text }
}

extension WorkDate {
  /// A day as lists of hours write it: in ISO form, or without marks as `20200504`.
  package static func day(_ text: String) -> Day? {
    let text = text.trimmed
    let bytes = Array(text.utf8)
    if bytes.count == 8, let year = wholeNumber(bytes[0..<4]),
      let month = wholeNumber(bytes[4..<6]),
      let day = wholeNumber(bytes[6..<8])
    {
      return Day(year: year, month: month, day: day)
    }
    return Day(iso: text)
  }

  /// A month as people write it: `2020-05`, `05/2020`, `5.2020`, `May 2020`, or a day of it.
  package static func month(_ text: String) -> Day? {
    if let day = day(text) { return day.firstOfMonth }
    let words = Folding.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.count == 2 else { return nil }
    let years = words.filter { $0.utf8.count == 4 && Int($0) != nil }
    guard years.count == 1, let year = Int(years[0]),
      let other = words.first(where: { $0 != years[0] }), let month = monthNumber(other)
    else { return nil }
    return Day(year: year, month: month, day: 1)
  }

  /// The number of a month, by its number, or by its name in six languages or the start of one.
  package static func monthNumber(_ text: String) -> Int? {
    if let number = Int(text) { return (1...12).contains(number) ? number : nil }
    let word = Folding.folded(text).trimmed
    guard word.utf8.count >= 3 else { return nil }
    for names in monthNames.values {
      if let at = names.firstIndex(where: { $0 == word }) { return at + 1 }
    }
    let starts = Set(
      monthNames.values.flatMap { names in names.indices.filter { names[$0].hasPrefix(word) } })
    return starts.count == 1 ? starts.first.map { $0 + 1 } : nil
  }

  /// The names of a month by the code of their language, folded: whole, and their first letters where
  /// these are of no other month.
  package static func names(ofMonth number: Int) -> [(language: String, names: [String])] {
    monthNames.sorted { $0.key < $1.key }.map { language, names in
      let whole = names[number - 1]
      return (
        language,
        [whole] + (3...4).map { String(whole.prefix($0)) }.filter { monthNumber($0) == number }
      )
    }
  }

  /// By the code of the language.
  private static let monthNames: [String: [String]] = [
    "en": "january february march april may june july august september october november december",
    "de": "januar februar marz april mai juni juli august september oktober november dezember",
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "es":
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pl": "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad "
      + "grudzien",
    "cs": "leden unor brezen duben kveten cerven cervenec srpen zari rijen listopad prosinec",
  ].mapValues { $0.split(separator: " ").map(String.init) }
}
