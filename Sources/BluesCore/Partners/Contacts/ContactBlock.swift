internal import Basics

/// Contacts drawn up and checked, as bytes in one block: what a load hands from the thread that
/// reads to the one that writes, where they are bound to SQLite without being copied again.
struct ContactBlock: Sendable {
  /// What is known of a contact besides its texts.
  struct Head {
    let key: Int64
    let fingerprint: Int64
    /// Digest of its organisation's name and country; nil when it names no organisation.
    let organisation: Int64?
    /// Digest of all that is said of the organisation; nil when that is only name and country.
    let facts: Int64?
    let partner: String?
  }

  private var bytes: [UInt8] = []
  private var places: [TextPlace] = []
  private(set) var heads: [Head] = []

  static let fields = ContactField.allCases
  /// The texts of a row as a feed names them: the fields, the kept columns as JSON, the list it is
  /// from, and the folded words of the search.
  static let texts = fields.map(\.key) + ["extra", "source", "words"]
  private static let stride = texts.count
  private static let keptCell = fields.count
  private static let sourceCell = fields.count + 1
  private static let wordsCell = fields.count + 2

  init(rows: Int) {
    heads.reserveCapacity(rows)
    places.reserveCapacity(rows * Self.stride)
    bytes.reserveCapacity(rows * 320)
  }

  /// One contact alone.
  init(_ draft: ContactDraft, source: String, key: Int64? = nil, fingerprint: Int64? = nil) {
    self.init(rows: 1)
    append(
      draft, source: source, key: key ?? draft.matchKey,
      fingerprint: fingerprint ?? draft.fingerprint)
  }

  /// Adds a contact and gives its place.
  @discardableResult
  mutating func append(
    _ draft: ContactDraft, source: String, key: Int64, fingerprint: Int64
  ) -> Int {
    let first = places.count
    places.append(contentsOf: repeatElement(.nothing, count: Self.stride))
    for field in Self.fields {
      if let text = draft[field] { append(text, at: first + field.rawValue) }
    }
    if let kept = JSONText.object(draft.kept) { append(kept, at: first + Self.keptCell) }
    append(draft.source ?? source, at: first + Self.sourceCell)
    appendWords(of: draft, at: first + Self.wordsCell)
    let name = draft[.organisation].map { OrganisationNames.digest($0, draft[.country]) }
    let facts = OrganisationTable.facts
    let isBare = facts.allSatisfy { draft[$0] == nil }
    heads.append(
      Head(
        key: key, fingerprint: fingerprint, organisation: name,
        facts: isBare ? nil : name.map { OrganisationTable.digest($0, facts.map { draft[$0] }) },
        partner: draft.partner))
    return heads.count - 1
  }

  /// Whether the next contact belongs to another block: small ones stay in the processor's cache.
  var isFull: Bool { heads.count >= 512 || bytes.count >= 1 << 20 }

  private mutating func append(_ text: String, at place: Int) {
    var text = text
    let start = bytes.count
    text.withUTF8 { bytes.append(contentsOf: $0) }
    places[place] = TextPlace(start: Int32(start), count: Int32(bytes.count - start))
  }

  private mutating func appendWords(of draft: ContactDraft, at place: Int) {
    let start = bytes.count
    for field in ContactDraft.searched {
      guard var text = draft[field] else { continue }
      text.withUTF8 { Folding.append($0, to: &bytes) }
      bytes.append(UInt8(ascii: "\n"))
    }
    places[place] = TextPlace(start: Int32(start), count: Int32(bytes.count - start))
  }

  /// The folded words of a contact, to be looked at only while they are handed over.
  func withWords<Value>(
    of row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    let place = places[row * Self.stride + Self.wordsCell]
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[Int(place.start)..<Int(place.start + place.count)]))
    }
  }

  func text(_ field: ContactField, of row: Int) -> String? {
    let place = places[row * Self.stride + field.rawValue]
    guard place.count >= 0 else { return nil }
    return String(decoding: bytes[Int(place.start)..<Int(place.start + place.count)], as: UTF8.self)
  }

  /// Hands over rows of the block as a feed takes them; they lie there until the body returns.
  func withRows<Value>(
    _ numbers: [Int64], _ body: (BlockTable.Rows) throws -> Value
  ) rethrows -> Value {
    try bytes.withUnsafeBufferPointer { bytes in
      try places.withUnsafeBufferPointer { texts in
        try numbers.withUnsafeBufferPointer { numbers in
          try body(BlockTable.Rows(numbers: numbers, texts: texts, bytes: bytes))
        }
      }
    }
  }
}
