internal import Basics
internal import GRDB

/// The plan that a submission was made on, by the parcel of the coordinator that brought it.
package struct PlanVersion: Sendable, Equatable {
  /// The number of the parcel.
  package let parcel: Int
  /// The number of the newest one, which the partner had not applied.
  package let newest: Int
  /// What of the plan is not the same in the two, such as `amendment`.
  package let changed: [String]

  /// Whether the plan changed since.
  package var isOld: Bool { !changed.isEmpty }

  /// `made on the plan of parcel 3; 5 is the newest: amendment, budget line changed`; nil where it is new.
  package var warning: String? {
    guard isOld else { return nil }
    return "made on the plan of parcel \(parcel); \(newest) is the newest: "
      + "\(changed.joined(separator: ", ")) changed"
  }

  /// What is planned and what figures are made with; not how far it has come.
  private static let tables = [
    "project", "fact", "rule_figure", "partner", "period", "amendment", "exchange_rate",
    "period_rate", "work_package", "task", "deliverable", "milestone", "planned_effort",
    "indicator", "indicator_target", "budget_line",
  ]

  /// The plan of a parcel that submits; nil where its sender had applied none.
  static func ofSubmission(_ entry: ParcelLog.Entry, _ db: Database) throws -> PlanVersion? {
    try of(base: entry.header.base, parcels: ParcelLog.sent(to: entry.header.sender, db))
  }

  /// By the parcels of the coordinator for the partner, in their order.
  static func of(base: Int?, parcels: [ParcelLog.Entry]) -> PlanVersion? {
    guard let base, let newest = parcels.last?.header else { return nil }
    guard let plan = parcels.last(where: { $0.header.sequence == base })?.header else {
      return nil
    }
    let changed = tables.filter { plan.tables[$0] != newest.tables[$0] }
    return PlanVersion(
      parcel: base, newest: newest.sequence, changed: changed.map { RowWords.noun($0) })
  }
}
