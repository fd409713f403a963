internal import Basics
internal import Tabular

/// Reads the days of one list in the order that each column has in all its cells, and counts those
/// that say less or more than a day.
struct ListedDays {
  let order: DateOrder?
  /// By the index of a column: the order that some of its cells leave no doubt of.
  private var settled: [Int: DateOrder] = [:]
  private var told: [DateOrder: Int] = [:]
  /// Dates that could be two, and are read like the others of their column.
  private var alike: [DateOrder: Int] = [:]
  private var times = 0

  init(order: DateOrder?) {
    self.order = order
  }

  /// Settles the order of columns; the rows are looked at only where the first of them have a date
  /// that could be two.
  init(_ columns: [Int], _ reader: RowReader, order: DateOrder?) throws {
    self.order = order
    guard order == nil, !columns.isEmpty else { return }
    let sample = try reader.firstRows(Mapping.sampledRows)
    let open = columns.filter { column in
      sample.contains { column < $0.count && WrittenDay.isEitherWay($0[column].trimmed) }
    }
    guard !open.isEmpty else { return }
    var seen: [Int: Set<DateOrder>] = [:]
    for row in try reader.firstRows(ListReader.rowsAhead) where !TotalsRow.isTold(row) {
      for column in open where column < row.count {
        guard let order = WrittenDay.order(of: row[column].trimmed) else { continue }
        seen[column, default: []].insert(order)
      }
    }
    settled = seen.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// A day in ISO form; any other text as it is.
  mutating func read(_ text: String, _ column: Int) -> String {
    guard text.utf8.first?.isDigit == true else { return text }
    if let found = WrittenDay(text, order: order) {
      if let order = found.told { told[order, default: 0] += 1 }
      if found.hasTime { times += 1 }
      return found.day.description
    }
    guard let order = settled[column], let found = WrittenDay(text, order: order) else {
      return text
    }
    alike[order, default: 0] += 1
    if found.hasTime { times += 1 }
    return found.day.description
  }

  /// What is to be told of them.
  var remarks: [String] {
    var remarks: [String] = []
    for order in DateOrder.allCases {
      if let count = told[order] {
        remarks.append(
          "\(counted(count, "date")) read as \(order.words), the only possible order")
      }
      if let count = alike[order] {
        remarks.append(
          "\(counted(count, "date")) read as \(order.words), like the others of the column")
      }
    }
    if times > 0 { remarks.append("\(counted(times, "time")) of day left out") }
    return remarks
  }
}
