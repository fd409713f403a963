package import Documents

extension Organisation {
  package static let fields: [Field<Organisation>] = [
    Field("code", "Id", "The id of the organisation, such as O4.", rank: .key) { .text($0.code) },
    Field("name", "Organisation", "Its name.", rank: .main) { .text($0.name) },
    Field("country", "Country", "The country it is registered in.", kind: .country) {
      .text(orEmpty: $0.country)
    },
    Field("type", "Type", "What kind of organisation it is.") { .text(orEmpty: $0.type) },
    Field(
      "clusters", "Clusters", "The partners in whose clusters it is a member.",
      kind: .listOf("partner")
    ) { .list($0.clusters) },
    Field("contacts", "Contacts", "How many contacts work for it.", kind: .number) {
      .integer($0.contacts)
    },
    Field("short_name", "Short name", "Its short name.", shown: false) {
      .text(orEmpty: $0.shortName)
    },
    Field("vat", "VAT number", "Its VAT number.", shown: false) { .text(orEmpty: $0.vat) },
    Field("pic", "PIC", "Its participant identification code.", shown: false) {
      .text(orEmpty: $0.pic)
    },
    Field("iban", "IBAN", "Its account.", shown: false) { .text(orEmpty: $0.iban) },
    Field(
      "employees", "Employees", "How many persons it employs, as it was written.", kind: .figure,
      shown: false
    ) { .text(orEmpty: $0.employees) },
    Field(
      "turnover", "Turnover", "Its yearly turnover, as it was written.", kind: .figure, shown: false
    ) {
      .text(orEmpty: $0.turnover)
    },
    Field(
      "balance_total", "Balance sheet total", "Its balance sheet total, as it was written.",
      kind: .figure, shown: false
    ) {
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
