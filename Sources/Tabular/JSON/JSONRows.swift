/// The objects of a JSON file as rows, under the keys of the first.
///
/// It takes what `blues` exports: an object with a list of objects in it, of which the first such
/// list is read and what stands beside it is not; a list of objects; one object after another.
/// A later object may lack keys, and their cells are empty.
final class JSONRows: RowSource {
  let reading: Reading
  let header: [String]?
  let width: Int

  private let input: JSONInput
  private let scanner: JSONScanner
  private let shape: JSONReading.Shape
  private let first: JSONRecord
  private let columns: [[UInt8]: Int]
  private let beginning: HeadSample

  init(input: RawInput, options: ReadingOptions) throws(TabularProblem) {
    beginning = HeadSample(bytes: input.head, options: options)
    let decision = try input.head.withUnsafeBufferPointer { (head) throws(TabularProblem) in
      try EncodingDecision(head: head, whole: input.isWhole, given: options.encoding)
    }
    let isNoting = input.beginning(options.encoding).first { !CardText.isBlank($0) } != 0x5B
    self.input = try JSONInput(
      buffer: TextBuffer(input: input, decision: decision, chunkBytes: options.chunkBytes),
      isNoting: isNoting)
    scanner = JSONScanner(input: self.input)
    var opening = JSONOpening(scanner: scanner)
    do {
      try opening.read()
    } catch let problem as TabularProblem {
      throw problem
    } catch let slip as JSONBreak {
      throw .brokenJSON(slip.fault)
    } catch {
      throw .emptyFile
    }
    guard let first = opening.first, !first.keys.isEmpty else { throw .emptyFile }
    self.first = first
    shape = opening.shape
    columns = Dictionary(
      uniqueKeysWithValues: first.keys.enumerated().map { ($0.element, $0.offset) })
    header = first.keys.map { String(decoding: $0, as: UTF8.self) }
    width = first.keys.count
    reading = Reading(
      kind: .json(
        JSONReading(
          encoding: decision.encoding, encodingBasis: decision.basis, shape: opening.shape)),
      preambleLines: 0)
  }

  func forEach(_ body: (borrowing Row) throws -> Void) throws {
    var row = RowBuilder()
    try hand(first, &row, body)
    if case .lines = shape { return try handLines(&row, body) }
    do {
      while try scanner.goesOn(until: UInt8(ascii: "]")) {
        try hand(record(), &row, body)
      }
      if case .member = shape {
        while try scanner.goesOn(until: UInt8(ascii: "}")) {
          _ = try scanner.key()
          try scanner.skipValue()
        }
      }
      if try scanner.next() != nil { throw input.slip(.unexpected(expected: "the end")) }
    } catch let slip as JSONBreak {
      throw TabularProblem.brokenJSON(slip.fault)
    }
  }

  func firstRows(_ count: Int) -> [[String]] {
    beginning.rows(count) { (input, options) throws(TabularProblem) in
      try JSONRows(input: input, options: options)
    }
  }

  /// A line that breaks the grammar costs itself; the next is read on.
  private func handLines(
    _ row: inout RowBuilder, _ body: (borrowing Row) throws -> Void
  ) throws {
    while try scanner.next() != nil {
      input.note()
      let line = input.line
      let record: JSONRecord
      do {
        record = try self.record()
      } catch let slip as JSONBreak {
        try input.skipLine()
        row.begin(line: line, width: width)
        row.fail(slip.fault)
        row.fallApart(into: input.noted)
        try row.hand(to: body)
        continue
      }
      try hand(record, &row, body)
    }
  }

  /// The next value as a record; what is no object is one at fault.
  private func record() throws -> JSONRecord {
    guard try scanner.next() == UInt8(ascii: "{") else {
      var record = JSONRecord(line: input.line)
      try scanner.skipValue()
      record.fail(.json(.noObject))
      return record
    }
    var opening = JSONOpening(scanner: scanner)
    return try opening.object()
  }

  private func hand(
    _ record: JSONRecord, _ row: inout RowBuilder, _ body: (borrowing Row) throws -> Void
  ) throws {
    row.begin(line: record.line, width: width)
    if let (place, kind) = record.fault {
      let column = record.keys.indices.contains(place) ? columns[record.keys[place]] : nil
      row.fail(RowFault(line: record.line, column: column.map { $0 + 1 } ?? 0, kind: kind))
    }
    for (key, value) in zip(record.keys, record.values) {
      if let column = columns[key] {
        row.set(column, to: value)
      } else {
        row.fail(
          RowFault(
            line: record.line, column: 0, kind: .json(.unknownKey(JSONRecord.shown(key)))))
      }
    }
    try row.hand(to: body)
  }
}
