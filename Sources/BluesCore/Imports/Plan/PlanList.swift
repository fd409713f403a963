/// A kind of list that fills the plan, with its columns and how one row is stored.
package struct PlanList: Sendable {
  /// What storing a row did.
  enum Verdict {
    case created, updated, unchanged
  }

  /// The plural, for the history: `deliverables`.
  let noun: String
  let fields: [ImportField]
  let put: @Sendable (PlanRow, Write) throws -> Verdict

  /// Compares what is known of a row's thing before and after, to the byte, since Swift takes two
  /// spellings of one letter for equal.
  static func verdict<Value>(
    _ before: Value, _ after: Value, extra: (String?, String?)
  ) -> Verdict {
    "\(before) \(extra.0 ?? "")".isSame(as: "\(after) \(extra.1 ?? "")")
      ? .unchanged : .updated
  }
}

extension PlanList {
  /// Whether an import of this list reads a column of that name.
  package func takes(_ name: String) -> Bool { fields.contains { $0.name == name } }
}
