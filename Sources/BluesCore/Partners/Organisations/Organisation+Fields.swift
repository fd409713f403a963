package import Documents

extension Organisation {
  package static let fields: [Field<Organisation>] = [
    Field("code", "Id") { .text($0.code) },
    Field("name", "Organisation") { .text($0.name) },
    Field("country", "Country") { .text(orEmpty: $0.country) },
    Field("type", "Type") { .text(orEmpty: $0.type) },
    Field("clusters", "Clusters") { .list($0.clusters) },
    Field("contacts", "Contacts") { .integer($0.contacts) },
    Field("short_name", "Short name", shown: false) { .text(orEmpty: $0.shortName) },
    Field("vat", "VAT number", shown: false) { .text(orEmpty: $0.vat) },
    Field("pic", "PIC", shown: false) { .text(orEmpty: $0.pic) },
    Field("iban", "IBAN", shown: false) { .text(orEmpty: $0.iban) },
    Field("employees", "Employees", shown: false) { .text(orEmpty: $0.employees) },
    Field("turnover", "Turnover", shown: false) { .text(orEmpty: $0.turnover) },
    Field("balance_total", "Balance sheet total", shown: false) {
      .text(orEmpty: $0.balanceTotal)
    },
  ]
}
