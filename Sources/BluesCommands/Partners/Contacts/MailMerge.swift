internal import Basics
internal import BluesCore
internal import Documents

/// The people who can be written to: a row for each e-mail address, none twice.
///
/// Of a cell with several addresses the first one is taken, since a letter goes to one person.
final class MailMerge {
  /// What word processors and mail programs put into a letter.
  static let usual = [
    Column("given_name", "Given name"), Column("family_name", "Family name"),
    Column("name", "Name"), Column("organisation", "Organisation"), Column("email", "E-mail"),
    Column("language", "Language"), Column("country", "Country"),
  ]

  /// Contacts left out because they have no e-mail address.
  private(set) var withoutAddress = 0
  /// Contacts left out because an earlier one has the address.
  private(set) var repeated = 0
  private(set) var written = 0
  /// Contacts left out because they may not be written to.
  private(set) var refused = MailPermission.Tally()

  /// The usual ones, then others that were asked for.
  let columns: [Column]
  private let positions: [Int]
  private var known: Set<[UInt8]> = []
  private let permission: MailPermission?
  /// Where a contact says what may be done: its id, its legal basis, its opt-out.
  private let asked: [Int]

  /// The columns of contacts, and the positions of those that are wanted too.
  init(_ columns: [Column], also others: [Int] = [], permission: MailPermission? = nil) {
    self.permission = permission
    asked = [ContactRows.idColumn, ContactField.basis.key, ContactField.optOut.key].map { wanted in
      columns.firstIndex { $0.name == wanted } ?? 0
    }
    let usual = Self.usual.map { wanted in
      columns.firstIndex { $0.name == wanted.name } ?? 0
    }
    let others = others.filter { !usual.contains($0) }
    self.columns = Self.usual + others.map { columns[$0] }
    positions = usual + others
  }

  /// Hands over the row of a contact, unless it may not be written to, has no address, or its address
  /// had one.
  func each(
    _ contact: [UnsafeBufferPointer<UInt8>],
    _ body: ([UnsafeBufferPointer<UInt8>]) throws -> Void
  ) throws {
    if let refusal = refusal(of: contact) { return refused.count(refusal) }
    var row = positions.map { contact[$0] }
    row[4] = Self.first(of: row[4])
    guard !row[4].isEmpty else {
      withoutAddress += 1
      return
    }
    guard known.insert(row[4].map(\.lowered)).inserted else {
      repeated += 1
      return
    }
    let name = Array([row[0], row[1]].filter { !$0.isEmpty }.joined(separator: [0x20]))
    try name.withUnsafeBufferPointer { name in
      if row[2].isEmpty, !name.isEmpty { row[2] = name }
      try body(row)
    }
    // A row beyond the last wanted one has thrown, and is not counted.
    written += 1
  }

  private func refusal(of contact: [UnsafeBufferPointer<UInt8>]) -> MailPermission.Refusal? {
    func text(_ place: Int) -> String? {
      contact[place].isEmpty ? nil : String(decoding: contact[place], as: UTF8.self)
    }
    return permission?.refusal(
      of: text(asked[0]).flatMap { ContactRows.contact($0) }, basis: text(asked[1]),
      optOut: text(asked[2]))
  }

  /// The sentence that tells of the contacts left out; nil when there are none.
  var remark: String? {
    var parts = refused.parts
    if withoutAddress > 0 { parts.append("\(withoutAddress) without an e-mail address") }
    if repeated > 0 { parts.append("\(repeated) whose address came before") }
    return parts.isEmpty
      ? nil : "\(written) written, left out: \(parts.joined(separator: ", "))."
  }

  /// The first address of a cell that may hold several, between semicolons, commas or blanks.
  private static func first(of cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    func separates(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x3B || byte == 0x2C }
    guard let start = cell.firstIndex(where: { !separates($0) }) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let end = cell[start...].firstIndex(where: separates) ?? cell.endIndex
    return UnsafeBufferPointer(rebasing: cell[start..<end])
  }
}
