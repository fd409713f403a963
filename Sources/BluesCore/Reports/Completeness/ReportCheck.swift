internal import Basics
package import Documents

/// Everything that is missing before the report of a period can be handed in: what the lock asks, and
/// texts, evidence and answers besides.
package struct ReportCheck: Sendable {
  /// Everything that is asked, in the order in which it is listed.
  package static let requirements: [any PeriodRequirement.Type] =
    PeriodCheck.requirements + [
      TextsWritten.self, EffortExplained.self, ActivitiesOver.self, PublicityRecorded.self,
      EvidenceKept.self, OfficerQuestions.self,
    ]

  let store: Store

  /// What the report of a period lacks, each with a command that can be typed as it is.
  package func missing(in name: String) throws -> [MissingItem] {
    let context = try PeriodContext(store.periods.standing(name), store)
    let copy = try store.read { try PartnersCopy($0) }
    return try Self.requirements.flatMap { requirement in
      try requirement.missing(context).map { item in
        var item = item
        item.requirement = requirement.name
        if let copy { item.command = copy.offered(item.command) }
        return item
      }
    }
  }

  /// The document of the check.
  package func document(in name: String) throws -> (document: Document, isComplete: Bool) {
    let standing = try store.periods.standing(name)
    let missing = try missing(in: name)
    let counts = Self.requirements.compactMap { requirement -> Fact? in
      let count = missing.count { $0.requirement == requirement.name }
      guard count > 0 else { return nil }
      let words = requirement.name.replacing("-", with: " ")
      return Fact(
        requirement.name.replacing("-", with: "_"),
        words.prefix(1).uppercased() + words.dropFirst(), .integer(count))
    }
    let period = standing.period.name
    let fields = MissingItem.fields.map { field in
      field.column.name == "requirement"
        ? Field<MissingItem>("requirement", "Kind") { .text($0.requirement) } : field
    }
    return (
      Document(
        schema: "blues.report-check/1", title: "Missing in the report of \(period)",
        blocks: [
          .data("period", .string(period)), .facts(Facts(key: "counts", counts)),
          .table(
            Table(
              noun: "missing",
              emptySentence: "The report of \(period) has everything that it needs.",
              fields: fields, rows: missing)),
        ]), missing.isEmpty
    )
  }
}

extension Store {
  package var reportCheck: ReportCheck { ReportCheck(store: self) }
}
