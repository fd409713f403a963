/// A kind of list that fills the plan, with its columns and how one row is stored.
package struct PlanList: Sendable {
  /// What storing a row did.
  enum Verdict {
    case created, updated, unchanged
  }

  /// The plural, for the history: `deliverables`.
  let noun: String
  let fields: [ImportField]
  /// Whether a row that is refused has written nothing, so that it needs no savepoint.
  let refusesFirst: Bool
  /// Makes ready what serves all rows of one import, and hands over how a row is stored.
  let begin: @Sendable (Transaction) throws -> (PlanRow) throws -> Verdict

  init(
    noun: String, fields: [ImportField],
    put: @escaping @Sendable (PlanRow, Transaction) throws -> Verdict
  ) {
    self.init(noun: noun, fields: fields, refusesFirst: false) { write in
      { row in try put(row, write) }
    }
  }

  init(
    noun: String, fields: [ImportField], refusesFirst: Bool,
    begin: @escaping @Sendable (Transaction) throws -> (PlanRow) throws -> Verdict
  ) {
    self.noun = noun
    self.fields = fields
    self.refusesFirst = refusesFirst
    self.begin = begin
  }

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
