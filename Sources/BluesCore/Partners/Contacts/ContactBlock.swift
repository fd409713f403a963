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

  private(set) var texts: TextBlock
  private(set) var heads: [Head] = []

  static let fields = ContactField.allCases
  /// The texts of a row as a feed names them: the fields, the kept columns as JSON, the list it is
  /// from, and the folded words of the search.
  static let texts = fields.map(\.key) + ["extra", "source", "words"]
  private static let keptCell = fields.count
  private static let sourceCell = fields.count + 1
  private static let wordsCell = fields.count + 2

  init(rows: Int) {
    texts = TextBlock(columns: Self.texts.count, rows: rows)
    heads.reserveCapacity(rows)
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
    let row = texts.addRow()
    for field in Self.fields {
      if let text = draft[field] { texts.set(text, row: row, column: field.rawValue) }
    }
    if let kept = JSONText.object(draft.kept) { texts.set(kept, row: row, column: Self.keptCell) }
    texts.set(draft.source ?? source, row: row, column: Self.sourceCell)
    texts.write(row: row, column: Self.wordsCell) { bytes in
      for field in ContactDraft.searched {
        guard var text = draft[field] else { continue }
        text.withUTF8 { Folding.append($0, to: &bytes) }
        bytes.append(UInt8(ascii: "\n"))
      }
    }
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
  var isFull: Bool { heads.count >= 512 || texts.size >= 1 << 20 }

  /// The folded words of a contact, to be looked at only while they are handed over.
  func withWords<Value>(
    of row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    try texts.withBytes(row: row, column: Self.wordsCell, body)
  }

  func text(_ field: ContactField, of row: Int) -> String? {
    texts.text(row: row, column: field.rawValue)
  }
}
