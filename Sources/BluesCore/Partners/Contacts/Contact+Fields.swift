package import Documents

extension Contact {
  /// The columns that a list shows unasked; data formats have every one.
  private static let shown: Set<ContactField> = [
    .organisation, .email, .phone, .city, .country,
  ]

  package static let fields: [Field<Contact>] =
    [
      Field("code", "Id", "The id of the contact, such as C17.", rank: .key) { .text($0.code) },
      Field("person", "Person", "The full name, or the given and the family name.", rank: .main) {
        .text(orEmpty: $0.person)
      },
    ]
    + ContactField.allCases.map { field in
      Field(field.key, field.heading, field.help, kind: field.kind, shown: shown.contains(field)) {
        contact in
        .text(orEmpty: contact.known[field])
      }
    } + [
      Field("partner", "Partner", "The partner whose contact it is.", kind: .form("partner")) {
        .text(orEmpty: $0.partner)
      },
      Field("source", "Source", "The sender of the list it came from, or by hand.", shown: false) {
        .text($0.source)
      },
      Field(
        "batch", "Batch", "The import that added it, by its step in the history.", kind: .number,
        shown: false
      ) { contact in
        contact.batch.map { .integer(Int($0)) } ?? .empty
      },
    ] + normalForms

  /// Forms that are worked out and never stored: beside what the list said, not instead of it.
  private static let normalForms: [Field<Contact>] = [
    Field(
      "phone_e164", "Phone (E.164)", "The telephone number in its international form, worked out.",
      shown: false
    ) { .text(orEmpty: $0.known.e164(.phone)) },
    Field(
      "mobile_e164", "Mobile (E.164)", "The mobile number in its international form, worked out.",
      shown: false
    ) {
      .text(orEmpty: $0.known.e164(.mobile))
    },
    Field(
      "website_link", "Website (link)", "The website as an address to open, worked out.",
      kind: .link, shown: false
    ) {
      $0.known.link.map { .link($0) } ?? .empty
    },
    Field(
      "sme_class", "SME class", "The size class, worked out of persons employed and figures.",
      kind: .words(of: SMEClass.self), shown: false
    ) { .text(orEmpty: $0.known.size?.rawValue) },
    Field(
      "sme_class_by", "SME class by", "By which figures it is of that size class.", shown: false
    ) { .text(orEmpty: $0.known.sizeReason) },
  ]
}
