internal import Basics
internal import GRDB

extension ParcelReviews {
  /// What applying a parcel did.
  package struct Applied: Sendable {
    package let sender: String
    package let sequence: Int
    /// What it is: a parcel, or a workbook.
    package let noun: String
    package let added: Int
    package let changed: Int
    package let deleted: Int
    /// Conflicts that are not decided, which wait.
    package let conflicts: Int
    package let refused: Int
    package let parked: Int
    /// Rows that could not be applied, and why.
    package let waiting: [(what: String, why: String)]
    /// Rows that do not fit, which are refused whatever is decided, and why.
    package let unfit: [(what: String, why: String)]
    /// Contacts whose persons were erased there.
    package let erased: [String]

    /// Whether something is left to decide.
    package var isWhole: Bool { conflicts == 0 && waiting.isEmpty }

    /// What of the parcel was not applied, in words; nil where all was.
    var remainder: String? {
      let parts = [
        (refused, "refused"), (parked, "parked"), (conflicts, "in conflict"),
        (waiting.count, "not applied"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      return parts.isEmpty ? nil : "Partly: \(parts.joined(separator: ", "))."
    }
  }

  /// Applies what was reviewed as one step, which one undo takes back.
  ///
  /// A row that was refused, or that waits for a decision, hinders no other, unless that one refers to
  /// it.
  package func apply(from partner: String? = nil) throws -> Applied {
    try store.write { write in
      let parcel = try WaitingParcel(from: partner, store, write.db)
      let words = try parcel.words(write.db)
      let held = try parcel.held(write.db)
      let wanted = parcel.comparison.changes.filter {
        [.new, .changed, .deleted, .taken].contains(parcel.standing($0))
      }
      write.comesInAParcel()
      var rows = RowApplication(wanted, held: held, among: parcel, words)
      try rows.run(write.db)
      let header = parcel.entry.header
      func standing(_ standing: ReviewedRow.Standing) -> Int {
        parcel.comparison.changes.count { parcel.standing($0) == standing }
      }
      let applied = Applied(
        sender: header.sender, sequence: header.sequence, noun: header.noun,
        added: rows.applied.count { $0.ours == nil },
        changed: rows.applied.count { $0.ours != nil && $0.theirs != nil },
        deleted: rows.applied.count { $0.theirs == nil }, conflicts: standing(.conflict),
        refused: standing(.refused), parked: standing(.parked),
        waiting: rows.hindered.map { (words.code($0.change.table, $0.change.id), $0.why) },
        unfit: parcel.comparison.changes.compactMap { change in
          parcel.unfit[change.row].map { (words.code(change.table, change.id), $0) }
        },
        erased: rows.applied.filter { $0.note != nil && $0.theirs == nil }.map {
          words.code($0.table, $0.id)
        })
      try ParcelLog.setApplied(
        applied.isWhole ? .applied : .partly, of: parcel.entry.id,
        remainder: parcel.entry.remark(applied.remainder), write.db)
      for change in parcel.comparison.changes {
        let known = parcel.decided[change.row]
        guard let why = parcel.unfit[change.row],
          known?.digest != change.digest || known?.isDeclined == false
        else { continue }
        // The sender reads it with the next parcel.
        try DecidedRow.save(
          .refuse, on: change, of: header.sender, because: "\(why).", isAutomatic: true, write)
      }
      for change in rows.applied where parcel.decided[change.row] != nil {
        try DecidedRow.forget(change, of: header.sender, write.db)
      }
      // What is left of earlier parcels is in this one, as it is now.
      for entry in try ParcelLog.received(from: header.sender, form: header.form, write.db)
      where entry.id < parcel.entry.id && [.waiting, .partly].contains(entry.state) {
        try ParcelLog.setState(.superseded, of: entry.id, write.db)
      }
      if applied.isWhole {
        try header.isWorkbook
          ? ParcelLog.pruneWorkbooks(header.sender, write.db)
          : ParcelLog.prune(header.sender, write.db)
      }
      let things = rows.applied.prefix(200).map { words.code($0.table, $0.id) }
        .filter { !$0.contains(" ") }
      write.records(
        "applied \(header.noun) \(header.sequence) of \(header.sender): "
          + "\(counted(rows.applied.count, "row"))", affecting: things)
      return applied
    }
  }
}
