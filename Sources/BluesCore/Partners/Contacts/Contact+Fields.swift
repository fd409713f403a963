package import Documents

extension Contact {
  /// The columns that a list shows unasked; data formats have every one.
  private static let shown: Set<ContactField> = [
    .organisation, .email, .phone, .city, .country,
  ]

  package static let fields: [Field<Contact>] =
    [
      Field("code", "Id") { .text($0.code) },
      Field("person", "Person") { .text(orEmpty: $0.person) },
    ]
    + ContactField.allCases.map { field in
      Field(field.key, field.heading, shown: shown.contains(field)) { contact in
        .text(orEmpty: contact.known[field])
      }
    } + [
      Field("partner", "Partner") { .text(orEmpty: $0.partner) },
      Field("source", "Source", shown: false) { .text($0.source) },
      Field("batch", "Batch", shown: false) { contact in
        contact.batch.map { .integer(Int($0)) } ?? .empty
      },
    ] + normalForms

  /// Forms that are worked out and never stored: beside what the list said, not instead of it.
  private static let normalForms: [Field<Contact>] = [
    Field("phone_e164", "Phone (E.164)", shown: false) { .text(orEmpty: $0.known.e164(.phone)) },
    Field("mobile_e164", "Mobile (E.164)", shown: false) {
      .text(orEmpty: $0.known.e164(.mobile))
    },
    Field("website_link", "Website (link)", shown: false) {
      $0.known.link.map { .link($0) } ?? .empty
    },
    Field("sme_class", "SME class", shown: false) { .text(orEmpty: $0.known.size?.rawValue) },
    Field("sme_class_by", "SME class by", shown: false) { .text(orEmpty: $0.known.sizeReason) },
  ]
}
