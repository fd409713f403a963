internal import Basics
internal import GRDB

extension ExchangeCheck {
  /// Ties an exchange to the terms it is agreed under: the rule book, and the distance as known.
  static func keepTerms(of code: ExchangeCode, on day: Day, _ write: Transaction) throws {
    try RuleBook.keep(for: code, write)
    guard case .known(let kilometres, let basis) = try of(code, on: day, write.db).asked.distance
    else { return }
    try write.db.execute(
      sql: """
        UPDATE exchange SET distance_km = ?, distance_basis = ?
        WHERE number = ? AND distance_km IS NULL
        """, arguments: [kilometres, basis, code.number])
  }
}
