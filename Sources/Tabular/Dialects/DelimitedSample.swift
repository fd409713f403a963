/// The beginning of a text, taken apart by one pair of delimiter and quote.
///
/// It is lenient where the reader is strict: what does not fit is counted, not refused.
struct DelimitedSample {
  /// One record of the sample.
  struct Record {
    let line: Int
    let cells: Int
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

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private let quote: UInt8
  private var index: Int
  private var line = 1

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, delimiter: UInt8, quote: UInt8,
    isWhole: Bool
  ) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.quote = quote
    index = start
    while index < bytes.count {
      let before = (quotedCells, brokenQuotes, cells, typedCells)
      let record = readRecord()
      if index >= bytes.count, !isWhole, !records.isEmpty {
        (quotedCells, brokenQuotes, cells, typedCells) = before
        break
      }
      records.append(record)
    }
  }

  private mutating func readRecord() -> Record {
    let first = line
    let start = index
    var count = 0
    while true {
      let isLast = readCell()
      count += 1
      if isLast { break }
    }
    return Record(line: first, cells: count, isBlank: count == 1 && isBlank(start))
  }

  private func isBlank(_ start: Int) -> Bool {
    bytes[start..<index].allSatisfy { LineEnds.isEnd($0) || $0 == 0x20 || $0 == 0x09 }
  }

  /// Reads a cell and the delimiter or line end behind it; true at the end of the record.
  private mutating func readCell() -> Bool {
    let start = index
    if index < bytes.count, bytes[index] == quote { skipQuoted() }
    while index < bytes.count, bytes[index] != delimiter, !LineEnds.isEnd(bytes[index]) {
      index += 1
    }
    cells += 1
    let cell = UnsafeBufferPointer(rebasing: bytes[start..<index])
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
        quotedCells += 1
        while index < bytes.count - 1, bytes[index] == 0x20 { index += 1 }
        if bytes[index] != delimiter, !LineEnds.isEnd(bytes[index]) {
          brokenQuotes += 1
          if line > open.1 { (index, line) = open }
        }
        return
      }
      if LineEnds.isEnd(byte) {
        readLineEnd(counted: false)
      } else if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == quote {
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
