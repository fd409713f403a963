/// The risks that occurred and of which no note says what was done.
enum RiskAgenda: AgendaSource {
  static func items(_ context: AgendaContext) throws -> [AgendaItem] {
    try context.store.risks.all().filter { $0.state == .occurred && $0.note == nil }.map { risk in
      AgendaItem(
        risk.code.description, kind: "risk", "occurred, no note: \(risk.title)",
        dueOn: risk.stateOn ?? context.today, .partners([risk.owner].compactMap(\.self)),
        command: "blues wp risk set \(risk.code) --note \"…\"", today: context.today)
    }
  }
}
