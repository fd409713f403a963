internal import Basics
internal import GRDB

/// How a row that is not in the table yet reads as a record.
enum StatedRow: Equatable {
  case fit
  /// What it refers to was not found, so that not all of it was read.
  case inPart
  /// A value that no record of the kind has: what lists call it, and the column that it stands in.
  case unfit(heading: String, column: String?)
}

extension Register {
  /// Reads values by column as a record.
  ///
  /// What the row refers to may be missing: it can come with it.
  func reading(
    _ columns: [String], _ values: [DatabaseValue], _ db: Database
  ) throws -> StatedRow {
    let stated = columns.indices.map { "?\($0 + 1) AS \(columns[$0])" }.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "\(sql.selection) FROM (SELECT \(stated)) AS \(table.name)")
    guard let row = try Row.fetchOne(statement, arguments: StatementArguments(values)) else {
      return .inPart
    }
    let code: R.Code
    do {
      code = try table.read(row, 1)
    } catch let problem as UnreadValue {
      return problem.isOfNothing
        ? .inPart : .unfit(heading: heading, column: table.columns.last)
    } catch is any Problem {
      return .unfit(heading: heading, column: table.columns.last)
    }
    var record = R(code: code)
    var isAll = true
    var at = 1 + table.selections.count
    for (attribute, storage) in stored {
      do {
        try storage.load(row, at, &record)
      } catch let problem as UnreadValue {
        guard problem.isOfNothing else {
          return .unfit(heading: attribute.heading, column: storage.columns.first)
        }
        isAll = false
      } catch is any Problem {
        return .unfit(heading: attribute.heading, column: storage.columns.first)
      }
      at += storage.selections.count
    }
    return isAll ? .fit : .inPart
  }
}
