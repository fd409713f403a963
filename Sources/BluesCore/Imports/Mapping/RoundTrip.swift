internal import Basics
internal import Documents

/// The columns by which a list shows that blues exported it, and what they say.
///
/// Such a list comes in again to the same state: each row is the contact of its `blues_id`, where
/// the project has that; columns that no field takes are kept without being asked for.
enum RoundTrip {
  static let id = ImportField(ContactRows.idColumn)
  static let partner = ImportField("partner")
  static let source = ImportField("source")

  static let fields = [id, partner, source]

  /// The fields that columns may go to in a list of contacts with these headings.
  static func fields(of headings: [String]) -> [ImportField] {
    ContactHeadings.fields + (isOne(headings) ? fields : [])
  }

  static func isOne(_ headings: [String]) -> Bool {
    headings.contains { $0.isSame(as: ContactRows.idColumn) }
  }

  /// Reads `C17@1234567` as the number of the row; nil for anything else, and for another letter.
  static func rowID(_ text: String, letter: UInt8 = 0x43) -> Int64? {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].first?.raised == letter,
      let running = wholeNumber(parts[0].dropFirst()), running < 1 << 32,
      let file = wholeNumber(parts[1]), file < 1 << 31
    else { return nil }
    return Int64(file) << 32 | Int64(running)
  }
}

extension Contact {
  /// The columns of our own list of contacts; exports show themselves by their `blues_id`.
  ///
  /// Senders' lists have many of the names, so a list of ours has all of them.
  static let ownColumns = OwnColumns(
    listed: fields.map(\.column), exported: [], fewAreEnough: false)
}
