internal import Tabular

/// What a reader says of a table, whichever way its bytes come.
///
/// A table that is refused part of the way may have shown more or less of itself before.
struct Account: Equatable {
  var header: [String]?
  var lines: [Int] = []
  var cells: [[[UInt8]]] = []
  var faults: [RowFault?] = []
  var end: String?

  init(_ bytes: [UInt8], _ options: ReadingOptions) {
    do {
      let reader = try RowReader(source: .bytes(bytes), options: options)
      header = reader.header
      try reader.forEach { row in
        lines.append(row.line)
        cells.append((0..<row.count).map { Array(row[$0]) })
        faults.append(row.fault)
      }
    } catch {
      self = Account(refusedFor: "\(error)")
    }
  }

  /// Whether the whole table was read without a fault.
  var isSound: Bool { end == nil && faults.allSatisfy { $0 == nil } }

  private init(refusedFor reason: String) {
    end = String(reason.prefix { $0 != "(" })
  }
}
