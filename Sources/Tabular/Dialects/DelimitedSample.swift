/// The beginning of a text, taken apart by one pair of delimiter and quote.
///
/// It is lenient where the reader is strict: what does not fit is counted, not refused.
struct DelimitedSample {
  /// One record of the sample.
  struct Record {
    let line: Int
    let cells: Int
    /// Cells up to the last that holds something.
    let filled: Int
    let isBlank: Bool
  }

  private(set) var records: [Record] = []
  private(set) var quotedCells = 0
  /// Quoted cells that go on after their closing quote, or never close.
  private(set) var brokenQuotes = 0
  private(set) var cells = 0
  /// Cells that look like a number, a date, an address, a name.
  private(set) var typedCells = 0
  private(set) var lineEnds: [Newline: Int] = [:]
  /// Quoted cells with blanks before their opening quote.
  private(set) var paddedQuotes = 0
  /// Cells behind a delimiter that begin with a blank, and those that do not.
  private(set) var paddedCells = 0
  private(set) var flushCells = 0

  /// What stands within the cells of the first columns that are not quoted.
  private(set) var columns: [InnerDelimiters] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8
  private let quote: UInt8
  private let escape: UInt8?
  private let takesPadding: Bool
  private var index: Int
  private var line = 1
  private static let mostColumns = 64
  /// Whether the cell read last holds more than blanks and a pair of quotes.
  private var lastIsFilled = false

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, delimiter: UInt8, quote: UInt8,
    escape: UInt8? = UInt8(ascii: "\\"), takesPadding: Bool = false, isWhole: Bool
  ) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    self.takesPadding = takesPadding
    index = start
    while index < bytes.count {
      let before = (quotedCells, brokenQuotes, cells, typedCells, columns)
      let record = readRecord()
      if index >= bytes.count, !isWhole, !records.isEmpty {
        (quotedCells, brokenQuotes, cells, typedCells, columns) = before
        break
      }
      records.append(record)
    }
  }

  private mutating func readRecord() -> Record {
    let first = line
    let start = index
    var count = 0
    var filled = 0
    while true {
      let isLast = readCell(column: count)
      count += 1
      if lastIsFilled { filled = count }
      if isLast { break }
    }
    return Record(
      line: first, cells: count, filled: filled, isBlank: count == 1 && isBlank(start))
  }

  private func isBlank(_ start: Int) -> Bool {
    bytes[start..<index].allSatisfy { LineEnds.isEnd($0) || $0 == 0x20 || $0 == 0x09 }
  }

  /// Reads a cell and the delimiter or line end behind it; true at the end of the record.
  private mutating func readCell(column: Int) -> Bool {
    let start = index
    while takesPadding, index < bytes.count, bytes[index] == 0x20 { index += 1 }
    if column > 0 {
      if index > start { paddedCells += 1 } else { flushCells += 1 }
    }
    if index > start, index < bytes.count, bytes[index] == quote { paddedQuotes += 1 }
    let isQuoted = index < bytes.count && bytes[index] == quote
    if isQuoted { skipQuoted() }
    while index < bytes.count, bytes[index] != delimiter, !LineEnds.isEnd(bytes[index]) {
      index += 1
    }
    cells += 1
    let cell = UnsafeBufferPointer(rebasing: bytes[start..<index])
    if !isQuoted, column < Self.mostColumns {
      while columns.count <= column { columns.append(InnerDelimiters()) }
      columns[column].add(cell, without: delimiter)
    }
    lastIsFilled = !cell.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == quote }
    if CellType.isTyped(cell, quote: quote) { typedCells += 1 }
    guard index < bytes.count else { return true }
    if bytes[index] == delimiter {
      index += 1
      return false
    }
    readLineEnd(counted: true)
    return true
  }

  private mutating func skipQuoted() {
    let open = (index, line)
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote {
        index += 1
        guard index < bytes.count else { break }
        if bytes[index] == quote {
          index += 1
          continue
        }
        while index < bytes.count - 1, bytes[index] == 0x20, delimiter != 0x20 { index += 1 }
        let isClosed = bytes[index] == delimiter || LineEnds.isEnd(bytes[index])
        // An apostrophe amid a text in apostrophes is one.
        if !isClosed, quote == UInt8(ascii: "'") { continue }
        quotedCells += 1
        if !isClosed {
          brokenQuotes += 1
          if line > open.1 { (index, line) = open }
        }
        return
      }
      if LineEnds.isEnd(byte) {
        readLineEnd(counted: false)
      } else if byte == escape, index + 1 < bytes.count, bytes[index + 1] == quote {
        index += 2
      } else {
        index += 1
      }
    }
    if index >= bytes.count, bytes.last == quote {
      quotedCells += 1
      return
    }
    brokenQuotes += 1
    (index, line) = open
  }

  private mutating func readLineEnd(counted: Bool) {
    var kind = Newline.lf
    if bytes[index] == LineEnds.cr {
      let isPair = index + 1 < bytes.count && bytes[index + 1] == LineEnds.lf
      kind = isPair ? .crlf : .cr
    }
    index += kind == .crlf ? 2 : 1
    line += 1
    if counted { lineEnds[kind, default: 0] += 1 }
  }
}
