internal import Documents

extension StatusReport {
  /// The project's own indicators, as far as the status asks.
  func table(_ indicators: [Indicator]) -> Table {
    let shown = ["code", "title", "unit", "target", "value", "share", "standing"]
    return Table(
      noun: "project_indicators",
      fields: Indicator.register.fields.filter { shown.contains($0.column.name) }, rows: indicators)
  }

  /// The risks that may come or came true, the worst first.
  func table(_ risks: [Risk]) -> Table {
    let shown = ["code", "title", "score", "owner", "state"]
    let open = risks.filter { $0.state != .closed }.sorted { one, other in
      (other.score, one.state == .occurred ? 0 : 1, one.code.number)
        < (one.score, other.state == .occurred ? 0 : 1, other.code.number)
    }
    return Table(
      noun: "risks", emptySentence: "No open risks.",
      fields: Risk.register.fields.filter { shown.contains($0.column.name) }, rows: open)
  }
}
