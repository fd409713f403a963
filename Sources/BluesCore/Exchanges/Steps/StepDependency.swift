internal import GRDB

/// What a step stands on, none of which can be taken away while the step stands.
///
/// That is the step before it, its papers with their signatures and, from the agreement on, the
/// stay itself.
enum StepDependency {
  /// Lays the ground of a step: papers that an earlier step does not stand on already.
  static func lay(
    _ step: Int64, after earlier: Int64?, _ findings: [PaperGate.Finding], _ write: Transaction
  ) throws {
    if let earlier { try insert("earlier_step_id", earlier, step, write) }
    for case .found(let paper, let signatures) in findings {
      let kinds = try String.fetchAll(
        write.db.cachedStatement(
          sql: """
            SELECT paper.kind
            FROM step_ground
            JOIN paper ON paper.id = paper_id
            WHERE paper.exchange_id = (SELECT exchange_id FROM paper WHERE id = ?)
            """),
        arguments: [paper.id])
      guard !kinds.contains(paper.kind) else { continue }
      try insert("paper_id", paper.id, step, write)
      for signature in signatures { try insert("signature_id", signature.id, step, write) }
    }
  }

  /// The stay cannot be moved under a step that agreed on it.
  static func hold(_ exchange: Int64, _ step: Int64, _ write: Transaction) throws {
    try write.db.execute(
      sql: """
        INSERT INTO step_ground (id, step_id, exchange_id, mode, first_day, last_day)
        SELECT ?, ?, id, mode, first_day, last_day FROM exchange WHERE id = ?
        """,
      arguments: [write.nextID("step_ground"), step, exchange])
  }

  /// Lets a step stand on another paper of the same kind.
  static func move(
    from paper: Paper, to other: Paper, _ signatures: [Paper.Signature], of step: Int64,
    _ write: Transaction
  ) throws {
    try write.db.execute(
      sql: """
        DELETE FROM step_ground
        WHERE step_id = :step
          AND (paper_id = :paper
            OR signature_id IN (SELECT id FROM paper_signature WHERE paper_id = :paper))
        """,
      arguments: ["step": step, "paper": paper.id])
    try insert("paper_id", other.id, step, write)
    for signature in signatures { try insert("signature_id", signature.id, step, write) }
  }

  private static func insert(
    _ column: String, _ id: Int64, _ step: Int64, _ write: Transaction
  ) throws {
    try write.db.execute(
      sql: "INSERT INTO step_ground (id, step_id, \(column)) VALUES (?, ?, ?)",
      arguments: [write.nextID("step_ground"), step, id])
  }
}
