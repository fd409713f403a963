/// A kind of list that fills records of one kind, with its columns and how one row is stored.
package struct RecordList: Sendable {
  /// What storing a row did.
  struct Verdict {
    /// How the row is counted.
    enum Kind {
      case created, updated, unchanged
    }

    let kind: Kind
    /// What stays as a person made it.
    var kept: [ManualEdit] = []
    /// What the row changed in a known record.
    var changes: [ChangedField] = []

    static let created = Verdict(kind: .created)
    static let updated = Verdict(kind: .updated)
    static let unchanged = Verdict(kind: .unchanged)
  }

  /// The plural, for the history: `deliverables`.
  package let noun: String
  package let fields: [ImportField]
  /// Whether the records keep the cells of columns that no field takes.
  package let keepsOthers: Bool
  /// Makes ready what serves all rows of one import, and hands over how a row is stored.
  ///
  /// A row that is refused has written nothing.
  let begin: @Sendable (Transaction, ImportRequest) throws -> (ImportRow) throws -> Verdict
  /// Whether the verdicts name what was changed.
  let tellsChanges: Bool

  init(
    noun: String, fields: [ImportField], keepsOthers: Bool = true, tellsChanges: Bool = false,
    begin: @escaping @Sendable (Transaction, ImportRequest) throws -> (ImportRow) throws -> Verdict
  ) {
    self.noun = noun
    self.fields = fields
    self.keepsOthers = keepsOthers
    self.tellsChanges = tellsChanges
    self.begin = begin
  }
}

extension Register {
  /// The list that adds and changes records of this kind.
  package var list: RecordList {
    RecordList(noun: plural, fields: importFields, tellsChanges: true) { write, request in
      let context = try RecordContext(write.db, write.invocation, write.hooks, origin: .list)
      let edits = try RecordEdits(write, of: table.name)
      return { row in
        try put(row, write, context, edits, keepingEdits: request.edits == .keep)
      }
    }
  }

  /// The columns of the list: the code, then what attributes read.
  package var importFields: [ImportField] {
    [ImportField("code", headings, isRequired: true)]
      + attributes.filter(\.isRead).map { ImportField($0.name, $0.headings) }
  }

  private func put(
    _ row: ImportRow, _ write: Transaction, _ context: RecordContext, _ edits: RecordEdits,
    keepingEdits: Bool
  ) throws -> RecordList.Verdict {
    let code = try row.require("code", "code", "a \(noun) such as \(example)") {
      try R.Code(listed: $0)
    }
    var said = Changes([:], extra: row.extra)
    for attribute in attributes where attribute.isRead {
      if let text = row.text(attribute.name) { said[attribute.name] = [text] }
    }
    do {
      guard let was = try find(code, context) else {
        _ = try insert(code, said, write, context)
        return .created
      }
      let settled = try settle(said, on: was, edits, keepingEdits: keepingEdits, context)
      let isUpdated = try update(was, settled.changes, write, context)
      for (name, text) in settled.relisted { try edits.relist(was.id, name, text) }
      return RecordList.Verdict(
        kind: isUpdated ? .updated : .unchanged,
        kept: settled.kept.map { manualEdit($0, was.record, row.line) },
        changes: isUpdated ? try changes(of: was.record, row.line, context) : [])
    } catch let refusal as Refusal {
      throw ImportRow.Refusal(
        field: refusal.attribute, rule: refusal.rule, expected: refusal.expected)
    } catch let cleared as Cleared {
      throw ImportRow.Refusal(
        field: cleared.attribute, rule: cleared.attribute, expected: "a value")
    } catch let problem as AttributeProblem {
      throw ImportRow.Refusal(
        field: problem.attribute, rule: rule(of: problem.attribute), problem: problem.problem)
    }
  }

  /// The name under which rows are counted whose attribute names a record that is not there.
  private func rule(of name: String) -> String {
    switch attribute(name)?.kind {
    case .reference(let command), .references(let command):
      command == "workpackage" ? "work-package" : String(command.split(separator: " ").last ?? "")
    case .month: "month"
    case .due: "due"
    case .day: "date"
    case .country: "country"
    default: name
    }
  }
}
