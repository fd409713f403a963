package import Documents

extension ExchangePerson {
  package static let fields: [Field<ExchangePerson>] = [
    Field("contact", "Id", "The id of the contact, such as C17.", rank: .key) { .text($0.contact) },
    Field("name", "Name", "The name of the person.", rank: .main) { .text($0.name) },
    Field("organisation", "Organisation", "The organisation the person works for.") {
      .text(orEmpty: $0.organisation)
    },
    Field(
      "side", "Side", "On whose side the person takes part.", kind: .words(of: Profile.Role.self)
    ) { .text($0.side.rawValue) },
    Field("role", "Role", "What the person does in the exchange.") { .text(orEmpty: $0.role) },
  ]
}
