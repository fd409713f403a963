import Testing

@testable import BluesCore

/// Stored with every contact: a list imported by an earlier version must not look changed.
@Suite struct `The digest of what a row says` {
  /// The fields of the first layout, which is what the fixed values were taken over.
  private static let first: [ContactField] = [
    .organisation, .name, .givenName, .familyName, .position, .email, .phone, .mobile, .fax,
    .website, .street, .postcode, .city, .region, .country, .language, .sector, .note, .shortName,
    .organisationType, .vat, .pic, .externalID,
  ]

  @Test func `it is what the first version stored`() {
    var draft = ContactDraft()
    for field in Self.first { draft[field] = "text of \(field.key)" }
    draft.partner = "BNPT"
    #expect(draft.fingerprint == 3_341_651_907_628_074_743)
    #expect(ContactDraft([.name: "Ana"]).fingerprint == 7_550_282_234_685_796_447)
  }

  @Test func `each later field changes it, and only where it is said`() {
    #expect(ContactField.allCases == Self.first + ContactField.later)
    var seen: Set<Int64> = [ContactDraft([.name: "Ana"]).fingerprint]
    for field in ContactField.later {
      let said = ContactDraft([.name: "Ana", field: "1"]).fingerprint
      #expect(seen.insert(said).inserted, "\(field)")
    }
  }
}
