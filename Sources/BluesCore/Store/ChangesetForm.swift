internal import Foundation

/// The form of a SQLite changeset, walked through byte by byte before SQLite is given it: some
/// broken ones keep SQLite walking for ever.
///
/// The form is that of "Changeset Format" in SQLite's session extension: for each table a head with
/// its columns, keys and name, then its changes with the values before and after.
struct ChangesetForm {
  /// The tables that are changed, with the number of columns they had.
  private(set) var tables: [(name: String, columns: Int)] = []
  /// How many rows are changed.
  private(set) var changes = 0
  /// Where each table's head stands, and each change; only where places are asked for.
  private(set) var heads: [Range<Int>] = []
  private(set) var places: [Place] = []
  private let hasPlaces: Bool
  private var bytes: UnsafeRawBufferPointer
  private var place = 0

  /// A change of one row.
  struct Place {
    /// The table, by its place among the tables.
    let table: Int
    let id: Int64
    let bytes: Range<Int>
  }

  /// Reads the form; nil where the bytes have another one.
  init?(_ data: Data, withPlaces hasPlaces: Bool = false) {
    self.hasPlaces = hasPlaces
    bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    let isWhole = data.withUnsafeBytes { buffer -> Bool in
      bytes = buffer
      return readAll()
    }
    bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    guard isWhole else { return nil }
  }

  private mutating func readAll() -> Bool {
    var columns = 0
    var isBare = false
    while place < bytes.count {
      let start = place
      let mark = bytes[place]
      place += 1
      switch mark {
      case 0x54:
        // A table that nothing was changed in has no head.
        guard !isBare, let count = readHead() else { return false }
        columns = count
        isBare = true
        if hasPlaces { heads.append(start..<place) }
      case 0x12, 0x09, 0x17:
        // One byte tells whether a foreign key made the change.
        guard columns > 0, skip(1), readRow(columns, isKeyed: true),
          mark != 0x17 || readRow(columns, isKeyed: false)
        else { return false }
        changes += 1
        isBare = false
        if hasPlaces {
          // The key stands behind the marks of the change, of its cause and of a number.
          let id = bytes[start + 3..<start + 11].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
          places.append(
            Place(table: tables.count - 1, id: Int64(bitPattern: id), bytes: start..<place))
        }
      default: return false
      }
    }
    return !isBare
  }

  /// The head of a table: how many columns, which of them are the key, its name.
  ///
  /// All recorded tables have a number for a key, in the first column.
  private mutating func readHead() -> Int? {
    guard let count = readNumber(), count > 0, count <= 2000, count <= bytes.count - place,
      bytes[place] != 0
    else { return nil }
    place += count
    guard let end = bytes[place...].firstIndex(of: 0), end > place,
      let name = String(bytes: bytes[place..<end], encoding: .utf8)
    else { return nil }
    place = end + 1
    tables.append((name, count))
    return count
  }

  private mutating func readRow(_ columns: Int, isKeyed: Bool) -> Bool {
    for column in 0..<columns {
      guard place < bytes.count else { return false }
      let kind = bytes[place]
      place += 1
      if isKeyed, column == 0, kind != 0x01 { return false }
      switch kind {
      case 0x00, 0x05: continue
      case 0x01, 0x02: guard skip(8) else { return false }
      case 0x03, 0x04: guard let count = readNumber(), skip(count) else { return false }
      default: return false
      }
    }
    return true
  }

  private mutating func skip(_ count: Int) -> Bool {
    guard count <= bytes.count - place else { return false }
    place += count
    return true
  }

  /// A number of one to five bytes, seven bits in each, the highest first.
  private mutating func readNumber() -> Int? {
    var number = 0
    for _ in 0..<5 {
      guard place < bytes.count else { return nil }
      let byte = bytes[place]
      place += 1
      number = number << 7 | Int(byte & 0x7F)
      if byte < 0x80 { return number <= Int(Int32.max) ? number : nil }
    }
    return nil
  }
}
