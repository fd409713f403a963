internal import Basics
internal import Documents
internal import Tabular

extension RateFile {
  /// What the columns of a list are.
  private enum Layout {
    /// A day, then one column a currency.
    case wide(day: Int, columns: [(index: Int, currency: Currency)])
    /// One row an observation; the other columns have to hold these words.
    case long(day: Int, currency: Int, value: Int, series: [(index: Int, word: String)])

    init?(_ header: [String]) {
      let names = header.map { $0.trimmed.asciiRaised }
      if let day = names.firstIndex(of: "TIME_PERIOD"),
        let value = names.firstIndex(of: "OBS_VALUE"),
        let currency = names.firstIndex(of: "CURRENCY")
      {
        let wanted = [
          "FREQ": "D", "CURRENCY_DENOM": "EUR", "EXR_TYPE": "SP00", "EXR_SUFFIX": "A",
        ]
        self = .long(
          day: day, currency: currency, value: value,
          series: names.enumerated().compactMap { index, name in wanted[name].map { (index, $0) } })
        return
      }
      guard let day = names.firstIndex(of: "DATE") else { return nil }
      let columns = header.enumerated().compactMap { index, heading in
        Self.currency(heading).map { (index, $0) }
      }
      guard !columns.isEmpty else { return nil }
      self = .wide(day: day, columns: columns)
    }

    /// The currency of a column: `CZK`, or the data portal's `…(EXR.D.CZK.EUR.SP00.A)`.
    private static func currency(_ heading: String) -> Currency? {
      if let currency = Currency(heading) { return currency }
      let words = heading.split { "()".contains($0) }
      let parts = words.last.map { $0.split(separator: ".").map(String.init) } ?? []
      guard parts.count == 6, parts[0] == "EXR", parts[1] == "D",
        parts[3...] == ["EUR", "SP00", "A"]
      else { return nil }
      return Currency(parts[2])
    }
  }

  /// Reads a list with one column a currency, or one row an observation.
  mutating func read(csv bytes: [UInt8], _ file: String) throws {
    let first = bytes.prefix { $0 != 0x0A }
    let delimiter = [0x2C, 0x3B, 0x09].max { one, other in
      first.count { $0 == one } < first.count { $0 == other }
    }
    let reader = try RowReader(
      source: .bytes(bytes), options: ReadingOptions(encoding: .utf8, delimiter: delimiter))
    guard let layout = Layout(reader.header ?? []) else {
      throw RateFileProblem.unknownLayout(file)
    }
    var lines = RateLines(file: file)
    switch layout {
    case .wide(let day, let columns):
      let places = columns.map { ($0.index, place(of: $0.currency)) }
      try reader.forEach { row in
        guard let day = try lines.day(row, day) else { return }
        for (index, currency) in places {
          if let rate = try lines.rate(row, index) { add(currency, day, rate) }
        }
      }
    case .long(let day, let currency, let value, let series):
      try reader.forEach { row in
        guard row.count > max(day, currency, value) else { return }
        guard series.allSatisfy({ $0.index < row.count && row.text($0.index) == $0.word }) else {
          passedOver += 1
          return
        }
        guard let day = try lines.day(row, day), let rate = try lines.rate(row, value) else {
          return
        }
        let currency = try lines.currency(row, currency)
        add(place(of: currency), day, rate)
      }
    }
  }
}

/// Reads the cells of a list of rates, and tells where one cannot be read.
private struct RateLines {
  let file: String
  private var last: (text: String, day: Day)?

  init(file: String) { self.file = file }

  /// The day of a row, `2022-12-30` or `13 April 2026`; nil for an empty row.
  mutating func day(_ row: borrowing Row, _ index: Int) throws -> Day? {
    guard row.count > index else { return nil }
    let text = row.text(index).trimmed
    if text.isEmpty { return nil }
    if let last, last.text == text { return last.day }
    guard let day = Day(iso: text) ?? Self.spoken(text) else {
      throw problem(row.line, text, "a day such as 2022-12-30")
    }
    last = (text, day)
    return day
  }

  /// The rate in a cell; nil for `N/A` and for an empty one.
  func rate(_ row: borrowing Row, _ index: Int) throws -> ExactRate? {
    guard index < row.count else { return nil }
    var bytes = row[index][...]
    while bytes.first?.isBlank == true { bytes.removeFirst() }
    while bytes.last?.isBlank == true { bytes.removeLast() }
    if bytes.isEmpty || bytes.elementsEqual("N/A".utf8) { return nil }
    if let rate = ExactRate(bytes) { return rate }
    if ["NaN", "-", "."].contains(row.text(index).trimmed) { return nil }
    throw problem(row.line, row.text(index).trimmed, "a rate such as 26.455")
  }

  func currency(_ row: borrowing Row, _ index: Int) throws -> Currency {
    let text = row.text(index).trimmed
    guard let currency = Currency(text) else {
      throw problem(row.line, text, "a currency such as CZK")
    }
    return currency
  }

  private func problem(_ line: Int, _ found: String, _ expected: String) -> RateFileProblem {
    .unreadable(file: file, line: line, expected: expected, found: VisibleText.line(found))
  }

  /// A day as the daily file has it.
  private static func spoken(_ text: String) -> Day? {
    let words = text.split(separator: " ")
    guard words.count == 3, let day = wholeNumber(words[0].utf8),
      let year = wholeNumber(words[2].utf8),
      let month = Day.monthNames.firstIndex(where: { $0 == words[1] || $0.prefix(3) == words[1] })
    else { return nil }
    return Day(year: year, month: month + 1, day: day)
  }
}
