internal import Basics
internal import BluesCore
internal import Documents
internal import Tabular

/// Every cell of a file as JSON, written while it is read.
///
/// What ends the reading early is told as the last problem, so that the JSON is whole, and then
/// thrown on.
struct InspectionRows {
  private let opened: TableFile
  private let limit: Int?
  private let bound: ByteLimit
  private let stream: OutputStream

  /// Ends the reading at the limit; it never leaves this file.
  private struct LimitReached: Error {}

  init(_ opened: TableFile, limit: Int?, _ bound: ByteLimit, to stream: OutputStream) {
    self.opened = opened
    self.limit = limit
    self.bound = bound
    self.stream = stream
  }

  func write() throws {
    try stream.append("{\"schema\":\"blues.inspection/1\"")
    switch opened {
    case .table(let reader): try write(reader)
    case .workbook(let book): try write(book)
    }
  }

  private func write(_ reader: RowReader) throws {
    try member("kind", .string(InspectedKind.name(of: reader.reading)))
    for next in InspectedKind.members(of: reader.reading) { try member(next.key, next.value) }
    try member("header", reader.header.map { .array($0.map { .string($0) }) } ?? .null)
    if let cards = reader.cards { return try write(cards) }
    try stream.append(",\n\"rows\":[")
    var faults = Faults()
    var count = 0
    if let fault = reader.headerFault { faults.add(fault) }
    let ending = try elements(as: Self.array) { body in
      try reader.forEach { row in
        count += 1
        if let fault = row.fault {
          faults.add(fault)
        } else if let note = row.note {
          faults.add(note)
        }
        try body(row.shownTexts(in: reader.reading))
      }
    }
    for finding in Inspection.Finding.ofTable(reader, isEmpty: count == 0 && ending == nil) {
      faults.add(finding)
    }
    try stream.append("\n]")
    try finish(faults, ending)
  }

  private func write(_ cards: CardReader) throws {
    try stream.append(",\n\"cards\":[")
    var faults = Faults()
    let ending = try elements(as: InspectedCard.value) { body in
      while let card = try cards.next() {
        if let fault = card.fault { faults.add(fault) }
        // Text outside of a card is a problem and no card.
        if card.outside.isEmpty { try body(card) }
      }
    }
    try stream.append("\n]")
    try finish(faults, ending)
  }

  private func write(_ book: WorkbookFile) throws {
    try member("kind", .string("xlsx"))
    try member("epoch", .integer(book.epoch))
    try stream.append(",\n\"sheets\":[")
    var faults = Faults()
    var ending: TabularProblem?
    for (index, sheet) in book.sheets.enumerated() where ending == nil {
      try stream.append(index == 0 ? "\n{" : ",\n{")
      try stream.append("\"name\":")
      try stream.append(.string(sheet.name))
      try member("visibility", .string(sheet.visibility.rawValue))
      try stream.append(",\"rows\":[")
      var unseen: WorkbookFile.Unseen?
      ending = try elements(as: Self.array) { body in
        var next = 1
        unseen = try book.forEachRow(of: index) { row in
          // Rows without a cell stand as empty ones, so that a row's place is its number.
          while next < min(row.line, WorkbookFile.mostRows) {
            try body([])
            next += 1
          }
          next += 1
          if let fault = row.fault {
            faults.add(fault, sheet: sheet.name)
          } else if let note = row.note {
            faults.add(note, sheet: sheet.name)
          }
          try body(row.texts)
        }
      }
      try stream.append("]")
      if let unseen {
        try member("merged", .integer(unseen.mergedRanges))
        try member("hidden_rows", .integer(unseen.hiddenRows))
        try member("hidden_columns", .integer(unseen.hiddenColumns))
      }
      try stream.append("}")
    }
    try stream.append("\n]")
    try finish(faults, ending)
  }

  private func member(_ key: String, _ value: JSONValue) throws {
    try stream.append(",\"\(key)\":")
    try stream.append(value)
  }

  private static func array(_ cells: [String]) -> JSONValue { .array(cells.map { .string($0) }) }

  /// Writes the elements of a list up to the limit; answers what ended the reading before its time.
  private func elements<Element>(
    as value: @escaping (Element) -> JSONValue, _ read: ((Element) throws -> Void) throws -> Void
  ) throws -> TabularProblem? {
    var count = 0
    do {
      try read { element in
        if let limit, count >= limit { throw LimitReached() }
        try stream.append(count == 0 ? "\n" : ",\n")
        try stream.append(value(element))
        count += 1
      }
    } catch is LimitReached {
      return nil
    } catch let problem as TabularProblem {
      return bound.isReached ? bound.problem : problem
    }
    return bound.isReached ? bound.problem : nil
  }

  private func finish(_ faults: Faults, _ ending: TabularProblem?) throws {
    var problems = faults.all
    if let ending {
      problems.append(Faults.problem(line: 0, column: 0, ending.message))
    }
    try stream.append(",\n\"problems\":[")
    for (index, problem) in problems.enumerated() {
      try stream.append(index == 0 ? "\n" : ",\n")
      try stream.append(problem)
    }
    try stream.append(problems.isEmpty ? "]}\n" : "\n]}\n")
    try stream.finish()
    if let ending { throw ending }
  }
}

/// What is wrong with single rows, gathered while they are written.
private struct Faults {
  private(set) var all: [JSONValue] = []

  mutating func add(_ fault: RowFault, sheet: String? = nil) {
    add(Inspection.Finding(fault), sheet: sheet)
  }

  mutating func add(_ note: RowNote, sheet: String? = nil) {
    add(Inspection.Finding(note), sheet: sheet)
  }

  mutating func add(_ finding: Inspection.Finding, sheet: String? = nil) {
    all.append(
      Self.problem(
        line: finding.line, column: finding.column, finding.message, rule: finding.rule,
        sheet: sheet))
  }

  static func problem(
    line: Int, column: Int, _ message: String, rule: String? = nil, sheet: String? = nil
  ) -> JSONValue {
    .object(
      (sheet.map { [JSONMember("sheet", .string($0))] } ?? []) + [
        JSONMember("line", .integer(line)), JSONMember("column", .integer(column)),
        JSONMember("rule", rule.map { .string($0) } ?? .null),
        JSONMember("message", .string(message)),
      ])
  }
}
