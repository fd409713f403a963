internal import GRDB

/// The budget in the versions that there are.
package struct BudgetTable: Sendable {
  /// A line as views need it.
  package struct Entry: Sendable, Equatable {
    package let partner: String
    package let category: String
    /// The number of the work package; nil for all of them.
    package let workPackage: Int?
    package let cents: Int64
    package let amendment: Int
  }

  package let entries: [Entry]
  package let newest: Int

  package init(entries: [Entry]) {
    self.entries = entries
    newest = entries.map(\.amendment).max() ?? 0
  }

  init(_ context: RecordContext) throws {
    self.init(
      entries: try BudgetLine.register.fetchStored(context).map { line in
        Entry(
          partner: line.partner, category: line.category,
          workPackage: line.workPackage.flatMap { try? WorkPackageCode($0).number },
          cents: Int64(line.amount ?? 0), amendment: line.amendment)
      })
  }

  /// The lines of the newest version.
  package var inForce: [Entry] { entries.filter { $0.amendment == newest } }
}
