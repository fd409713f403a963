/// The rows of a text, in one pass.
final class TextRows: RowSource {
  let reading: Reading
  let header: [String]?
  let width: Int
  let headerFault: RowFault?

  private let records: RecordStream
  /// Rows that were looked at and not yet handed over.
  private var held: [LookaheadRow] = []
  /// Length and first byte of the first heading: two numbers that tell nearly every row apart from
  /// the headings.
  private let heading: (count: Int, byte: UInt8?)
  private var trailing: TrailingDelimiters

  init(input: RawInput, options: ReadingOptions) throws(TabularProblem) {
    let decision = try input.head.withUnsafeBufferPointer { (head) throws(TabularProblem) in
      try EncodingDecision(
        head: head, whole: input.isWhole, given: options.encoding, usual: options.usualEncoding)
    }
    guard input.head.count > decision.markLength else { throw .emptyFile }
    let guess = DialectGuess(
      sample: try Self.sample(of: input, by: decision), isWhole: input.isWhole, options: options)
    records = try RecordStream(
      buffer: TextBuffer(input: input, decision: decision, chunkBytes: options.chunkBytes),
      dialect: guess.dialect, encoding: decision.encoding)
    records.skipsBlankLines = guess.width > 1
    reading = Reading(
      kind: .text(
        TextReading(
          encoding: decision.encoding, encodingBasis: decision.basis,
          hadByteOrderMark: decision.markLength > 0, dialect: guess.dialect)),
      preambleLines: guess.dialect.preambleLines)
    guard options.hasHeader else {
      trailing = TrailingDelimiters(
        header: Array(repeating: "-", count: guess.width), records: guess.records)
      header = nil
      heading = (0, nil)
      headerFault = nil
      width = guess.width
      return
    }
    guard try records.next() else {
      throw options.preambleLines == nil
        ? .emptyFile : .tooFewLines(max(records.linesSkipped, records.line - 1))
    }
    if let fault = records.fault, !options.takesFaultyHeader { throw .headerUnreadable(fault) }
    headerFault = records.fault
    if records.cells.isEmpty {
      header = BrokenRow.cells(of: records.raw, guess.dialect)
      width = guess.width
    } else {
      header = records.cells.map { cell in
        String(decoding: UnsafeBufferPointer(start: cell.start, count: cell.count), as: UTF8.self)
      }
      width = records.cells.count
    }
    heading = (header?.first?.utf8.count ?? 0, header?.first?.utf8.first)
    trailing = TrailingDelimiters(header: header ?? [], records: guess.records)
    records.skipsBlankLines = width > 1
  }

  func forEach(_ body: (borrowing Row) throws -> Void) throws {
    for row in held { try row.hand(to: body) }
    held = []
    while try records.next() { try handCurrent(to: body) }
  }

  func firstRows(_ count: Int) throws -> [[String]] {
    var room = 4 << 20
    while held.count < count, room > 0, try records.next() {
      try handCurrent { held.append(LookaheadRow($0)) }
      room -= held.last?.size ?? 0
    }
    return held.compactMap(\.texts)
  }

  private func handCurrent(to body: (borrowing Row) throws -> Void) throws {
    let fault = records.fault ?? ragged()
    let row = Row(
      line: records.line, fault: fault, raw: records.raw, cells: records.cells, note: records.note)
    try body(row)
  }

  private func ragged() -> RowFault? {
    let found = records.cells.count
    guard found != width else { return headingsAgain() }
    if headerFault == nil, trailing.take(records.cells) { return nil }
    let mark = records.cells.firstIndex { cell in
      UnsafeBufferPointer(start: cell.start, count: cell.count).contains(ByteOrderMark.utf8)
    }
    if let mark {
      return RowFault(line: records.line, column: mark + 1, kind: .filesJoined)
    }
    return RowFault(
      line: records.line, column: min(found, width) + 1,
      kind: .ragged(expected: width, found: found))
  }

  var remarks: [String] {
    let marks = records.marksPassed
    let joined =
      marks == 0
      ? []
      : [
        marks == 1
          ? "a byte order mark in the middle of the file left out"
          : "\(marks) byte order marks in the middle of the file left out"
      ]
    return joined + trailing.remarks
  }

  /// Reads the rest of a row only when its first cell is the first heading.
  private func headingsAgain() -> RowFault? {
    let first = records.cells[0]
    guard first.count == heading.count, heading.byte == nil || first.start[0] == heading.byte,
      width > 1, let header
    else { return nil }
    for index in 0..<width where !isHeading(header[index], index) { return nil }
    return RowFault(line: records.line, column: 1, kind: .headingsAgain)
  }

  private func isHeading(_ heading: String, _ index: Int) -> Bool {
    let cell = records.cells[index]
    return cell.count == heading.utf8.count
      && UnsafeBufferPointer(start: cell.start, count: cell.count).elementsEqual(heading.utf8)
  }

  /// The beginning of the text in UTF-8, to tell the dialect by.
  private static func sample(
    of input: RawInput, by decision: EncodingDecision
  ) throws(TabularProblem) -> [UInt8] {
    try input.head.withUnsafeBufferPointer { (head) throws(TabularProblem) in
      let bytes = UnsafeBufferPointer(rebasing: head[decision.markLength...])
      if decision.encoding == .utf8 { return Array(bytes) }
      return try decision.encoding.decode(bytes, last: input.isWhole).text
    }
  }
}
