internal import GRDB

/// The table of a kind of record, and how their codes stand in it.
package struct RecordTable<Code: RecordCode>: Sendable {
  let name: String
  /// The columns of the code.
  let columns: [String]
  /// The SQL that selects what `read` reads.
  let selections: [String]
  /// The SQL of the order in which records are listed.
  let order: String
  /// The values of the code's columns.
  ///
  /// Throws the problem of what the code names when that is missing, such as a work package.
  let bind: @Sendable (Code, RecordContext) throws -> [DatabaseValue]
  /// The code whose columns stand in a row from a position on.
  let read: @Sendable (Row, Int) throws -> Code
}

extension RecordTable where Code: NumberedCode {
  static func numbered(_ name: String) -> RecordTable {
    RecordTable(
      name: name, columns: ["number"], selections: ["\(name).number"], order: "\(name).number",
      bind: { code, _ in [code.number.databaseValue] },
      read: { row, at in try row.stored(at, "number") { Code(number: $0) } })
  }
}

extension RecordTable where Code: PartCode {
  /// Records that belong to a work package.
  static func parts(_ name: String, of whole: RecordTarget) -> RecordTable {
    let column = "\(whole.table)_id"
    return RecordTable(
      name: name, columns: [column, "number"],
      selections: [
        "(SELECT number FROM \(whole.table) WHERE id = \(name).\(column)) AS whole",
        "\(name).number",
      ], order: "whole, \(name).number",
      bind: { code, context in
        [
          try context.id(code.workPackage.description, in: whole).databaseValue,
          code.number.databaseValue,
        ]
      },
      read: { row, at in
        let package = try row.stored(at, column) { WorkPackageCode(number: $0) }
        return try row.stored(at + 1, "number") { Code(workPackage: package, number: $0) }
      })
  }
}

extension RecordTable {
  /// Records whose code is stored as it is written; case tells no two of them apart.
  static func named(_ name: String, order: String) -> RecordTable {
    RecordTable(
      name: name, columns: ["code"], selections: ["\(name).code"], order: order,
      bind: { code, _ in [code.description.databaseValue] },
      read: { row, at in try row.stored(at, "code") { try? Code($0) } })
  }
}
