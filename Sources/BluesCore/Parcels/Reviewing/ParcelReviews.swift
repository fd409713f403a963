internal import Basics
internal import GRDB

/// Reviewing what came: looking, deciding row by row, applying.
package struct ParcelReviews: Sendable {
  let store: Store

  /// What a parcel would change here.
  package func review(from partner: String? = nil) throws -> ParcelReview {
    try store.read { db in
      let parcel = try WaitingParcel(from: partner, store, db)
      return try Self.page(parcel, db)
    }
  }

  static func page(_ parcel: WaitingParcel, _ db: Database) throws -> ParcelReview {
    let words = try parcel.words(db)
    let header = parcel.entry.header
    let held = try parcel.held(db)
    let rows = parcel.comparison.changes.map { change -> ReviewedRow in
      let decision = parcel.decision(change)
      let what = words.code(change.table, change.id)
      let fields = ReviewedValues.places(change).map { place -> ReviewedRow.FieldChange in
        let column = change.columns[place]
        func text(_ values: [DatabaseValue]?) -> String {
          values.map { ParcelValue.taken(words.value($0[place], of: change.table, column)) } ?? ""
        }
        return ReviewedRow.FieldChange(
          row: change.handle, what: what, field: RowWords.heading(change.table, column),
          base: text(change.base), theirs: text(change.theirs), ours: text(change.ours),
          isConflict: change.kind == .conflict)
      }
      return ReviewedRow(
        row: change.handle, what: what, kind: RowWords.noun(change.table),
        standing: parcel.standing(change), summary: ReviewedValues.summary(change, fields),
        values: ReviewedValues.all(change, fields),
        reason: parcel.unfit[change.row].map { "\($0)." } ?? decision?.reason,
        note: parcel.note(change, words, held),
        changes: fields)
    }
    return ParcelReview(
      sender: header.sender, sequence: header.sequence, purpose: header.purpose,
      period: header.period, madeAt: header.madeAt, state: parcel.entry.state,
      origin: parcel.entry.origin, isBaseUnknown: parcel.comparison.known.isEmpty,
      unseen: try ParcelLog.sent(to: header.sender, db).count {
        $0.header.sequence > header.base ?? 0
      }, rows: rows,
      notSent: parcel.comparison.notSent.sorted { $0.key < $1.key }
        .map { (RowWords.noun($0.key), $0.value) },
      answers: try ParcelAnswer.all(in: parcel.comparison.theirs, ours: db),
      plan: header.purpose == .submit ? try PlanVersion.ofSubmission(parcel.entry, db) : nil)
  }

  /// Decides on a row of the parcel that waits.
  package func decide(
    _ decision: ParcelDecision, on text: String, from partner: String? = nil,
    because reason: String
  ) throws -> ReviewedRow {
    try store.write { write in
      let reason = reason.trimmed
      guard !reason.isEmpty else { throw ReviewProblem.reasonMissing }
      let parcel = try WaitingParcel(from: partner, store, write.db)
      let words = try parcel.words(write.db)
      let change = try parcel.change(text, words)
      if decision == .take, let why = parcel.unfit[change.row] {
        throw ReviewProblem.unfit(words.code(change.table, change.id), why: why)
      }
      let sender = parcel.entry.header.sender
      // What is a part of it is decided with it.
      let parts = parcel.comparison.changes.filter { parcel.whole(of: $0)?.row == change.row }
      for one in [change] + parts where decision != .take || parcel.unfit[one.row] == nil {
        try DecidedRow.save(decision, on: one, of: sender, because: reason, write)
      }
      write.comesInAParcel()
      let decided = try WaitingParcel(from: sender, store, write.db)
      guard
        let row = try Self.page(decided, write.db).rows.first(where: { $0.row == change.handle })
      else { throw ReviewProblem.unknownRow(text, sender: sender) }
      write.records("\(decision.verb) \(row.what) of \(sender)", affecting: [row.what])
      return row
    }
  }

  /// Chooses one of several parcels of a partner that do not fit together; the others are refused.
  package func choose(_ text: String, because reason: String) throws -> (
    sender: String, sequence: Int, refused: Int
  ) {
    try store.write { write in
      let db = write.db
      guard !reason.trimmed.isEmpty else { throw ReviewProblem.reasonMissing }
      let wanted = text.trimmed.asciiLowered
      let all = try ParcelLog.all(db)
      let senders = Set(all.filter { $0.state == .forked }.map(\.header.sender))
      let found = all.filter {
        senders.contains($0.header.sender) && wanted.utf8.count >= 6
          && $0.sha256.hasPrefix(wanted) && $0.state != .superseded && $0.state != .refused
      }
      guard let chosen = found.first, found.count == 1 else {
        throw ReviewProblem.unknownFork(text)
      }
      let sender = chosen.header.sender
      let others = all.filter {
        $0.header.sender == sender && $0.state == .forked && $0.id != chosen.id
      }
      for other in others {
        try db.execute(
          sql: "UPDATE parcel SET state = 'refused', reason = ? WHERE id = ?",
          arguments: [reason.trimmed, other.id])
      }
      if chosen.state == .forked {
        try db.execute(
          sql: "UPDATE parcel SET state = 'waiting', reason = ? WHERE id = ?",
          arguments: [reason.trimmed, chosen.id])
      }
      write.comesInAParcel()
      write.records(
        "chose parcel \(chosen.header.sequence) of \(sender)", affecting: [sender])
      return (sender, chosen.header.sequence, others.count)
    }
  }
}

extension ParcelDecision {
  fileprivate var verb: String {
    switch self {
    case .take: "took"
    case .refuse: "refused"
    case .park: "parked"
    }
  }
}

extension Store {
  package var parcelReviews: ParcelReviews { ParcelReviews(store: self) }
}
