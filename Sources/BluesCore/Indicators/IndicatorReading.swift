package import Basics
package import Documents
internal import GRDB

/// What an indicator was on a day: a number or words, with where it comes from.
package struct IndicatorReading: Sendable, Equatable {
  package let on: Day
  package var value: Quantity?
  package var words: String?
  /// The partner whose share it is; nil where it is of the whole project.
  package var partner: String?
  package var source: String?
  package var evidence: String?

  /// A reading as it is typed: a number, or anything else as words.
  package init(
    _ text: String, on day: Day, partner: String? = nil, source: String? = nil,
    evidence: String? = nil
  ) {
    on = day
    value = Quantity(listed: text)
    words = value == nil ? CellText.trimmed(text) : nil
    self.partner = partner
    self.source = source
    self.evidence = evidence
  }

  /// Whether the words are words, and no number that is negative, too long or of another form.
  var isInWords: Bool {
    guard let words, !BlankWords().contains(words) else { return false }
    let letters = words.unicodeScalars.map(\.properties.isAlphabetic)
    return !words.utf8.contains(where: \.isDigit)
      || zip(letters, letters.dropFirst()).contains { $0 && $1 }
  }

  /// What was read, as one text.
  package var text: String { value?.description ?? words ?? "" }

  package static let fields: [Field<IndicatorReading>] = [
    Field("on", "On", rank: .key) { .day($0.on) },
    Field("value", "Value") { .quantity(orEmpty: $0.value) },
    Field("words", "In words", rank: .main) { .text(orEmpty: $0.words) },
    Field("partner", "Partner") { .text(orEmpty: $0.partner) },
    Field("source", "Source") { .text(orEmpty: $0.source) },
    Field("evidence", "Evidence") { .text(orEmpty: $0.evidence) },
  ]
}

extension IndicatorReading {
  private init(row: Row) throws {
    on = try row.value("read_on")
    let hundredths: Int? = try row.value("value_hundredths")
    value = hundredths.map { Quantity(hundredths: $0) }
    words = try row.value("words")
    partner = try row.value("partner")
    source = try row.value("source")
    evidence = try row.value("evidence")
  }

  /// The readings of all indicators by the indicator's number, the oldest first.
  static func byNumber(_ db: Database) throws -> [Int: [IndicatorReading]] {
    var all: [Int: [IndicatorReading]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT indicator.number, reading.read_on, reading.value_hundredths, reading.words,
               partner.code AS partner, reading.source, reading.evidence
        FROM indicator_reading AS reading
        JOIN indicator ON indicator.id = reading.indicator_id
        LEFT JOIN partner ON partner.id = reading.partner_id
        ORDER BY reading.read_on, reading.id
        """)
    while let row = try rows.next() {
      all[try row.value("number"), default: []].append(try IndicatorReading(row: row))
    }
    return all
  }
}

extension [IndicatorReading] {
  /// The value on a day: the baseline and all readings together, or the last one.
  ///
  /// Of readings by partner the last ones together, unless one of the whole project came later.
  func value(on day: Day, isCumulative: Bool, from baseline: Quantity?) -> Quantity? {
    let numbers = filter { $0.on <= day }.compactMap { one in one.value.map { (one.partner, $0) } }
    guard let last = numbers.last else { return nil }
    if isCumulative { return numbers.map(\.1).reduce(baseline ?? Quantity(0), +) }
    guard last.0 != nil else { return last.1 }
    var latest: [String: Quantity] = [:]
    for (partner, value) in numbers {
      if let partner { latest[partner] = value } else { latest = [:] }
    }
    return latest.values.reduce(Quantity(0), +)
  }
}
