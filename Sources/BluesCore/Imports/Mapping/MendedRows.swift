internal import Basics
internal import GRDB

/// What is known of the list whose rejected rows a file holds.
///
/// The list's import left these rows out and took others. Where a mended row is of a record that another
/// row was of, none of the two figures takes the place of the other unseen.
struct MendedRows: Sendable {
  /// The step by which the list came in; rows of an earlier one are of an earlier list.
  let since: Int64
  /// The steps by which this very file came in before.
  let own: Set<Int64>
  /// The records that the list's other rows were of; nil where that is not known.
  private let others: Set<String>?
  /// The records that rows of this very file were of when it came in before.
  private let ours: Set<String>

  /// Nil for a list that is none of mended rows: neither its name nor its columns say so.
  init?(of fileName: String, _ header: [String], kind: String, _ db: Database) throws {
    guard Self.isOne(fileName, header) else { return nil }
    let imports = try ListImport.standing(kind, db)
    let lists = imports.filter { !ListName.isOfRejects($0.fileName) }
    let list = ListName.list(fileName)
    let same = lists.first { ListName.list($0.fileName) == list }
    since = (same ?? lists.first)?.step ?? .max
    let again = imports.filter { $0.fileName == fileName }
    own = Set(again.map(\.step))
    ours = Set(again.flatMap { $0.given ?? [] })
    others = same.flatMap { same in
      let given = imports.filter {
        $0.step >= same.step && $0.fileName != fileName && ListName.list($0.fileName) == list
      }.map(\.given)
      return given.contains(nil) ? nil : Set(given.flatMap { $0 ?? [] })
    }
  }

  /// Whether a file holds mended rows of a list.
  static func isOne(_ fileName: String, _ header: [String]) -> Bool {
    ListName.isOfRejects(fileName) || header.starts(with: Mapping.ownHeadings.dropLast())
  }

  /// Whether a known record may have its figures from another row of the list.
  func mayHaveGiven(_ record: String) -> Bool {
    !ours.contains(record) && others?.contains(record) != false
  }
}
