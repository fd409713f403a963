package import Tabular

/// Brings a list of participants in: its contacts, and that they took part, as one step.
package struct AttendanceImport: Sendable {
  let store: Store

  /// Imports the contacts as any list, and makes those that are not rejected participants.
  ///
  /// The organisations of members join the cluster of the partner, as in any list; those of guests
  /// do not.
  ///
  /// - Throws: `RecordProblem.unknown` where there is no such activity, before anything is read.
  package func run(
    _ code: ActivityCode, as side: ParticipantSide, _ reader: RowReader, _ request: ImportRequest,
    rejects: any RejectionSink, progress: @escaping (Int) -> Void = { _ in }
  ) throws -> ImportOutcome {
    _ = try store.activities.one(code)
    var request = request
    request.joinsCluster = side == .member
    return try store.contactImport.run(
      reader, request, rejects: rejects, progress: progress
    ) { write, outcome, contacts in
      let id = try Activity.register.one(
        code, RecordContext(write.db, write.invocation, write.hooks)
      ).id
      let new = try Activity.attend(id, contacts, as: side, write)
      write.records(
        "imported \(request.fileName): \(outcome.created) created, \(outcome.updated) updated, "
          + "\(new) new to \(code)",
        affecting: [code.description])
    }
  }
}

extension Store {
  package var attendance: AttendanceImport { AttendanceImport(store: self) }
}
