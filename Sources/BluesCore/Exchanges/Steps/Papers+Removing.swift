internal import GRDB

extension Papers {
  /// Takes a paper out of the register; its file stays where it is.
  ///
  /// A paper that a step was taken on goes only when another one can stand in its place.
  package func remove(_ code: ExchangeCode, _ number: Int) throws -> Paper {
    try store.write { write in
      let db = write.db
      _ = try Exchanges.id(code, db)
      let papers = try Paper.fetchAll(code, db)
      guard let paper = papers.first(where: { $0.number == number }) else {
        throw PaperProblem.unknown(code, number: number, known: papers.map(\.number))
      }
      try Self.replace(paper, among: papers, try Exchanges.fetch(code, db), write)
      try db.execute(
        sql: "DELETE FROM paper_signature WHERE paper_id = ?", arguments: [paper.id])
      try db.execute(sql: "DELETE FROM paper WHERE id = ?", arguments: [paper.id])
      write.records(
        "removed paper \(number) of \(code): \(paper.kind)", affecting: [code.description])
      return paper
    }
  }

  /// Lets every step that was taken on the paper stand on another one.
  private static func replace(
    _ paper: Paper, among papers: [Paper], _ exchange: Exchange, _ write: Transaction
  ) throws {
    let steps = try Row.fetchAll(
      write.db,
      sql: """
        SELECT step_id, step, happened_on
        FROM step_ground
        JOIN exchange_step ON exchange_step.id = step_id
        WHERE paper_id = ?
        ORDER BY step_id
        """,
      arguments: [paper.id])
    guard !steps.isEmpty else { return }
    var gate = try PaperGate(exchange, write.db)
    guard let kind = gate.kinds.first(where: { $0.kind == paper.kind }) else { return }
    gate.papers = papers.filter { $0.id != paper.id }
    var stuck: [Exchange.State] = []
    for step in steps {
      let state: Exchange.State = try step.value("step")
      guard
        case .found(let other, let signatures) =
          try gate.finding(kind, for: state, on: step.value("happened_on"))
      else {
        stuck.append(state)
        continue
      }
      try StepDependency.move(from: paper, to: other, signatures, of: step.value("step_id"), write)
    }
    guard stuck.isEmpty else {
      throw PaperProblem.reliedOn(
        number: paper.number, kind: paper.kind, exchange.code, stuck)
    }
  }
}
