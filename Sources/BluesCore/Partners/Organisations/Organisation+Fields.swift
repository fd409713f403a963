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

  /// The columns that an import of the list takes, under their names.
  package static let exported: [Field<Organisation>] =
    [Field("blues_id", "blues_id") { .text($0.exportID) }]
    + fields.filter { $0.column.name != "code" && $0.column.name != "contacts" }.map { field in
      guard field.column.name == "clusters" else {
        return Field(field.column.name, field.column.name, cell: field.cell)
      }
      return Field("cluster", "cluster") { organisation in
        let codes = organisation.clusters.joined(separator: "; ")
        return .text(orEmpty: codes.isEmpty ? nil : codes)
      }
    }
}
