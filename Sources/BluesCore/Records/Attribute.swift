package import Documents
internal import GRDB

/// One thing that can be said or known of a record: how it is named, read, shown and stored.
///
/// Options, list columns, import headings, exports and SQL are derived from it. It is a class, since
/// an import goes through all attributes at every row, and a struct of so many parts costs more to
/// copy than a cell to read.
package final class Attribute<R: Record>: Sendable {
  /// The name in lists, JSON, `--columns`, `--map` and exports, in snake_case.
  package let name: String
  /// The heading that people read.
  package let heading: String
  /// What it is, as the help of its option says.
  package let help: String
  /// What senders' lists call it, as `ImportField` reads it.
  package let headings: String
  package let kind: AttributeKind
  package let uses: AttributeUses
  /// The option without its dashes.
  package let option: String
  /// How a record's value looks in a list.
  package let cell: @Sendable (R) -> Cell
  /// Reads what was said; nil for what is worked out.
  let read: (@Sendable ([String], inout R, RecordContext) throws -> Void)?
  /// Takes the value away; nil where a record cannot be without one.
  let clear: (@Sendable (inout R) -> Void)?
  let storage: AttributeStorage<R>?
  /// How much its column matters on a narrow terminal; nil where its cells say.
  let rank: ColumnRank?

  init(
    _ name: String, _ heading: String, _ help: String = "", headings: String = "",
    kind: AttributeKind, uses: AttributeUses, option: String? = nil,
    cell: @escaping @Sendable (R) -> Cell,
    read: (@Sendable ([String], inout R, RecordContext) throws -> Void)? = nil,
    clear: (@Sendable (inout R) -> Void)? = nil, storage: AttributeStorage<R>? = nil,
    rank: ColumnRank? = nil
  ) {
    self.name = name
    self.heading = heading
    self.help = help
    self.headings = headings
    self.kind = kind
    self.uses = uses
    self.option = option ?? Self.hyphened(name)
    self.cell = cell
    self.read = read
    self.clear = clear
    self.storage = storage
    self.rank = rank
  }

  package var canBeCleared: Bool { clear != nil }

  /// Whether an import reads it.
  package var isRead: Bool { uses.contains(.listed) || uses.contains(.column) }

  /// Whether lists for people and programs have a column of it.
  var isColumn: Bool { uses.isEmpty || !uses.subtracting([.column, .told]).isEmpty }

  /// The same attribute, which in lists is left to the register's check, since other columns
  /// have a say in it.
  func settledInLists() -> Attribute {
    let read = read
    return with(rank: rank) { texts, record, context in
      if case .list = context.origin { return }
      try read?(texts, &record, context)
    }
  }

  /// The same attribute, whose column has a rank of its own.
  func ranked(_ rank: ColumnRank) -> Attribute { with(rank: rank, read: read) }

  private func with(
    rank: ColumnRank?, read: (@Sendable ([String], inout R, RecordContext) throws -> Void)?
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: kind, uses: uses, option: option, cell: cell,
      read: read, clear: clear, storage: storage, rank: rank)
  }

  /// Its column of a list.
  package var field: Field<R> {
    Field(
      name, heading, help, kind: kind.column, shown: uses.contains(.shown), rank: rank, cell: cell)
  }

  private static func hyphened(_ name: String) -> String {
    String(name.map { $0 == "_" ? "-" : $0 })
  }
}

/// Where an attribute takes part.
package struct AttributeUses: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// In lists for people, unasked; data formats have every attribute.
  package static let shown = AttributeUses(rawValue: 1)
  /// As an option of add and set.
  package static let option = AttributeUses(rawValue: 2)
  /// As a column of imports and exports.
  package static let listed = AttributeUses(rawValue: 4)
  /// As a column of imports alone, which says in other words what another attribute says.
  package static let column = AttributeUses(rawValue: 32)
  /// As the second argument of add; set takes it as an option.
  package static let argument = AttributeUses(rawValue: 8)
  /// A list that adds a record has to say it.
  package static let neededInLists = AttributeUses(rawValue: 16)
  /// As an option of set alone: why a change is made, which the record does not keep.
  package static let told = AttributeUses(rawValue: 64)

  package static let all: AttributeUses = [.shown, .option, .listed]
  package static let hidden: AttributeUses = [.option, .listed]
}

/// How the values of an attribute stand in the database.
final class AttributeStorage<R: Record>: Sendable {
  /// The columns of the record's table; none where links to other records stand in a table.
  let columns: [String]
  /// The SQL that selects what `load` reads, as many as it reads.
  let selections: [String]
  /// Reads the values that stand in a row from a position on.
  let load: @Sendable (Row, Int, inout R) throws -> Void
  /// The values of the columns.
  let bind: @Sendable (R, RecordContext) throws -> [DatabaseValue]
  /// The links that take the place of a column, and the codes they lead to.
  let links: RecordLinks?
  let codes: @Sendable (R) -> [String]

  init(
    columns: [String], selections: [String]? = nil,
    load: @escaping @Sendable (Row, Int, inout R) throws -> Void,
    bind: @escaping @Sendable (R, RecordContext) throws -> [DatabaseValue]
  ) {
    self.columns = columns
    self.selections = selections ?? columns
    self.load = load
    self.bind = bind
    links = nil
    codes = { _ in [] }
  }

  init(
    _ links: RecordLinks, codes: @escaping @Sendable (R) -> [String],
    load: @escaping @Sendable (Row, Int, inout R) throws -> Void
  ) {
    columns = []
    selections = [links.selection]
    self.load = load
    bind = { _, _ in [] }
    self.links = links
    self.codes = codes
  }
}

/// A table that links records of one kind to records of another.
struct RecordLinks: Sendable {
  let table: String
  /// The table of the records that have the links; the column of theirs is called after it.
  let owner: String
  /// The column of the records that are linked to.
  let other: String
  let target: RecordTarget
  /// Whether they stand in the order of the targets, not in that in which the links were made.
  let isOrderedByTarget: Bool

  var ownerColumn: String { "\(owner)_id" }

  /// The SQL of the others' codes, a line each.
  var selection: String {
    """
    (SELECT group_concat(code, char(10))
     FROM (SELECT \(target.code) AS code
           FROM \(table) AS link JOIN \(target.table) AS target ON target.id = link.\(other)
           WHERE link.\(ownerColumn) = \(owner).id
           ORDER BY \(isOrderedByTarget ? target.order : "link.id")))
    """
  }
}
