internal import CPostgres

/// A value that goes with a question.
struct Given {
  let bytes: [UInt8]
  let isBinary: Bool

  static func text(_ text: String) -> Given {
    Given(bytes: Array(text.utf8) + [0], isBinary: false)
  }
  static func number(_ number: Int64) -> Given { text("\(number)") }
  static func bytes(_ bytes: [UInt8]) -> Given { Given(bytes: bytes, isBinary: true) }
}

/// What a server answers to one question; rows with their values as bytes.
final class Answer {
  private let library: PostgresLibrary
  fileprivate let handle: OpaquePointer

  fileprivate init(library: PostgresLibrary, handle: OpaquePointer) {
    self.library = library
    self.handle = handle
  }

  deinit { library.clear(handle) }

  fileprivate var status: ExecStatusType { library.resultStatus(handle) }

  var rows: Int32 { library.rowCount(handle) }

  /// How many rows were added or removed.
  var changes: Int { library.cmdTuples(handle).flatMap { Int(String(cString: $0)) } ?? 0 }

  func size(_ column: Int32) -> Int { Int(library.length(handle, 0, column)) }

  func bytes(_ column: Int32, row: Int32 = 0) -> [UInt8]? {
    guard library.isNull(handle, row, column) == 0,
      let start = library.value(handle, row, column)
    else { return nil }
    let count = Int(library.length(handle, row, column))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  func text(_ column: Int32, row: Int32 = 0) -> String {
    String(decoding: bytes(column, row: row) ?? [], as: UTF8.self)
  }

  func number(_ column: Int32, row: Int32 = 0) -> Int64 { Int64(text(column, row: row)) ?? 0 }

  func isTrue(_ column: Int32) -> Bool { bytes(column) == [1] }

  /// The five characters that say what went wrong.
  fileprivate var code: String {
    // PG_DIAG_SQLSTATE, a macro that Swift does not see.
    library.errorField(handle, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
  }
}

extension Connection {
  /// Asks, and has the whole answer.
  func ask(_ sql: String, _ given: [Given] = []) throws(PostOfficeProblem) -> Answer {
    try send(sql, given)
    guard let answer = try next() else { throw .lost(place: place) }
    while try next() != nil {}
    return answer
  }

  /// Asks, and hands on one row after the other as they come.
  func stream(_ sql: String, _ given: [Given], each: (Answer) throws -> Void) throws {
    try send(sql, given)
    guard library.setSingleRowMode(handle) != 0 else { throw PostOfficeProblem.lost(place: place) }
    while let answer = try next() {
      if answer.status == PGRES_SINGLE_TUPLE { try each(answer) }
    }
  }

  private func send(_ sql: String, _ given: [Given]) throws(PostOfficeProblem) {
    let lengths = given.map { Int32($0.bytes.count) }
    let formats: [Int32] = given.map { $0.isBinary ? 1 : 0 }
    let isSent = withPointers(given[...], []) { values in
      library.sendQuery(handle, sql, Int32(given.count), nil, values, lengths, formats, 1)
    }
    guard isSent != 0 else { throw .lost(place: place) }
  }

  /// Calls with the places of all values, none of which is copied.
  private func withPointers<Result>(
    _ given: ArraySlice<Given>, _ pointers: [UnsafePointer<CChar>?],
    _ call: ([UnsafePointer<CChar>?]) -> Result
  ) -> Result {
    guard let first = given.first else { return call(pointers) }
    return first.bytes.withUnsafeBytes { bytes in
      let pointer = bytes.bindMemory(to: CChar.self).baseAddress
      return withPointers(given.dropFirst(), pointers + [pointer], call)
    }
  }

  /// The next part of the answer, or nil after the last.
  private func next() throws(PostOfficeProblem) -> Answer? {
    try waitForAnswer()
    guard let result = library.nextResult(handle) else { return nil }
    let answer = Answer(library: library, handle: result)
    switch answer.status {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE: return answer
    default: throw problem(answer.code)
    }
  }

  private func problem(_ code: String) -> PostOfficeProblem {
    switch code {
    case "": .lost(place: place)
    case "57P01", "57P02", "57P03": .lost(place: place)
    case "55P03", "57014", "53200", "53300", "40001", "40P01": .busy(place: place)
    case "53100": .diskFull(place: place)
    case "25006": .readOnly(place: place)
    case "3F000", "42P01": .notSetUp(role)
    default: .refused(place: place, code: Self.plain(code))
    }
  }
}
