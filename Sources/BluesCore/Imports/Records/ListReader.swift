internal import Basics
internal import Documents
internal import Tabular

/// Reads a list row by row and field by field: the one reader of every list but that of contacts.
///
/// It settles the headings, passes over blank rows and totals, reads days, and rejects what cannot
/// be read or what the one who takes the rows refuses.
struct ListReader {
  /// A row that was not taken.
  struct Rejected {
    let rejection: Rejection
    /// Its number below the headings, from 1.
    let number: Int
    /// What kind of problem spoke against it.
    let kind: ProblemKind
  }

  let mapping: Mapping
  /// The headings, for the file of rejected rows.
  let header: [String]
  /// The rows read so far, blank ones and totals counted as well.
  private(set) var count = 0
  /// The rows handed over or rejected so far.
  private var taken = 0
  private(set) var blankRows = 0
  /// The lines of rows that add up the others.
  private(set) var totals: [Int] = []

  /// Rows that are looked at before the first is taken, as far as they can be held.
  static let rowsAhead = 1_000_000

  private let reader: RowReader
  private let request: ImportRequest
  private let keptNames: [String]
  private let isGuarded: Bool
  /// Whether it is a list of ours with tabs, where signs stand for tabs and line ends.
  private let isEscaped: Bool
  private let unheaded: [Int]
  private let contents: [String: CellContent]
  /// The fields that each column fills, in the order of the columns.
  private let targets: [[String]]
  let blankWords: BlankWords
  private var days: ListedDays
  private var amounts: ListedAmounts
  private var signs = ListedSigns()
  /// The cells that held a word for nothing, of the rows that are taken.
  private(set) var blanks = ListedBlanks()

  /// - Throws: `MappingProblem` or `MappingFileProblem` when the columns cannot be settled.
  init(
    _ reader: RowReader, _ fields: [ImportField], _ request: ImportRequest,
    own: OwnColumns? = nil
  ) throws {
    self.reader = reader
    self.request = request
    mapping = try Mapping.settle(
      header: reader.header, width: reader.width, fields: fields, request: request,
      sample: reader.firstRows(Mapping.sampledRows), headerLine: reader.reading.headerLine,
      otherSheets: reader.reading.otherSheets, groups: reader.reading.headingGroups, own: own)
    header = mapping.columns.map(\.heading)
    keptNames = mapping.keptNames()
    let isOwn = RoundTrip.isOne(header) || own?.haveNames(header) == true
    isGuarded = reader.reading.isText && isOwn
    isEscaped = reader.reading.hasTabs && own?.areListed(header) == true
    unheaded = mapping.columns.filter(\.isPassedOver).map { $0.number - 1 }
    contents = Dictionary(fields.map { ($0.name, $0.content) }) { first, _ in first }
    targets = mapping.columns.map(\.target.fields)
    blankWords = BlankWords(request.blankWords)
    let kinds = contents
    try request.refuseOpenAmounts { kinds[$0]?.hasDecimals == true }
    days = try ListedDays(
      mapping.columns.filter { $0.target.fields.contains { kinds[$0] == .day } }
        .map { $0.number - 1 }, reader, order: request.dateOrder)
    amounts = try ListedAmounts(
      mapping.columns.filter { $0.target.fields.contains { kinds[$0]?.hasDecimals == true } }
        .map { (index: $0.number - 1, heading: $0.heading) },
      reader, decimal: request.decimal)
  }

  /// Whether cells say what they hold, but for an apostrophe before it, as our own lists may have.
  var isPlain: Bool { !isEscaped }

  /// The decimal sign that the amounts of a column have, by its index; nil where it is open.
  func decimalSign(of column: Int) -> DecimalSign? { amounts.sign(of: column) }

  /// How the list was read, in words, and what was made of its days.
  var words: [String] {
    reader.reading.words + reader.remarks + dayRemarks + amounts.remarks + signs.remarks
  }

  /// What was made of days that are not in ISO form.
  var dayRemarks: [String] { days.remarks }

  /// Whether a field has a column, or a value that is given for all rows.
  func has(_ field: String) -> Bool {
    mapping.index(of: field) != nil || request.given.contains { $0.field == field }
  }

  /// Hands over each row, of some lines only where those are named.
  ///
  /// A row that `take` throws an `ImportRow.Refusal` or another problem at is rejected. Sound rows are
  /// first shown to `quick`, which may take one by its cells.
  mutating func forEach(
    only lines: LineSelection? = nil,
    quick: ((borrowing Tabular.Row) throws -> Bool)? = nil, _ take: (ImportRow) throws -> Void,
    rejecting: (Rejected) throws -> Void
  ) throws {
    do {
      try reader.forEach { row in
        if let most = request.mostRows, taken >= most { throw EnoughRead() }
        count += 1
        guard lines?.contains(count) != false else { return }
        if let quick, row.fault == nil, try quick(row) { return taken += 1 }
        if TotalsRow.isBlank(row) { return blankRows += 1 }
        if request.totals == .leave, row.fault == nil, TotalsRow.isOne(row) {
          return totals.append(row.line)
        }
        taken += 1
        guard let rejected = try refusal(of: row, take) else { return }
        try rejecting(rejected)
      }
    } catch is EnoughRead {}
  }

  /// Ends the reading of a list of which no more rows are wanted.
  private struct EnoughRead: Error {}

  private mutating func refusal(
    of row: borrowing Tabular.Row, _ take: (ImportRow) throws -> Void
  ) throws -> Rejected? {
    if let fault = row.fault {
      return rejected(
        Rejection(
          line: fault.line, column: fault.column, value: fault.found, rule: fault.rule,
          reason: fault.reason, cells: row.textsOrRaw))
    }
    if let column = filled(unheaded, of: row) {
      return rejected(
        Rejection(
          line: row.line, column: column + 1, value: row.text(column),
          rule: ContactRule.noHeading.rawValue,
          reason: "A value is in a column that has no heading.", cells: row.texts))
    }
    let (read, refusal) = try fields(of: row)
    do {
      if let refusal { throw refusal }
      let taken = try hand(read, take)
      let columns = taken.blanks.compactMap { mapping.index(of: $0) }.map { $0 + 1 }
      blanks.count(columns, line: row.line)
      return nil
    } catch let refusal as ImportRow.Refusal {
      let isEitherWay =
        refusal.field.flatMap { read.text($0) }.map(WrittenDay.isEitherWay) ?? false
      return rejected(
        rejection(
          read, refusal.field, refusal.rule,
          isEitherWay ? "It can be two dates; add --date-order dmy or mdy." : refusal.reason,
          row.texts), refusal.kind)
    } catch let problem as any Problem where !(problem is StoreProblem) {
      return rejected(rejection(read, "code", "record", problem.message, row.texts), problem.kind)
    }
  }

  /// Hands a row over, without the words for nothing where a name is wanted and they are none.
  private func hand(_ row: ImportRow, _ take: (ImportRow) throws -> Void) throws -> ImportRow {
    do {
      try take(row)
      return row
    } catch let refusal as ImportRow.Refusal {
      guard let field = refusal.field, contents[field] == .name, let text = row.text(field),
        blankWords.contains(text)
      else { throw refusal }
      let given = request.given.first { $0.field == field }?.value
      do {
        return try hand(
          row.emptied(field, given: given.flatMap { blankWords.contains($0) ? nil : $0 }), take)
      } catch let later as ImportRow.Refusal where later.field == field {
        throw refusal
      }
    }
  }

  /// The first of some columns in which a row has a value.
  private func filled(_ columns: [Int], of row: borrowing Tabular.Row) -> Int? {
    for index in columns where index < row.count {
      if !CellText.trimmed(row[index]).isEmpty { return index }
    }
    return nil
  }

  private func rejected(_ rejection: Rejection, _ kind: ProblemKind = .badData) -> Rejected {
    Rejected(rejection: rejection, number: count, kind: kind)
  }

  private func rejection(
    _ row: ImportRow, _ field: String?, _ rule: String, _ reason: String, _ cells: [String]
  ) -> Rejection {
    let column = field.flatMap { mapping.index(of: $0) }.map { $0 + 1 }
    return Rejection(
      line: row.line, column: column ?? 0, value: field.flatMap { row.text($0) } ?? "",
      rule: rule, reason: reason, cells: cells)
  }

  private mutating func fields(of row: borrowing Tabular.Row) throws -> (
    row: ImportRow, refusal: ImportRow.Refusal?
  ) {
    var refusal: ImportRow.Refusal?
    var values: [String: String] = [:]
    var kept: [ExtraCell] = []
    var blanks: [String] = []
    for (index, column) in mapping.columns.enumerated() where index < row.count {
      let cell = CellText.trimmed(row[index])
      if column.target != .ignored {
        signs.look(at: row[index], without: cell, column.heading, line: row.line)
      }
      var text = String(decoding: cell, as: UTF8.self)
      guard !text.isEmpty else { continue }
      if isEscaped { text = CellText.trimmed(DelimitedText.unescaped(text)) }
      if isGuarded { text = SpreadsheetGuard.unguarded(text) }
      switch column.target {
      case .field, .fields, .more:
        let parts = column.transformation?.parts(of: text) ?? [text]
        for (position, name) in targets[index].enumerated() where position < parts.count {
          guard let part = parts[position] else { continue }
          let content = contents[name] ?? .text
          if blankWords.empties(part, of: content) {
            blanks.append(name)
          } else {
            switch content {
            case .day: values[name] = days.read(part, index)
            case .amount, .number:
              values[name] = try amounts.read(part, index, withCurrency: content == .amount)
              refusal = refusal ?? amounts.refusal(of: part, index, field: name)
            default:
              values[name] = row.isNumber(index) ? Figure.written(stored: part, for: name) : part
            }
          }
        }
      case .kept: kept.append(.init(heading: keptNames[index], text: text))
      case .ignored: break
      }
    }
    for given in request.given where values[given.field] == nil {
      values[given.field] = given.value
    }
    return (ImportRow(line: row.line, values: values, kept: kept, blanks: blanks), refusal)
  }
}
