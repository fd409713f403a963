package import Documents

extension LedgerLine {
  /// The lines of a statement as a list.
  package static let fields: [Field<LedgerLine>] = [
    Field("source", "Source", rank: .key) { .text($0.source) },
    Field("category", "Category", "The category of costs.", kind: .form("cost category")) {
      .text($0.category)
    },
    Field("work_package", "WP", "The work package.", kind: .form("work package")) {
      .text(orEmpty: $0.workPackage.map { "WP\($0)" })
    },
    Field("day", "Day", kind: .day) { .day($0.day) },
    Field("description", "Description", rank: .main) { .text($0.description) },
    Field("party", "Party") { .text(orEmpty: $0.party) },
    Field("own_amount", "In its currency", kind: .amount) { .amount($0.amount) },
    Field("amount", "Amount", kind: .amount) { .amount($0.euro) },
    Field("incurred", "Incurred in") { .text($0.incurred) },
    Field("declared", "Declared in") { .text($0.charged) },
    Field("arithmetic", "Arithmetic") { .text($0.arithmetic) },
    Field("reason", "Reason") { .text(orEmpty: $0.reason) },
  ]
}
