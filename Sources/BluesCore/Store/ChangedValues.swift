internal import Foundation

/// One change of a changeset as values, so that some of them can be replaced.
struct ChangedValues {
  /// A value as SQLite writes it into a changeset.
  enum Value: Equatable {
    /// The change leaves the column as it is.
    case none
    case null
    case integer(Int64)
    case real(UInt64)
    case text(String)
    case blob([UInt8])
  }

  /// What the change does.
  enum Kind: UInt8 {
    case insert = 0x12
    case delete = 0x09
    case update = 0x17
  }

  let table: String
  let kind: Kind
  let id: Int64
  /// Whether a foreign key made the change.
  private let cause: UInt8
  /// What was there before; none of a row that is added.
  var old: [Value] = []
  /// What is there after; none of a row that is removed.
  var new: [Value] = []

  /// Reads a change whose form was looked over.
  fileprivate init?(_ bytes: ArraySlice<UInt8>, of table: String, columns: Int, id: Int64) {
    guard bytes.count > 2, let kind = Kind(rawValue: bytes[bytes.startIndex]) else { return nil }
    self.table = table
    self.kind = kind
    self.id = id
    cause = bytes[bytes.startIndex + 1]
    var rest = bytes.dropFirst(2)
    switch kind {
    case .insert: new = Self.read(columns, from: &rest)
    case .delete: old = Self.read(columns, from: &rest)
    case .update:
      old = Self.read(columns, from: &rest)
      new = Self.read(columns, from: &rest)
    }
  }

  fileprivate func append(to out: inout [UInt8]) {
    out += [kind.rawValue, cause]
    for value in old + new { Self.append(value, to: &out) }
  }

  private static func read(_ columns: Int, from rest: inout ArraySlice<UInt8>) -> [Value] {
    (0..<columns).map { _ in
      switch rest.popFirst() {
      case 0x05: return .null
      case 0x01: return .integer(Int64(bitPattern: eight(&rest)))
      case 0x02: return .real(eight(&rest))
      case 0x03: return .text(String(decoding: bytes(&rest), as: UTF8.self))
      case 0x04: return .blob(Array(bytes(&rest)))
      default: return .none
      }
    }
  }

  private static func eight(_ rest: inout ArraySlice<UInt8>) -> UInt64 {
    defer { rest = rest.dropFirst(8) }
    return rest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func bytes(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var count = 0
    while let byte = rest.popFirst() {
      count = count << 7 | Int(byte & 0x7F)
      if byte < 0x80 { break }
    }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  private static func append(_ value: Value, to out: inout [UInt8]) {
    switch value {
    case .none: out.append(0x00)
    case .null: out.append(0x05)
    case .integer(let number):
      out.append(0x01)
      append(UInt64(bitPattern: number), to: &out)
    case .real(let bits):
      out.append(0x02)
      append(bits, to: &out)
    case .text(let text):
      out.append(0x03)
      append(Array(text.utf8), to: &out)
    case .blob(let bytes):
      out.append(0x04)
      append(bytes, to: &out)
    }
  }

  private static func append(_ number: UInt64, to out: inout [UInt8]) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      out.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// The bytes after how many there are, seven bits of the number in each byte, the highest first.
  private static func append(_ bytes: [UInt8], to out: inout [UInt8]) {
    var digits = [UInt8(bytes.count & 0x7F)]
    var left = bytes.count >> 7
    while left > 0 {
      digits.append(UInt8(left & 0x7F) | 0x80)
      left >>= 7
    }
    out += digits.reversed()
    out += bytes
  }
}

extension Changeset {
  /// Goes through the changes of some tables, or of all, with their values.
  func forEachChange(
    of tables: Set<String>? = nil, _ body: (ChangedValues) throws -> Void
  ) throws {
    _ = try rewritten(of: tables) { change in
      try body(change)
      return nil
    }
  }

  /// The same changes, some with other values; what `body` answers nil for stays to the byte.
  ///
  /// - Throws: What `body` throws; a problem where the bytes are no changeset.
  func rewritten(
    of tables: Set<String>? = nil, _ body: (ChangedValues) throws -> ChangedValues?
  ) throws -> Changeset {
    guard !bytes.isEmpty else { return self }
    guard let form = ChangesetForm(bytes, withPlaces: true) else {
      throw StoreProblem.failed(detail: "a change in its history cannot be read")
    }
    let all = [UInt8](bytes)
    var out: [UInt8] = []
    var table: Int?
    var isChanged = false
    for place in form.places {
      if table != place.table {
        table = place.table
        out += all[form.heads[place.table]]
      }
      let head = form.tables[place.table]
      let isWanted = tables?.contains(head.name) ?? true
      let change =
        isWanted
        ? ChangedValues(all[place.bytes], of: head.name, columns: head.columns, id: place.id) : nil
      if let change, let other = try body(change) {
        other.append(to: &out)
        isChanged = true
      } else {
        out += all[place.bytes]
      }
    }
    return isChanged ? Changeset(Data(out)) : self
  }
}
