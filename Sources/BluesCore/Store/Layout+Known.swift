internal import CData
import CSQLite
internal import GRDB
internal import Glibc

/// The comparison of every start: the schema against the newest layout, byte by byte as it lies in the
/// program.
///
/// To lay the tables out costs half of a start and SHA-256 over the schema a fifth of it; this costs two
/// hundredths. `make golden` writes the bytes; where they are out of date, a start is slower, since then
/// the objects are compared one by one.
extension Layout {
  /// Between the words of an object, and behind it; no object of ours has them.
  static let separator = UInt8(0x1F)
  static let end = UInt8(0x1E)

  /// Whether the objects are those of the newest layout and no others, in whatever order.
  ///
  /// Most files have them in the order of the layout; a large import builds indexes anew, which come
  /// last then.
  static func isNewest(_ db: Database) throws -> Bool {
    let known = blues_layout()
    var expected = UnsafeBufferPointer(start: known.start, count: known.count)[...]
    var skipped: [Slice<UnsafeBufferPointer<UInt8>>] = []
    var isKnown = true
    try forEachRow(db) { words in
      guard isKnown else { return }
      if let place = skipped.firstIndex(where: { isObject($0, words) }) {
        skipped.remove(at: place)
        return
      }
      while let next = firstObject(expected) {
        expected = expected[next.endIndex...]
        if isObject(next, words) { return }
        skipped.append(next)
      }
      isKnown = false
    }
    return isKnown && skipped.isEmpty && expected.isEmpty
  }

  /// The bytes of all objects in their order, as the program has those of the newest layout.
  static func bytes(_ db: Database) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachRow(db) { words in
      for (place, word) in words.enumerated() {
        bytes += word
        bytes.append(place < words.count - 1 ? separator : end)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private static func firstObject(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard let start = bytes.base.baseAddress, !bytes.isEmpty,
      let found = memchr(start + bytes.startIndex, Int32(end), bytes.count)
    else { return nil }
    let count = UnsafeRawPointer(found) - UnsafeRawPointer(start + bytes.startIndex)
    // A line feed follows, for the eyes of a reviewer.
    return bytes[bytes.startIndex..<min(bytes.endIndex, bytes.startIndex + count + 2)]
  }

  private static func isObject(
    _ object: Slice<UnsafeBufferPointer<UInt8>>, _ words: [UnsafeBufferPointer<UInt8>]
  ) -> Bool {
    let length = words.reduce(words.count + 1) { $0 + $1.count }
    guard object.count == length, var place = object.base.baseAddress else { return false }
    place += object.startIndex
    for (number, word) in words.enumerated() {
      if let start = word.baseAddress, memcmp(place, start, word.count) != 0 { return false }
      place += word.count
      guard place.pointee == (number < words.count - 1 ? separator : end) else { return false }
      place += 1
    }
    return true
  }

  private static func forEachRow(
    _ db: Database, _ body: ([UnsafeBufferPointer<UInt8>]) -> Void
  ) throws {
    var statement: OpaquePointer?
    let sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
    let prepared = sqlite3_prepare_v2(db.sqliteConnection, sql, -1, &statement, nil)
    defer { sqlite3_finalize(statement) }
    guard prepared == SQLITE_OK else { throw error(db, prepared) }
    var code = sqlite3_step(statement)
    while code == SQLITE_ROW {
      body(
        (Int32(0)..<4).map { column in
          let text = sqlite3_column_text(statement, column)
          return UnsafeBufferPointer(
            start: text, count: text == nil ? 0 : Int(sqlite3_column_bytes(statement, column)))
        })
      code = sqlite3_step(statement)
    }
    guard code == SQLITE_DONE else { throw error(db, code) }
  }

  private static func error(_ db: Database, _ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
  }
}
