internal import Basics
internal import GRDB

/// A parcel that waits, compared, with the decisions on its rows.
struct WaitingParcel {
  let entry: ParcelLog.Entry
  let comparison: ParcelComparison
  let decided: [Changeset.Row: DecidedRow]
  /// The rows that are not taken whatever is decided, with the reasons.
  let unfit: [Changeset.Row: String]
  private let byRow: [Changeset.Row: RowChange]

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
    let partner =
      try isOfCoordinator && !entry.header.isWorkbook ? nil : Partner.id(sender, in: db)
    comparison = try ParcelComparison(content, known, decided, partner: partner, ours: db)
    unfit = try UnfitRows(
      comparison, of: entry.header, partner: isOfCoordinator ? nil : partner, db
    ).reasons()
    byRow = Dictionary(uniqueKeysWithValues: comparison.changes.map { ($0.row, $0) })
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
    guard let decided = decided[change.row], decided.digest == change.digest,
      !decided.isAutomatic
    else { return nil }
    return decided
  }

  /// What applying the parcel does with a row; a part of what is not decided waits with it.
  func standing(_ change: RowChange) -> ReviewedRow.Standing {
    let own = ownStanding(change)
    guard ![.refused, .parked].contains(own), let whole = whole(of: change) else { return own }
    let standing = ownStanding(whole)
    return [.conflict, .refused, .parked].contains(standing) ? standing : own
  }

  private func ownStanding(_ change: RowChange) -> ReviewedRow.Standing {
    if unfit[change.row] != nil { return .refused }
    return switch (decision(change)?.decision, change.kind) {
    case (.refuse, _): .refused
    case (.park, _): .parked
    case (.take, .conflict): .taken
    case (_, .conflict): .conflict
    case (_, .new): .new
    case (_, .changed): .changed
    case (_, .deleted): .deleted
    }
  }

  /// The row that a row is a part of, such as the activity of a participant, where that differs as well.
  func whole(of change: RowChange) -> RowChange? {
    guard let (column, table) = SharedScope.table(change.table)?.whole,
      let place = change.columns.firstIndex(of: column),
      case .int64(let id)? = (change.theirs ?? change.ours)?[place].storage
    else { return nil }
    return byRow[Changeset.Row(table: table, id: id)]
  }

  /// What is to be known of a row beside its values.
  func note(_ change: RowChange, _ words: RowWords, _ held: [Changeset.Row: String]) -> String? {
    if let note = change.note ?? held[change.row].map({ "\($0)." }) { return note }
    guard let whole = whole(of: change), ownStanding(change) != standing(change) else {
      return nil
    }
    return "It is decided with \(words.code(whole.table, whole.id))."
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
    for change in comparison.changes {
      guard let values = change.theirs ?? change.ours else { continue }
      words.name(change.row, change.columns, values)
    }
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
