internal import Basics
internal import Foundation
internal import GRDB

/// The rows of a parcel that are not taken whatever is decided, each with its reason.
///
/// Each is read as a record before it is applied, as a check of the project reads those that are there:
/// one value that cannot be read would stop every list.
struct UnfitRows {
  private let comparison: ParcelComparison
  private let sender: String
  /// The numbers that the sender gives; nil where it may change those of all.
  private let numbers: ClosedRange<Int64>?
  private let ownIDs: ClosedRange<Int64>
  /// Those that the sender's file gives.
  private let sentIDs: ClosedRange<Int64>
  private let categories: Set<String>
  private let db: Database

  /// Of a partner's parcel the numbers are looked at as well.
  init(
    _ comparison: ParcelComparison, of header: ParcelHeader, partner: Int64?, _ db: Database
  ) throws {
    self.comparison = comparison
    sender = header.sender
    sentIDs = FileIdentity.ids(of: header.replica)
    self.db = db
    numbers = partner.map {
      let first = Int64(RowID($0).running) * CopyIdentity.numbersEach
      return (first + 1)...(first + CopyIdentity.numbersEach - 1)
    }
    categories = try Set(CostCategories.of(db).codes)
    ownIDs = try FileIdentity.ids(of: FileIdentity.number(db))
  }

  func reasons() throws -> [Changeset.Row: String] {
    try comparison.changes.reduce(into: [:]) { reasons, change in
      if let reason = try reason(change) { reasons[change.row] = reason }
    }
  }

  private func reason(_ change: RowChange) throws -> String? {
    if change.table == "consent", let reason = kept(change) { return reason }
    guard let theirs = change.theirs else { return nil }
    if let reason = number(change, theirs) { return reason }
    for (place, value) in theirs.enumerated() where change.here?[place] != value {
      if let reason = ParcelValue.reason(value, of: change.table, change.columns[place]) {
        return reason
      }
    }
    if ["cost_line", "cost_estimate"].contains(change.table),
      let place = change.columns.firstIndex(of: "category"), change.here?[place] != theirs[place],
      !categories.contains(ParcelValue.cut(theirs[place]))
    {
      return "Category is not one of the project: \(ParcelValue.cut(theirs[place]))"
    }
    return try record(change, theirs)
  }

  /// Lines of a log of consents are added alone; they go with their contact, or to the one it is merged
  /// into.
  private func kept(_ change: RowChange) -> String? {
    guard let ours = change.here, let place = change.columns.firstIndex(of: "contact_id"),
      case .int64(let contact) = ours[place].storage
    else { return nil }
    let isGone = comparison.changes.contains {
      $0.table == "contact" && $0.id == contact && $0.theirs == nil
    }
    guard !(isGone && change.theirs == nil) else { return nil }
    if isGone, var moved = change.theirs {
      moved[place] = ours[place]
      if moved == ours { return nil }
    }
    return "a line of consent is never changed or removed; a new one says what is so now"
  }

  /// A number of the range of another copy, which gives it to something else.
  private func number(_ change: RowChange, _ theirs: [DatabaseValue]) -> String? {
    guard let numbers, SharedScope.table(change.table)?.isNumberedByCopies == true,
      let place = change.columns.firstIndex(of: "number"),
      case .int64(let number) = theirs[place].storage, !numbers.contains(number),
      // What was made here, or is known, has the number that it was given.
      change.here?[place] != theirs[place], change.base?[place] != theirs[place],
      !ownIDs.contains(change.id),
      // A coordinator that was restored gave it as another file.
      number >= CopyIdentity.numbersEach || sentIDs.contains(change.id)
    else { return nil }
    return "its number \(number) is not of \(sender), whose numbers begin at \(numbers.lowerBound)"
  }

  /// A value that no record of the kind has; what the row refers to may be in the parcel alone.
  private func record(_ change: RowChange, _ theirs: [DatabaseValue]) throws -> String? {
    guard let read = RowWords.reader(change.table) else { return nil }
    var found = try read(change.columns, theirs, db)
    if found == .inPart {
      found = try comparison.theirs.read { try read(change.columns, theirs, $0) }
    }
    guard case .unfit(let heading, let column) = found else { return nil }
    let place = column.flatMap { change.columns.firstIndex(of: $0) }
    // What is so here already did not come in the parcel.
    if let place, change.here?[place] == theirs[place] { return nil }
    let value = place.map { ": \(ParcelValue.cut(theirs[$0]))" } ?? ""
    return "\(heading) cannot be read\(value)"
  }
}

/// Values of rows that another program wrote, by the columns they stand in.
enum ParcelValue {
  /// The longest text that is taken, as of a field of a list.
  static let mostBytes = 1_000_000
  private static let mostShown = 40

  private static let days: Set<String> = [
    "read_on", "happened_on", "starts_on", "ends_on", "available_from", "available_to",
    "assessed_on", "signed_on", "approved_on", "due_on", "done_on", "obtained_on", "valid_to",
    "incurred_on", "paid_on", "basis_date", "decided_on",
  ]
  private static let unread: Set<String> = ["match_key", "fingerprint", "digest", "id"]

  /// Why a value cannot stand in a column; nil where it can, as far as the column alone says.
  static func reason(_ value: DatabaseValue, of table: String, _ column: String) -> String? {
    let heading = RowWords.heading(table, column)
    switch value.storage {
    case .null, .double, .blob: return nil
    case .int64(let number):
      guard !column.hasSuffix("_id"), !unread.contains(column) else { return nil }
      let most = column.hasSuffix("_cents") ? Money.most.cents : 1 << 53 - 1
      return number.magnitude <= most.magnitude ? nil : "\(heading) is too large: \(number)"
    case .string(let text):
      guard text.utf8.count <= mostBytes else {
        return "\(heading) has \(text.utf8.count) bytes; the maximum is \(mostBytes)"
      }
      let isRead =
        switch (table, column) {
        case (_, "extra"): value.isObjectOfJSON
        case ("timesheet", "worked_on"): WorkDate(stored: text) != nil
        case ("consent", "scope"): ConsentScope(text) != nil
        // Records say themselves what they have days in.
        default:
          !days.contains(column) || RowWords.reader(table) != nil
            || SharedScope.table(table)?.isOfCoordinator == true || Day(iso: text) != nil
        }
      return isRead ? nil : "\(heading) cannot be read: \(cut(value))"
    }
  }

  /// A value as one line of a review.
  static func cut(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: ""
    case .int64(let number): "\(number)"
    case .double(let number): "\(number)"
    case .blob(let data): "\(data.count) bytes"
    case .string(let text): cut(text, mostShown)
    }
  }

  /// A text that is longer than any that is taken, cut; others as they are.
  static func taken(_ text: String) -> String {
    text.utf8.count > mostBytes ? cut(text, mostShown) : text
  }

  static func cut(_ text: String, _ most: Int) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count > most ? line.prefix(most - 1) + "…" : line
  }
}

extension DatabaseValue {
  /// Whether it is an object of JSON, as columns of a list that no field has are kept.
  fileprivate var isObjectOfJSON: Bool {
    guard case .string(let text) = storage else { return false }
    let object = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    return object is [String: Any]
  }
}
