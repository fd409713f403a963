internal import Basics
internal import GRDB

/// The parcel of a partner that waits, beside this copy.
package struct ParcelReview: Sendable {
  package let sender: String
  package let sequence: Int
  package let purpose: ParcelPurpose
  package let period: String?
  package let madeAt: String
  package let state: ParcelState
  /// Of a workbook, that nobody signed it, and who received it.
  package let origin: String?
  /// Whether no earlier parcel is known that both sides have in common.
  package let isBaseUnknown: Bool
  /// How many later parcels from here the sender had not applied when it made this one.
  package let unseen: Int
  package let rows: [ReviewedRow]
  /// Rows by kind that are here and that the parcel neither has nor says to be deleted.
  package let notSent: [(kind: String, rows: Int)]
  /// What the other side decided on rows that were sent from here.
  package let answers: [ParcelAnswer]
  /// The plan that a submission was made on; nil for other parcels.
  package let plan: PlanVersion?

  package func count(_ standing: ReviewedRow.Standing) -> Int {
    rows.count { $0.standing == standing }
  }
}
