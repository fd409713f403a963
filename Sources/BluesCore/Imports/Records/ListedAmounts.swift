internal import Basics
internal import Tabular

/// Reads the amounts of one list, with the decimal sign that each column has in all its cells.
///
/// The rows that can be held are looked at before the first is taken. A column of which they leave it
/// open, or that has both signs, stops the import: nobody guesses between 1.234 and 1234.
struct ListedAmounts {
  /// What is known of one column.
  private struct Known {
    let heading: String
    var sign: DecimalSign?
    /// A cell that can be read both ways, and the one that settled the sign.
    var either: String?
    var settledBy: String?
    /// How many cells have a sign, so that it is told.
    var count = 0
  }

  /// What was said with `--decimal`.
  private let said: DecimalSign?
  /// Whether plain numbers are stored as numbers, as a workbook has them.
  private let isStored: Bool
  /// By the index of the column.
  private var columns: [Int: Known] = [:]

  init(
    _ columns: [(index: Int, heading: String)], _ reader: RowReader, decimal: DecimalSign?
  ) throws {
    said = decimal
    isStored = if case .workbook = reader.reading.kind { true } else { false }
    guard !columns.isEmpty else { return }
    for column in columns { self.columns[column.index] = Known(heading: column.heading) }
    guard decimal == nil else { return }
    // Most columns are settled by the first rows; a cell with the other sign is met where it stands.
    for count in [Mapping.sampledRows, ListReader.rowsAhead] {
      try look(at: reader.firstRows(count), columns.map(\.index))
      if self.columns.values.allSatisfy({ $0.sign != nil }) { break }
    }
    for (_, known) in self.columns.sorted(by: { $0.key < $1.key }) where known.sign == nil {
      if let either = known.either { throw AmountProblem.open(known.heading, either) }
    }
  }

  private mutating func look(at rows: [[String]], _ columns: [Int]) throws {
    for row in rows where !TotalsRow.isTold(row) {
      for column in columns where column < row.count {
        let text = row[column].trimmed
        if isPlain(text) { continue }
        try note(WrittenAmount.evidence(text), of: text, column)
      }
    }
  }

  /// The amount in a cell as our own lists have it; what is no amount stays as it is, and what has a
  /// currency where none belongs.
  mutating func read(
    _ text: String, _ column: Int, withCurrency isMoney: Bool = true
  ) throws -> String {
    guard !isPlain(text), let body = WrittenAmount.Body(text), isMoney || body.currency == nil
    else { return text }
    let evidence = body.evidence
    try note(evidence, of: text, column)
    if said == nil, let known = columns[column], known.sign == nil, let either = known.either {
      throw AmountProblem.open(known.heading, either)
    }
    let amount = WrittenAmount(body, decimal: said ?? columns[column]?.sign)
    if said != nil, case .sign = evidence { columns[column]?.count += 1 }
    return amount?.canonical ?? text
  }

  /// Why a cell cannot stand that is not written with the sign of its column; nil where it is.
  func refusal(of text: String, _ column: Int, field: String) -> ImportRow.Refusal? {
    guard !isPlain(text), let sign = said ?? columns[column]?.sign,
      let reason = WrittenAmount.reason(against: text, sign)
    else { return nil }
    return ImportRow.Refusal(field: field, rule: "amount", reason: reason)
  }

  private mutating func note(
    _ evidence: WrittenAmount.Evidence, of text: String, _ column: Int
  ) throws {
    guard said == nil, let known = columns[column] else { return }
    switch evidence {
    case .none, .open: return
    case .either: columns[column]?.either = known.either ?? text
    case .sign(let sign):
      if let settled = known.sign {
        guard settled == sign else {
          throw AmountProblem.both(known.heading, known.settledBy ?? "", text)
        }
        return
      }
      columns[column]?.sign = sign
      columns[column]?.settledBy = text
    }
  }

  /// A number as a workbook stores it.
  private func isPlain(_ text: String) -> Bool {
    guard isStored else { return false }
    let digits = text.utf8.drop { $0 == 0x2D }
    return !digits.isEmpty && digits.allSatisfy { $0.isDigit || $0 == 0x2E }
      && digits.count { $0 == 0x2E } <= 1
  }

  /// The sign that the cells of a column settled; nil where they left it open or it was said.
  func sign(of column: Int) -> DecimalSign? {
    isStored ? .point : said == nil ? columns[column]?.sign : nil
  }

  /// What is to be told of the signs.
  var remarks: [String] {
    let known = columns.sorted { $0.key < $1.key }.map(\.value)
      .filter { $0.sign != nil || $0.count > 0 }
    return DecimalSign.allCases.compactMap { sign in
      let headings = known.filter { (said ?? $0.sign) == sign }.map(\.heading)
      guard !headings.isEmpty else { return nil }
      return "\(Self.joined(headings)) read with a decimal \(sign.rawValue), as in \(sign.example)"
    }
  }

  /// Three headings at most: `A, B and 9 more columns`.
  private static func joined(_ headings: [String]) -> String {
    guard headings.count > 3 else { return enumerated(headings) }
    return "\(headings[0]), \(headings[1]) and \(headings.count - 2) more columns"
  }
}

extension ImportRequest {
  /// Refuses a value given for all rows that is an amount and can be read in two ways.
  func refuseOpenAmounts(_ isAmount: (String) -> Bool) throws(MoneyProblem) {
    for given in given where isAmount(given.field) {
      try MoneyProblem.refuseEitherWay(given.value)
    }
  }
}

/// Why the amounts of a column cannot be read.
enum AmountProblem: Problem, Equatable {
  /// The column can be read in two ways, as the cell shows.
  case open(String, String)
  /// Two cells of the column have different decimal signs.
  case both(String, String, String)

  var message: String {
    switch self {
    case .open(let heading, let cell):
      "The column \"\(heading)\" can be read in two ways: \(cell) is a thousand or a fraction."
    case .both(let heading, let one, let other):
      "The column \"\(heading)\" has two decimal signs: \(one) and \(other)."
    }
  }

  var hint: String? {
    switch self {
    case .open: "say which sign comes before the cents: --decimal comma or --decimal point"
    case .both: "with --decimal comma or point, rows with the other sign are rejected"
    }
  }

  var kind: ProblemKind { .badData }
}
