internal import Basics

/// Takes a typed date expression apart.
struct DateReading {
  let text: String

  typealias Parts = (anchor: DateExpression.Anchor, offsets: [DateExpression.Offset])

  func read() throws(DateProblem) -> Parts {
    let bytes = text.utf8.map(\.lowered)
    guard let first = bytes.first else { throw .notADate(text) }
    if first.isDigit { return try startingWithDigit(bytes) }
    let end = bytes.firstIndex { $0 == 0x2B || $0 == 0x2D } ?? bytes.count
    let offsets = try offsets(in: bytes[end...])
    if end == 0 { return (.fromToday(0), offsets) }
    return (try word(String(decoding: bytes[..<end], as: UTF8.self)), offsets)
  }

  /// `2026-06-30`, perhaps with offsets, or a numeric date in another order.
  private func startingWithDigit(_ bytes: [UInt8]) throws(DateProblem) -> Parts {
    let digits = bytes.prefix { $0.isDigit }.count
    if digits == 4, bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = wholeNumber(bytes[0..<4]), let month = wholeNumber(bytes[5..<7]),
      let day = wholeNumber(bytes[8..<10])
    {
      let found = try Day(checking: text, year: year, month: month, day: day)
      return (.day(found), try offsets(in: bytes[10...]))
    }
    let separators = Set(bytes.filter { !$0.isDigit })
    let parts = bytes.split(omittingEmptySubsequences: false) { !$0.isDigit }.map(wholeNumber)
    guard separators.count == 1, let separator = separators.first,
      [0x2E, 0x2F, 0x2D].contains(separator), parts.count == 3,
      let one = parts[0], let two = parts[1], let three = parts[2]
    else { throw .notADate(text) }
    return (.numeric(NumericDate(text: text, parts: (one, two, three), yearFirst: digits == 4)), [])
  }

  private func word(_ word: String) throws(DateProblem) -> DateExpression.Anchor {
    if let anchor = Self.words[word] { return anchor }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, !parts[0].isEmpty else { throw .notADate(text) }
    let name = String(parts[0])
    let edge: DateExpression.Edge?
    switch parts.count == 2 ? parts[1] : nil {
    case nil: edge = nil
    case "start": edge = .start
    case "end": edge = .end
    default: throw .notADate(text)
    }
    let bytes = Array(name.utf8)
    if bytes.first == 0x6D, bytes.count > 1, bytes.dropFirst().allSatisfy(\.isDigit) {
      guard let month = ProjectMonth(name) else { throw .noSuchProjectMonth(text) }
      return .projectMonth(month, edge ?? .end)
    }
    guard edge != nil || Self.looksLikePeriod(bytes) else { throw .notADate(text) }
    return .period(name.asciiRaised, edge)
  }

  private static func looksLikePeriod(_ name: [UInt8]) -> Bool {
    name.starts(with: [0x72, 0x70]) && name.count > 2 && name.dropFirst(2).allSatisfy(\.isDigit)
  }

  private func offsets(in bytes: ArraySlice<UInt8>) throws(DateProblem) -> [DateExpression.Offset] {
    var offsets: [DateExpression.Offset] = []
    var rest = bytes
    while let sign = rest.first {
      guard sign == 0x2B || sign == 0x2D else { throw .notADate(text) }
      rest = rest.dropFirst()
      let digits = rest.prefix { $0.isDigit }
      rest = rest.dropFirst(digits.count)
      guard let letter = rest.popFirst(), let unit = Self.units[letter],
        let count = wholeNumber(digits)
      else { throw .notADate(text) }
      guard count <= 99_999 else { throw .outOfRange(text) }
      offsets.append(.init(count: sign == 0x2B ? count : -count, unit: unit))
    }
    return offsets
  }

  private static let units: [UInt8: DateExpression.Unit] = [
    0x64: .day, 0x77: .week, 0x6D: .month, 0x79: .year,
  ]

  private static let words: [String: DateExpression.Anchor] = [
    "today": .fromToday(0), "yesterday": .fromToday(-1), "tomorrow": .fromToday(1),
    "sow": .edge(.start, .week), "eow": .edge(.end, .week),
    "som": .edge(.start, .month), "eom": .edge(.end, .month),
    "soq": .edge(.start, .quarter), "eoq": .edge(.end, .quarter),
    "soy": .edge(.start, .year), "eoy": .edge(.end, .year),
  ]
}
