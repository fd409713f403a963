/// A kind of list that fills records of one kind, with its columns and how one row is stored.
package struct RecordList: Sendable {
  /// What storing a row did.
  enum Verdict {
    case created, updated, unchanged
  }

  /// The plural, for the history: `deliverables`.
  package let noun: String
  package let fields: [ImportField]
  /// Whether the records keep the cells of columns that no field takes.
  package let keepsOthers: Bool
  /// Makes ready what serves all rows of one import, and hands over how a row is stored.
  ///
  /// A row that is refused has written nothing.
  let begin: @Sendable (Transaction) throws -> (ImportRow) throws -> Verdict

  init(
    noun: String, fields: [ImportField], keepsOthers: Bool = true,
    begin: @escaping @Sendable (Transaction) throws -> (ImportRow) throws -> Verdict
  ) {
    self.noun = noun
    self.fields = fields
    self.keepsOthers = keepsOthers
    self.begin = begin
  }
}

extension Register {
  /// The list that adds and changes records of this kind.
  package var list: RecordList {
    RecordList(noun: plural, fields: importFields) { write in
      let context = try RecordContext(write.db, write.invocation, write.hooks, origin: .list)
      return { row in try put(row, write, context) }
    }
  }

  /// The columns of the list: the code, then what attributes read.
  package var importFields: [ImportField] {
    [ImportField("code", headings, isRequired: true)]
      + attributes.filter(\.isRead).map {
        ImportField($0.name, $0.headings, content: $0.kind.content)
      }
  }

  private func put(
    _ row: ImportRow, _ write: Transaction, _ context: RecordContext
  ) throws -> RecordList.Verdict {
    let code = try row.require("code", "code", "a \(noun) such as \(example)") {
      try R.Code(listed: $0)
    }
    var changes = Changes([:], extra: row.extra)
    for attribute in attributes where attribute.isRead {
      if let text = row.text(attribute.name) { changes[attribute.name] = [text] }
    }
    do {
      switch try put(code, changes, write, context) {
      case .created: return .created
      case .updated: return .updated
      case .unchanged: return .unchanged
      }
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
