internal import Basics
package import Documents

/// What became of a file that was received.
package struct ParcelArrival: Sendable, Equatable {
  /// Whether and how it was taken.
  package enum Outcome: String, CaseIterable, Sendable {
    /// It waits for a review.
    case waiting
    case known = "already received"
    /// A later one is here.
    case superseded
    case forked
    case refused
    /// Not a parcel for this copy, or not yet whole.
    case left
  }

  package let file: String
  package let outcome: Outcome
  package private(set) var sender: String?
  package private(set) var sequence: Int?
  package private(set) var rows: Int?
  package private(set) var detail: String?

  package static let fields: [Field<ParcelArrival>] = [
    Field("file", "File", "The file.", rank: .main) { .text($0.file) },
    Field("sender", "From", "The partner that sent it.", rank: .key) { .text(orEmpty: $0.sender) },
    Field("sequence", "No", "Its number among the parcels of the sender.", kind: .number) {
      $0.sequence.map { .integer($0) } ?? .empty
    },
    Field("rows", "Rows", "How many rows it has.", kind: .number) {
      $0.rows.map { .integer($0) } ?? .empty
    },
    Field(
      "outcome", "Outcome", "What became of it.", kind: .word(Outcome.allCases.map(\.rawValue))
    ) { $0.outcome == .waiting ? .text($0.outcome.rawValue) : .state($0.outcome.rawValue, .muted) },
    Field("detail", "Detail", "Why, or what is to be known.") { .text(orEmpty: $0.detail) },
  ]
}
