@testable import BluesCore

/// A profile of a test, in the texts a list would have.
struct MatchDraft {
  var id: Int64
  var organisation: Int64
  var isHost: Bool
  var country: String? = "PL"
  var category: String? = "sme"
  var sectors: String?
  var technologies: String?
  var languages: String?
  var offers: String?
  var seeks: String?
  var from: String?
  var to: String?
  var preferred: String?
  var assessment: String?
  var eccp: String?
  var capacity: Int?
  var partner: Int64?

  init(host id: Int64, _ country: String = "PL") {
    self.id = id
    organisation = id
    isHost = true
    self.country = country
  }

  init(visitor id: Int64, _ country: String = "ES") {
    self.id = id
    organisation = id
    isHost = false
    self.country = country
  }
}

/// Texts that stay where they are for as long as they are lent.
final class LentTexts {
  private var all: [UnsafeMutableBufferPointer<UInt8>] = []

  func lend(_ text: String?) -> MatchEntry.Text? {
    guard let text else { return nil }
    let bytes = Array(text.utf8)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = copy.initialize(from: bytes)
    all.append(copy)
    return UnsafeBufferPointer(start: copy.baseAddress, count: bytes.count)
  }

  deinit {
    for copy in all { copy.deallocate() }
  }
}

extension MatchCatalogue {
  /// The catalogue of some profiles, with the exchanges there are already.
  static func of(
    _ drafts: [MatchDraft], exchanges: [MatchedBefore] = [], book: RuleBook = .standard
  ) throws -> MatchCatalogue {
    var catalogue = try MatchCatalogue(book)
    let texts = LentTexts()
    for draft in drafts.sorted(by: { $0.id < $1.id }) {
      catalogue.add(
        MatchEntry(
          id: draft.id, organisation: draft.organisation, isHost: draft.isHost,
          partner: draft.partner, capacity: draft.capacity,
          name: texts.lend("Org \(draft.id)") ?? .init(start: nil, count: 0),
          country: texts.lend(draft.country), category: texts.lend(draft.category),
          sectors: texts.lend(draft.sectors), technologies: texts.lend(draft.technologies),
          languages: texts.lend(draft.languages), offers: texts.lend(draft.offers),
          seeks: texts.lend(draft.seeks), from: texts.lend(draft.from), to: texts.lend(draft.to),
          preferredCountries: texts.lend(draft.preferred),
          assessment: texts.lend(draft.assessment), eccp: texts.lend(draft.eccp)))
    }
    for exchange in exchanges { catalogue.add(exchange) }
    catalogue.close()
    return catalogue
  }
}
