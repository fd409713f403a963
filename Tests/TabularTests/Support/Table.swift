import Tabular

/// A whole table in memory, as a test looks at it.
struct Table: Equatable {
  struct Line: Equatable {
    let line: Int
    let cells: [String]
    let fault: RowFault?

    init(_ line: Int, _ cells: [String], fault: RowFault? = nil) {
      self.line = line
      self.cells = cells
      self.fault = fault
    }
  }

  let reading: Reading
  let header: [String]?
  let width: Int
  let lines: [Line]

  init(_ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) throws {
    let reader = try RowReader(source: .bytes(bytes), options: options)
    var lines: [Line] = []
    try reader.forEach { row in lines.append(Line(row.line, row.texts, fault: row.fault)) }
    reading = reader.reading
    header = reader.header
    width = reader.width
    self.lines = lines
  }

  init(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws {
    try self.init(Array(text.utf8), options)
  }

  /// The headings, then the rows without fault; texts as their UTF-8 bytes are what counts.
  var sound: [[String]] {
    (header.map { [$0] } ?? []) + lines.filter { $0.fault == nil }.map(\.cells)
  }

  var faults: [RowFault] { lines.compactMap(\.fault) }

  var dialect: Dialect? {
    guard case .text(let text) = reading.kind else { return nil }
    return text.dialect
  }

  var encoding: TextEncoding? {
    guard case .text(let text) = reading.kind else { return nil }
    return text.encoding
  }
}

/// A small seeded generator (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
