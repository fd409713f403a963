internal import Documents

extension Register {
  /// What stays of a record, as an import tells it.
  func manualEdit(_ kept: Kept, _ record: R, _ line: Int) -> ManualEdit {
    let title = attributes.first { $0.uses.contains(.argument) }
    return ManualEdit(
      line: line, code: record.code.description, title: title?.cell(record).exported ?? "",
      field: kept.name, kept: kept.present, listed: kept.listed, isConflict: kept.isConflict)
  }

  /// What has become of a record that a row changed, attribute by attribute.
  func changes(
    of was: R, _ line: Int, _ context: RecordContext
  ) throws -> [ChangedField] {
    guard let now = try find(was.code, context)?.record else { return [] }
    let before = listedTexts(of: was)
    let after = listedTexts(of: now)
    return attributes.map(\.name).filter { before[$0] != after[$0] }.map { name in
      ChangedField(
        line: line, code: was.code.description, field: name, was: before[name], now: after[name])
    }
  }

  /// Turns what an attribute refuses into the refusal of a row.
  func refusing<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
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
