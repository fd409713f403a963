internal import Basics
import CSQLite
package import Documents
internal import GRDB

/// The contacts as rows of texts, one at a time, in one unchanging view of the file.
///
/// However many there are, one is held: the texts are lent straight from SQLite.
package struct ContactRows {
  /// The name of the first column, which says which contact of which file a row is.
  package static let idColumn = "blues_id"

  /// `blues_id`, every field, the partner, the source, then the kept columns by their headings.
  package let columns: [Documents.Column]
  private let db: Database
  private let headings: KeptHeadings

  init(_ db: Database) throws {
    self.db = db
    headings = try KeptHeadings(db)
    let kept = headings.all.map { heading in
      let name = String(decoding: heading, as: UTF8.self)
      return Documents.Column(name, name, shown: false)
    }
    columns = Self.fixed + kept
  }

  /// The columns that every export has.
  package static let fixed: [Documents.Column] =
    [
      Documents.Column(
        idColumn, "Id in blues", "The id with the number of the file, by which it comes in again.")
    ] + ContactField.allCases.map { Documents.Column($0.key, $0.heading, $0.help, kind: $0.kind) }
    + [
      Documents.Column(
        "partner", "Partner", "The partner whose contact it is.", kind: .form("partner")),
      Documents.Column(
        "source", "Source", "The sender of the list it came from, or by hand.", shown: false),
    ]

  /// The columns under keys of which a file holds none twice, as JSON and cards do.
  ///
  /// A kept column that is called as a column of every export gets `_2` behind its heading, and one
  /// that is called like that gets another; `heading(ofKey:)` takes it off again.
  package static func keyed(_ columns: [Documents.Column]) -> [Documents.Column] {
    var seen: Set<String> = []
    return columns.map { column in
      let isFirst = seen.insert(column.name).inserted
      guard isFixed(column.name) && !isFirst || isMarked(column.name) else { return column }
      return Documents.Column(column.name + mark, column.heading, shown: column.isShown)
    }
  }

  /// The heading of a kept column by its key.
  package static func heading(ofKey key: String) -> String {
    isMarked(key) ? String(key.dropLast(mark.count)) : key
  }

  private static let mark = "_2"

  private static func isFixed(_ name: String) -> Bool {
    fixed.contains { $0.name.isSame(as: name) }
  }

  /// Whether a name is that of a column of every export with marks behind it.
  private static func isMarked(_ name: String) -> Bool {
    guard name.hasSuffix(mark) else { return false }
    let rest = String(name.dropLast(mark.count))
    return isFixed(rest) || isMarked(rest)
  }

  /// Hands over each contact, in the order of their ids; absent values have no address.
  ///
  /// The texts may be looked at only until the body returns.
  package func forEach(_ body: ([UnsafeBufferPointer<UInt8>]) throws -> Void) throws {
    let names = ContactField.allCases.map(\.column) + ["partner_code", "source"]
    let statement = try PreparedStatement(
      db,
      "SELECT id, \(names.joined(separator: ", ")), extra FROM (\(Contact.selection)) ORDER BY id")
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var cells = Array(repeating: nothing, count: columns.count)
    var kept = ExtraCells()
    var id: [UInt8] = []
    let extra = Int32(names.count + 1)
    let firstKept = names.count + 1
    try statement.forEach { found in
      id.removeAll(keepingCapacity: true)
      Self.write(sqlite3_column_int64(found, 0), to: &id)
      for index in 1..<firstKept { cells[index] = Self.text(found, Int32(index)) }
      for index in firstKept..<cells.count { cells[index] = nothing }
      if firstKept < cells.count { kept.read(Self.text(found, extra)) }
      try id.withUnsafeBufferPointer { idBytes in
        cells[0] = idBytes
        try kept.bytes.withUnsafeBufferPointer { bytes in
          for entry in kept.entries {
            let heading = UnsafeBufferPointer(rebasing: bytes[entry.heading])
            guard let place = headings.place(of: heading) else { continue }
            cells[firstKept + place] = UnsafeBufferPointer(rebasing: bytes[entry.text])
          }
          try body(cells)
        }
      }
    }
  }

  /// `C17@1234567`: the running number, and the number of the file that gave it.
  private static func write(_ id: Int64, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "C"))
    bytes.append(decimal: RowID(id).running)
    bytes.append(UInt8(ascii: "@"))
    bytes.append(decimal: Int(max(0, id >> 32)))
  }

  /// The contact of this file that a cell of the first column names.
  package static func contact(_ cell: String) -> RowID? {
    let parts = cell.split(separator: "@")
    guard parts.count == 2, let running = Int64(parts[0].dropFirst()), let file = Int64(parts[1])
    else { return nil }
    return RowID(file << 32 | running)
  }

  private static func text(_ row: OpaquePointer?, _ column: Int32) -> UnsafeBufferPointer<UInt8> {
    guard let start = sqlite3_column_text(row, column) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column)))
  }
}

/// The headings of all kept columns, in the order they are first met, each spelling by itself.
struct KeptHeadings {
  private(set) var all: [[UInt8]] = []
  private var places: [[UInt8]: Int] = [:]

  init(_ db: Database) throws {
    var kept = ExtraCells()
    let statement = try PreparedStatement(
      db, "SELECT extra FROM contact WHERE extra IS NOT NULL ORDER BY id")
    try statement.forEach { row in
      guard let start = sqlite3_column_text(row, 0) else { return }
      kept.read(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, 0))))
      for entry in kept.entries {
        let known = kept.bytes.withUnsafeBufferPointer { bytes in
          place(of: UnsafeBufferPointer(rebasing: bytes[entry.heading])) != nil
        }
        guard !known else { continue }
        let heading = Array(kept.bytes[entry.heading])
        places[heading] = all.count
        all.append(heading)
      }
    }
  }

  /// Few lists have many headings, so short lists are looked through without making a key.
  func place(of heading: UnsafeBufferPointer<UInt8>) -> Int? {
    guard all.count > 16 else {
      return all.firstIndex { $0.count == heading.count && $0.elementsEqual(heading) }
    }
    return places[Array(heading)]
  }
}

extension Contacts {
  /// Hands over the contacts for an export.
  package func rows<Answer>(_ body: (ContactRows) throws -> Answer) throws -> Answer {
    try store.read { db in try body(ContactRows(db)) }
  }
}
