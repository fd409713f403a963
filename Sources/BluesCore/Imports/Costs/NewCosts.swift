internal import Basics

/// Adds costs in blocks; they carry the number of the import instead of a record each.
final class NewCosts {
  private let write: Transaction
  private let new: BulkInsert

  private static let columns = [
    "number", "partner_id", "category", "work_package_id", "task_id", "incurred_on", "paid_on",
    "description", "supplier", "invoice", "amount_cents", "currency", "vat_cents",
    "vat_deductible", "foreseen", "outside_exchanges", "sender_id", "charged_in_id", "evidence",
    "note", "batch",
  ]

  init(_ write: Transaction) throws {
    self.write = write
    new = try BulkInsert(
      write,
      BulkInsert.Plan(
        table: "cost_line", columns: Self.columns,
        references: ["partner_id", "work_package_id", "task_id", "charged_in_id", "batch"],
        numbers: ["number", "amount_cents"],
        texts: [
          "category", "incurred_on", "paid_on", "description", "supplier", "invoice", "currency",
          "vat_cents", "vat_deductible", "foreseen", "outside_exchanges", "sender_id", "evidence",
          "note",
        ],
        suspending: [
          "cost_line_partner", "cost_line_work_package", "cost_line_task", "cost_line_charged_in",
        ], isProved: true), batch: write.operation)
  }

  func add(_ cost: CostLine, _ places: CostCells.Places) throws {
    try new.add { numbers in
      numbers.append(places.partner)
      numbers.append(places.workPackage ?? 0)
      numbers.append(places.task ?? 0)
      numbers.append(places.period ?? 0)
      numbers.append(write.operation)
      numbers.append(Int64(cost.code.number))
      numbers.append(Int64(cost.amount ?? 0))
    } texts: { block, row in
      block.set(cost.category, row: row, column: 0)
      block.set(cost.incurredOn?.iso, row: row, column: 1)
      block.set(cost.paidOn?.iso, row: row, column: 2)
      block.set(cost.description, row: row, column: 3)
      block.set(cost.supplier, row: row, column: 4)
      block.set(cost.invoice, row: row, column: 5)
      block.set(cost.currency.code, row: row, column: 6)
      block.set(cost.vat.map(String.init), row: row, column: 7)
      block.set(cost.isVATDeductible?.rawValue, row: row, column: 8)
      block.set(cost.isForeseen?.rawValue, row: row, column: 9)
      block.set(cost.isOutsideExchanges?.rawValue, row: row, column: 10)
      block.set(cost.sender, row: row, column: 11)
      block.set(cost.evidence, row: row, column: 12)
      block.set(cost.note, row: row, column: 13)
    }
  }

  /// Writes what waits; other rows may be added then.
  func flush() throws { try new.flush() }

  /// Writes what waits; the indexes are whole again.
  func finish() throws { try new.finish() }
}
