internal import Basics
internal import GRDB

extension Statements {
  /// The budget with transfers tried, as if they were signed.
  ///
  /// - Throws: `RecordProblem` for an unknown work package; `TransferProblem.belowZero`.
  package func trying(
    _ transfers: [BudgetTransfer], in budget: BudgetTable
  ) throws -> BudgetTable {
    let known = try store.read { db in
      try Int.fetchAll(db, sql: "SELECT number FROM work_package ORDER BY number")
    }
    let moved = budget.moving(transfers)
    for transfer in transfers {
      if let package = transfer.workPackage, !known.contains(package) {
        throw RecordProblem.unknown(
          "WP\(package)", noun: "work package", known: known.map { "WP\($0)" },
          command: "workpackage")
      }
      let left = moved.inForce.filter {
        $0.partner == transfer.partner && $0.category == transfer.category
          && $0.workPackage == transfer.workPackage
      }.reduce(0) { $0 + $1.cents }
      guard left >= 0 else {
        let package = transfer.workPackage.map { " WP\($0)" } ?? ""
        throw TransferProblem.belowZero(
          "\(transfer.partner) \(transfer.category)\(package)", Money(cents: left))
      }
    }
    return moved
  }
}
