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
    /// The list it is from, where the row itself names it.
    let source: String?
  }

  /// Where a text lies in the block; nothing is a count below zero.
  fileprivate struct Place {
    let start: Int32
    let count: Int32
  }

  private var bytes: [UInt8] = []
  private var places: [Place] = []
  private(set) var heads: [Head] = []

  static let fields = ContactField.allCases
  private static let stride = fields.count + 2
  /// The kept columns as JSON, and the folded words of the search, stand behind the fields.
  private static let keptCell = fields.count
  private static let wordsCell = fields.count + 1

  init(rows: Int) {
    heads.reserveCapacity(rows)
    places.reserveCapacity(rows * Self.stride)
    bytes.reserveCapacity(rows * 320)
  }

  /// One contact alone.
  init(_ draft: ContactDraft, key: Int64? = nil, fingerprint: Int64? = nil) {
    self.init(rows: 1)
    append(draft, key: key ?? draft.matchKey, fingerprint: fingerprint ?? draft.fingerprint)
  }

  /// Adds a contact and gives its place.
  @discardableResult
  mutating func append(_ draft: ContactDraft, key: Int64, fingerprint: Int64) -> Int {
    for field in Self.fields { append(draft[field]) }
    append(JSONText.object(draft.kept))
    appendWords(of: draft)
    let name = draft[.organisation].map { OrganisationTable.digest($0, draft[.country]) }
    let facts = OrganisationTable.facts
    let isBare = facts.allSatisfy { draft[$0] == nil }
    heads.append(
      Head(
        key: key, fingerprint: fingerprint, organisation: name,
        facts: isBare ? nil : name.map { OrganisationTable.digest($0, facts.map { draft[$0] }) },
        partner: draft.partner, source: draft.source))
    return heads.count - 1
  }

  /// Whether the next contact belongs to another block: small ones stay in the processor's cache.
  var isFull: Bool { heads.count >= 512 || bytes.count >= 1 << 20 }

  private mutating func append(_ text: String?) {
    guard var text else { return places.append(Place(start: 0, count: -1)) }
    let start = bytes.count
    text.withUTF8 { bytes.append(contentsOf: $0) }
    places.append(Place(start: Int32(start), count: Int32(bytes.count - start)))
  }

  private mutating func appendWords(of draft: ContactDraft) {
    let start = bytes.count
    for field in ContactDraft.searched {
      guard var text = draft[field] else { continue }
      text.withUTF8 { Folding.append($0, to: &bytes) }
      bytes.append(UInt8(ascii: "\n"))
    }
    places.append(Place(start: Int32(start), count: Int32(bytes.count - start)))
  }

  /// One contact of the block; its bytes may be looked at only while it is handed over.
  struct Row {
    let head: Head
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let places: UnsafeBufferPointer<Place>

    subscript(field: ContactField) -> UnsafeBufferPointer<UInt8>? { cell(field.rawValue) }
    var kept: UnsafeBufferPointer<UInt8>? { cell(keptCell) }
    var words: UnsafeBufferPointer<UInt8> { cell(wordsCell) ?? .init(start: nil, count: 0) }

    func text(_ field: ContactField) -> String? {
      self[field].map { String(decoding: $0, as: UTF8.self) }
    }

    private func cell(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
      let place = places[index]
      guard place.count >= 0 else { return nil }
      let start = Int(place.start)
      return UnsafeBufferPointer(rebasing: bytes[start..<start + Int(place.count)])
    }
  }

  func withRow<Value>(_ index: Int, _ body: (Row) throws -> Value) rethrows -> Value {
    try bytes.withUnsafeBufferPointer { bytes in
      try places.withUnsafeBufferPointer { places in
        let first = index * Self.stride
        return try body(
          Row(
            head: heads[index], bytes: bytes,
            places: UnsafeBufferPointer(rebasing: places[first..<first + Self.stride])))
      }
    }
  }
}
