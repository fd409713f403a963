package import Documents

/// A part of the plan that would have to move if another one ended later than planned.
package struct PlanSlip: Sendable, Equatable {
  /// What it is, such as `task`.
  package let kind: String
  package let code: String
  package let title: String
  /// When it is planned, such as `M7 to M12`.
  package let planned: String
  /// When it would be at the earliest, written alike.
  package let earliest: String
  /// What it waits for.
  package let reason: String

  /// It in one line, as a change tells it.
  package var told: String {
    "\(code) slips if it waits: \(earliest), not \(planned); \(reason)."
  }

  package static let fields: [Field<PlanSlip>] = [
    Field("kind", "Kind", "What it is, such as task or deliverable.") { .text($0.kind) },
    Field("code", "No", "Its code, such as T1.2.", rank: .key) { .text($0.code) },
    Field("title", "Title", "Its title.", rank: .main) { .text($0.title) },
    Field("planned", "Planned", "When it is planned.", rank: .key) { .text($0.planned) },
    Field("earliest", "Slips to", "When it would be at the earliest.", rank: .key) {
      .text($0.earliest)
    },
    Field("reason", "Because", "What it waits for.") { .text($0.reason) },
  ]
}
