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

/// A parcel that waits, compared, with the decisions on its rows.
struct WaitingParcel {
  let entry: ParcelLog.Entry
  let comparison: ParcelComparison
  let decided: [Changeset.Row: DecidedRow]

  /// The one parcel that waits, or that of a partner.
  init(from partner: String?, _ store: Store, _ db: Database) throws {
    let identity = try Sharing.identity(db)
    entry = try Self.entry(from: partner, identity, db)
    guard let content = try ParcelLog.content(of: entry, store, db) else {
      throw ParcelProblem.noneWaiting(entry.header.sender)
    }
    let sender = entry.header.sender
    let isOfCoordinator = try sender == Partner.coordinator(db)
    let known =
      try entry.header.isWorkbook
      ? KnownRows(ofWorkbook: entry, store, db)
      : KnownRows(
        of: entry.header, current: entry, isOfCoordinator: isOfCoordinator, store, db)
    decided = try DecidedRow.all(of: sender, db)
    comparison = try ParcelComparison(
      content, known, decided,
      partner: isOfCoordinator && !entry.header.isWorkbook ? nil : Partner.id(sender, in: db),
      ours: db)
  }

  private static func entry(
    from partner: String?, _ identity: CopyIdentity, _ db: Database
  ) throws -> ParcelLog.Entry {
    let code = try partner.map { try Sharing.code(of: Partner.id($0, in: db), db) }
    let all = try ParcelLog.all(db).filter {
      $0.header.recipient == identity.organisation
        && (code == nil || $0.header.sender == code)
    }
    if let forked = all.first(where: { $0.state == .forked }), code != nil {
      throw ParcelProblem.forked(forked.header.sender)
    }
    let open = all.filter { $0.state == .waiting || $0.state == .partly }
    var newest: [String: ParcelLog.Entry] = [:]
    for form in [ParcelHeader.workbook, ParcelHeader.form] {
      var last: [String: ParcelLog.Entry] = [:]
      for entry in open where entry.header.form == form {
        let other = last[entry.header.sender]
        if other.map({ $0.header.sequence < entry.header.sequence }) ?? true {
          last[entry.header.sender] = entry
        }
      }
      // Of a workbook and a parcel the one that came first is looked at first: neither has the other.
      newest.merge(last) { one, other in one.id < other.id ? one : other }
    }
    guard newest.count < 2 else { throw ParcelProblem.several(newest.keys.sorted()) }
    guard let found = newest.values.first else { throw ParcelProblem.noneWaiting(code) }
    return found
  }

  /// What was decided on a row as it is sent now.
  func decision(_ change: RowChange) -> DecidedRow? {
    guard let decided = decided[change.row], decided.digest == change.digest else { return nil }
    return decided
  }

  func standing(_ change: RowChange) -> ReviewedRow.Standing {
    switch (decision(change)?.decision, change.kind) {
    case (.refuse, _): .refused
    case (.park, _): .parked
    case (.take, .conflict): .taken
    case (_, .conflict): .conflict
    case (_, .new): .new
    case (_, .changed): .changed
    case (_, .deleted): .deleted
    }
  }

  /// The words for the rows of both sides.
  func words(_ db: Database) throws -> RowWords {
    var words = RowWords()
    var tables = Set(comparison.changes.map(\.table))
    for change in comparison.changes {
      for column in change.columns {
        if let target = RowWords.target(change.table, column) { tables.insert(target) }
      }
    }
    words.read(tables, in: db)
    comparison.theirs.readCodes(tables, into: &words)
    return words
  }

  /// The row that a word names: its handle, the beginning of it, or its code.
  func change(_ text: String, _ words: RowWords) throws -> RowChange {
    let wanted = text.trimmed.asciiLowered
    let found = comparison.changes.filter { change in
      words.code(change.table, change.id).asciiLowered == wanted
        || (wanted.utf8.count >= 4 && change.handle.hasPrefix(wanted))
    }
    guard let first = found.first else {
      throw ReviewProblem.unknownRow(text, sender: entry.header.sender)
    }
    guard found.count == 1 else {
      throw ReviewProblem.ambiguous(
        text, rows: found.map { "\($0.handle) \(words.code($0.table, $0.id))" })
    }
    return first
  }
}
