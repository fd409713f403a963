internal import Basics
internal import GRDB

/// The rows of a partner's parcel that are not the partner's alone.
///
/// A partner's copy takes for its own what it knows no other owner of, such as a firm that two partners
/// know. What the coordinator sent goes back as it came, and is passed over; what differs is refused
/// alone, or waits as a conflict where the partner has a part in it.
struct ForeignRows {
  private let partner: Int64
  /// By table, the rows that are not the partner's in the parcel; none of a workbook, which has what
  /// the partner may read.
  private let inside: [String: Set<Int64>]

  /// - Returns: None for a parcel of the coordinator, who may send every row.
  init?(of partner: Int64?, in parcel: Database) throws {
    guard let partner else { return nil }
    self.partner = partner
    guard try Int.fetchOne(parcel, sql: "SELECT count(*) FROM parcel") == 1 else {
      inside = [:]
      return
    }
    var inside: [String: Set<Int64>] = [:]
    for table in SharedScope.tables where !table.isOfCoordinator {
      let ids = try Int64.fetchSet(
        parcel,
        sql: """
          SELECT id FROM \(table.name) AS row
          WHERE (1 OR :me) AND NOT coalesce(\(table.owns("row")), 0)
          """, arguments: ["me": partner])
      if !ids.isEmpty { inside[table.name] = ids }
    }
    self.inside = inside
  }

  /// What is to be known of a row that the parcel has; nil where it is the partner's, there and here.
  func note(_ table: ScopedTable, _ id: Int64, isHere: Bool, isOwnHere: Bool) -> String? {
    if isHere, !isOwnHere { return Self.another }
    guard !isHere, inside[table.name]?.contains(id) == true else { return nil }
    return Self.stranger
  }

  private static let another = "It belongs to another partner here."
  private static let stranger = "It does not belong to the sender."

  /// Why a row is refused, whatever its values are; nil where there is something to decide.
  static func refusal(_ change: RowChange, of partner: Int64, _ db: Database) throws -> String? {
    guard let note = change.note, change.theirs != nil else { return nil }
    if note == stranger { return note }
    // What both had, or what the partner has a part in, is to be decided.
    guard note == another, change.base == nil, try !hasPart(partner, in: change, db) else {
      return nil
    }
    return "It belongs to another partner."
  }

  /// Whether a parcel of a partner has rows that are not the partner's, in it or here.
  static func areIn(_ parcel: Store, of partner: Int64, _ db: Database) throws -> Bool {
    try parcel.read { inside in
      guard let foreign = try ForeignRows(of: partner, in: inside) else { return false }
      if !foreign.inside.isEmpty { return true }
      for table in SharedScope.tables where !table.isOfCoordinator {
        let here = try Int64.fetchSet(
          db,
          sql: """
            SELECT id FROM \(table.name) AS row
            WHERE (1 OR :me) AND NOT coalesce(\(table.owns("row")), 0)
            """, arguments: ["me": partner])
        guard !here.isEmpty else { continue }
        let ids = try Int64.fetchCursor(inside, sql: "SELECT id FROM \(table.name)")
        while let id = try ids.next() {
          if here.contains(id) { return true }
        }
      }
      return false
    }
  }

  /// Whether a firm is one of the partner as well; or a firm or an activity is of nobody.
  private static func hasPart(
    _ partner: Int64, in change: RowChange, _ db: Database
  ) throws -> Bool {
    let owners =
      switch change.table {
      case "organisation":
        """
        SELECT partner_id FROM membership WHERE organisation_id = :id
        UNION SELECT partner_id FROM contact WHERE organisation_id = :id
        """
      case "activity": "SELECT partner_id FROM activity_partner WHERE activity_id = :id"
      default: ""
      }
    guard !owners.isEmpty else { return false }
    return try Bool.fetchOne(
      db,
      sql: """
        WITH owner (id) AS (\(owners))
        SELECT NOT EXISTS (SELECT 1 FROM owner) OR EXISTS (SELECT 1 FROM owner WHERE id = :me)
        """, arguments: ["id": change.id, "me": partner]) == true
  }
}

extension ScopedTable {
  /// Whether a row went out as it is here: what only its owner gets may be missing.
  func isAsSent(
    _ theirs: [DatabaseValue], _ ours: [DatabaseValue], _ columns: [String]
  ) -> Bool {
    let blanks = Dictionary(uniqueKeysWithValues: withheld.map { ($0.column, $0.blank) })
    return columns.indices.allSatisfy { place in
      if theirs[place] == ours[place] { return true }
      guard let blank = blanks[columns[place]] else { return false }
      return blank == "NULL" ? theirs[place].isNull : "\(theirs[place])" == blank
    }
  }
}

extension ParcelReceiving {
  /// Refuses the rows of a parcel that are another's, each alone, and names them; what was decided on a
  /// row as it is sent now stays.
  func refuseForeign(
    in content: Store, of sender: String, _ write: Transaction
  ) throws -> String? {
    let partner = try Partner.id(sender, in: write.db)
    guard try ForeignRows.areIn(content, of: partner, write.db) else { return nil }
    let parcel = try WaitingParcel(from: sender, store, write.db)
    // A workbook that came before is looked at first; then they wait as conflicts.
    guard !parcel.entry.header.isWorkbook else { return nil }
    let words = try parcel.words(write.db)
    var names: [String] = []
    for change in parcel.comparison.changes {
      guard let why = try ForeignRows.refusal(change, of: partner, write.db) else { continue }
      names.append("\(RowWords.noun(change.table)) \(words.code(change.table, change.id))")
      guard parcel.decision(change) == nil else { continue }
      try DecidedRow.save(.refuse, on: change, of: sender, because: why, write)
    }
    guard !names.isEmpty else { return nil }
    let more = names.count > 10 ? " and \(names.count - 10) more" : ""
    return
      "Not taken, since \(agreeing(names.count, "it does", "they do")) not belong to \(sender): "
      + "\(names.prefix(10).joined(separator: ", "))\(more)."
  }
}
