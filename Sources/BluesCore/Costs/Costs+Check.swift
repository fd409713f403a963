package import Documents

extension Records where R == CostLine {
  /// What the checks find, cost by cost; those that only mark a line are left out.
  package func findings() throws -> [CostFinding] {
    try store.read { db in
      let context = try RecordContext(db, store.invocation, store.hooks)
      let check = try CostCheck(context)
      return try CostLine.register.fetchStored(context).flatMap { try check.findings(of: $0) }
        .filter(\.rule.isWarning)
    }
  }
}

extension CostFinding {
  package static let fields: [Field<CostFinding>] = [
    Field("code", "No", "The code of the cost, such as K12.", rank: .key) {
      .text($0.cost.description)
    },
    Field("partner", "Partner", "The partner that paid it.") { .text($0.partner) },
    Field("rule", "Check", "The name of the check.", kind: .words(of: CostRule.self)) {
      .state($0.rule.rawValue, .warning)
    },
    Field("message", "Finding", "What is wrong.", rank: .main) { .text($0.message) },
    Field(
      "command", "To mend it", "The command that mends it.", kind: .form("command"), rank: .key
    ) { .text($0.mending) },
  ]
}
