internal import Basics
internal import GRDB

/// A parcel beside this copy, row by row.
///
/// Rows are read in the order of their ids on both sides; nothing of the parcel is attached to the
/// project or run.
struct ParcelComparison {
  let theirs: Store
  let known: KnownRows
  /// The partner whose rows are compared; nil for the coordinator's parcel, which has all.
  let partner: Int64?
  /// What was decided on rows of the sender: one that was refused or parked is shown as long as it is
  /// sent as it was.
  let decided: [Changeset.Row: DecidedRow]

  /// What the sender decided on rows that were sent from here.
  private let answered: [Changeset.Row: DecidedRow]

  /// Those of the sender's rows that are not the sender's; none in a parcel of the coordinator.
  private let foreign: ForeignRows?
  /// The rows that were removed here.
  private let gone: [String: [Int64: Bool]]

  private(set) var changes: [RowChange] = []
  /// The changes of rows that have parts.
  private var wholes: [Changeset.Row: RowChange] = [:]
  /// Rows by table that the parcel lacks and no deletion speaks of.
  private(set) var notSent: [String: Int] = [:]

  init(
    _ theirs: Store, _ known: KnownRows, _ decided: [Changeset.Row: DecidedRow], partner: Int64?,
    ours db: Database
  ) throws {
    self.theirs = theirs
    self.known = known
    self.decided = decided
    self.partner = partner
    answered = try theirs.read { try DecidedRow.all(of: nil, $0) }
    foreign = try theirs.read { try ForeignRows(of: partner, in: $0) }
    gone = try Self.removed(db)
    try theirs.read { inside in
      let removed = try Self.removed(inside)
      for table in SharedScope.tables where partner == nil || !table.isOfCoordinator {
        try compare(table, removed[table.name] ?? [:], inside, db)
      }
    }
  }

  private static func removed(_ inside: Database) throws -> [String: [Int64: Bool]] {
    let rows = try Row.fetchAll(
      inside, sql: "SELECT table_name, row_id, is_erased FROM removed_row")
    return try rows.reduce(into: [:]) { removed, row in
      removed[try row.value("table_name", as: String.self), default: [:]][try row.value("row_id")] =
        try row.value("is_erased")
    }
  }

  private mutating func compare(
    _ table: ScopedTable, _ removed: [Int64: Bool], _ inside: Database, _ db: Database
  ) throws {
    let first = changes.count
    let columns = try ParcelRows.columns(table.name, db)
    let twins = try Twins(
      keys: UniqueKeys(table.name, db), removed: removed, inside: inside, db: db)
    let selection = "SELECT \(columns.joined(separator: ", ")) FROM \(table.name)"
    let owned = partner == nil ? "1" : table.owns("row")
    let theirRows = try Row.fetchCursor(inside, sql: "\(selection) ORDER BY id")
    let ourRows = try Row.fetchCursor(
      db, sql: "\(selection) AS row WHERE (1 OR :me) AND \(owned) ORDER BY id",
      arguments: ["me": partner ?? 0])
    func id(_ row: Row?) throws -> Int64? { try row.map { try $0.value(0) } }
    var (theirs, ours) = (try theirRows.next(), try ourRows.next())
    var (their, our) = (try id(theirs), try id(ours))
    while their != nil || our != nil {
      if let row = theirs, let one = their, our.map({ one < $0 }) ?? true {
        let values = Array(row.databaseValues)
        let other = try Row.fetchOne(
          db.cachedStatement(sql: "\(selection) WHERE id = ?"), arguments: [one])
        let here = other.map { Array($0.databaseValues) }
        if here.map({ !table.isAsSent(values, $0, columns) }) ?? true {
          try look(
            table, one, values, here, columns, selection, twins: twins,
            note: foreign?.note(table, one, isHere: here != nil, isOwnHere: false)
              ?? (known.isEmpty && gone[table.name]?[one] != nil ? "It was removed here." : nil))
        }
        theirs = try theirRows.next()
        their = try id(theirs)
      } else if let row = ours, let one = our, their.map({ one < $0 }) ?? true {
        let values = Array(row.databaseValues)
        if let isErased = removed[one] {
          try look(
            table, one, nil, values, columns, selection,
            note: isErased
              ? "The person was erased there: blues partner contact erase C\(RowID(one).running)"
              : nil)
        } else if let whole = whole(table, values, columns), whole.theirs == nil,
          whole.kind == .conflict
        {
          // Where the whole is removed after all, what was added here since goes with it.
          changes.append(
            RowChange(
              table: table.name, id: one, kind: .deleted, base: nil, theirs: nil, ours: values,
              columns: columns))
        } else if try known.values(table, one, selection).common.contains(where: { $0 != nil }) {
          notSent[table.name, default: 0] += 1
        }
        ours = try ourRows.next()
        our = try id(ours)
      } else if let row = theirs, let other = ours, let one = their {
        if !row.databaseValues.elementsEqual(other.databaseValues) {
          try look(
            table, one, Array(row.databaseValues), Array(other.databaseValues), columns, selection)
        }
        (theirs, ours) = (try theirRows.next(), try ourRows.next())
        (their, our) = (try id(theirs), try id(ours))
      }
    }
    // Ids begin with the number of a file, which is drawn by lot.
    changes[first...].sort { (RowID($0.id).running, $0.id) < (RowID($1.id).running, $1.id) }
  }

  /// Says what a difference is, by what both know of the row.
  private mutating func look(
    _ table: ScopedTable, _ id: Int64, _ theirs: [DatabaseValue]?, _ ours: [DatabaseValue]?,
    _ columns: [String], _ selection: String, twins: Twins? = nil, note: String? = nil
  ) throws {
    let theirs =
      partner == nil ? theirs : table.keepingDecided(theirs, of: ours, columns)
    guard theirs != ours else { return }
    let row = Changeset.Row(table: table.name, id: id)
    let decision = decided[row].flatMap { $0.isDeclined ? $0 : nil }
    let isDecided = decided[row].map { $0.digest == RowChange.digest(theirs) } ?? false
    let isShownAgain = isDecided && decision != nil
    if !isShownAgain, let answer = answered[row], answer.isDeclined,
      answer.digest == RowChange.digest(ours), answer.ours == RowChange.digest(theirs)
    {
      // What was sent from here was declined, and nothing else happened there: that is told as an answer.
      return
    }
    var (common, unchanged) = try known.values(table, id, selection)
    if partner != nil {
      common = common.map { table.keepingDecided($0, of: ours, columns) }
      unchanged = unchanged.map { table.keepingDecided($0, of: ours, columns) }
    }
    let isTheirs = !common.contains { $0 == theirs }
    var isOurs = unchanged.isEmpty ? ours != nil : !unchanged.contains { $0 == ours }
    if let decision, decision.ours == RowChange.digest(ours) { isOurs = false }
    // As with a row that waited while the rest of its parcel was applied.
    if ours == nil, gone[table.name]?[id] == nil { isOurs = false }
    var kind: RowChange.Kind = theirs == nil ? .deleted : ours == nil ? .new : .changed
    if ours == nil, let theirs, let whole = whole(table, theirs, columns), whole.ours == nil,
      whole.kind == .conflict
    {
      // Where the whole comes back after all, its parts come with it.
      kind = .new
    } else if !isTheirs && isOurs && !isDecided {
      // Known there, and changed here since: the next parcel from here says so. One that is to be taken
      // after all was parked or refused before.
      return
    } else if !isShownAgain && isTheirs == isOurs {
      kind = .conflict
    }
    if note != nil && theirs != nil { kind = .conflict }
    var change = RowChange(
      table: table.name, id: id, kind: kind, base: common.last { $0 != nil } ?? nil,
      theirs: theirs, ours: ours, columns: columns, note: note)
    // What is not the sender's is no twin of what is.
    if ours == nil, note == nil, let theirs,
      let twin = try twins?.found(theirs, columns, id, table, of: partner)
    {
      change.ours = twin.values
      change.twin = twin.id
      // Of two that say the same the coordinator gives its own up; if both did, they would change places.
      let isSame = partner != nil && change.differing.isEmpty
      change.kind = isSame ? .changed : .conflict
      change.note =
        isSame
        ? "The same was entered here."
        : "It was entered here as well; take puts theirs in its place."
    }
    changes.append(change)
    if ScopedTable.wholes.contains(table.name) { wholes[change.row] = change }
  }

  /// The change of the row that a row is a part of.
  private func whole(
    _ table: ScopedTable, _ values: [DatabaseValue], _ columns: [String]
  ) -> RowChange? {
    guard let (column, whole) = table.whole, let place = columns.firstIndex(of: column),
      case .int64(let id) = values[place].storage
    else { return nil }
    return wholes[Changeset.Row(table: whole, id: id)]
  }

  /// What is needed to find the same thing here under another number.
  private struct Twins {
    let keys: UniqueKeys
    /// The rows that the parcel says are gone.
    let removed: [Int64: Bool]
    let inside: Database
    let db: Database

    /// A row of the sender here that has a key of a row of the parcel, and that the parcel does not know.
    func found(
      _ theirs: [DatabaseValue], _ columns: [String], _ id: Int64, _ table: ScopedTable,
      of partner: Int64?
    ) throws -> (id: Int64, values: [DatabaseValue])? {
      let found = try keys.twin(
        of: theirs, columns, id: id, where: partner == nil ? "1" : table.owns("row"),
        me: partner ?? 0, in: db)
      guard let found, removed[found.id] == nil,
        try Bool.fetchOne(
          inside, sql: "SELECT EXISTS (SELECT 1 FROM \(table.name) WHERE id = ?)",
          arguments: [found.id]) != true
      else { return nil }
      return found
    }
  }
}
