internal import Basics

/// Whether delimiters stand behind the last heading or the last cell of rows, as some programs put
/// them there, and how many rows had them.
struct TrailingDelimiters {
  /// Number of headings up to the last that says something.
  private let named: Int
  private let width: Int
  /// Whether rows may have blank cells beyond the headings.
  private let takesMore: Bool
  /// Whether rows may lack the cells that have no heading.
  private let takesFewer: Bool
  private var more = 0
  private var fewer = 0

  /// It takes the habit of most rows of the sample: one row alone with a blank cell too many may
  /// as well have lost a quote.
  init(header: [String], records: [DelimitedSample.Record]) {
    width = header.count
    let last = header.lastIndex { !$0.utf8.allSatisfy(CardText.isBlank) }
    let named = last.map { $0 + 1 } ?? header.count
    self.named = named
    let rows = records.filter { !$0.isBlank && $0.cells >= named }
    let beyond = rows.count { $0.filled > named }
    let surplus = rows.count { $0.cells > header.count && $0.filled <= named }
    takesMore = surplus * 2 >= rows.count - 1 && surplus > 0 && beyond * 2 <= surplus
    takesFewer = named < header.count && beyond == 0
  }

  /// Whether a row of another number of cells than there are headings stands all the same.
  mutating func take(_ cells: UnsafeBufferPointer<Cell>) -> Bool {
    if cells.count < width {
      guard takesFewer, cells.count >= named else { return false }
      fewer += 1
      return true
    }
    let isBlank = cells[width...].allSatisfy { cell in
      UnsafeBufferPointer(start: cell.start, count: cell.count).allSatisfy(CardText.isBlank)
    }
    guard takesMore, isBlank else { return false }
    more += 1
    return true
  }

  /// What is to be told of them.
  var remarks: [String] {
    var remarks: [String] = []
    if fewer > 0 { remarks.append("the headings end in a delimiter that rows do not have") }
    if more > 0 {
      let rows = "\(counted(more, "row")) \(agreeing(more, "ends", "end"))"
      remarks.append("\(rows) in a delimiter with nothing after it, which is ignored")
    }
    return remarks
  }
}
