package import Documents

extension ExchangePerson {
  package static let fields: [Field<ExchangePerson>] = [
    Field("contact", "Id") { .text($0.contact) },
    Field("name", "Name") { .text($0.name) },
    Field("organisation", "Organisation") { .text(orEmpty: $0.organisation) },
    Field("side", "Side") { .text($0.side.rawValue) },
    Field("role", "Role") { .text(orEmpty: $0.role) },
  ]
}
