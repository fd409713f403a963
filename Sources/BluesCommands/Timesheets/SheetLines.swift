internal import Basics
internal import BluesCore
internal import Tabular

/// The first lines of a list as they are, for what is above its table.
struct SheetLines {
  /// The number of a line and its cells.
  struct Line {
    let number: Int
    let cells: [String]
  }

  private(set) var lines: [Line] = []

  /// How many lines are looked at.
  private static let most = 40

  /// Reads them with the encoding and delimiter of the list.
  init(of file: String, _ options: ReadingOptions) throws {
    var options = options
    options.hasHeader = false
    options.preambleLines = 0
    let reader = try RowReader(source: .file(at: file), options: options)
    do {
      try reader.forEach { row in
        guard lines.count < Self.most else { throw EnoughLines() }
        lines.append(Line(number: row.line, cells: row.texts.map { CellText.trimmed($0) }))
      }
    } catch is EnoughLines {}
  }

  /// The line of a monthly sheet whose cells count the days: 1, 2, 3; nil where there is none.
  var dayLine: Int? {
    lines.first { line in
      line.cells.indices.dropLast(2).contains { index in
        line.cells[index...].prefix(3).elementsEqual(["1", "2", "3"])
      }
    }?.number
  }

  /// The cells of the lines above one.
  func above(_ number: Int) -> [[String]] {
    lines.filter { $0.number < number }.map(\.cells)
  }

  /// Ends the look at the first lines.
  private struct EnoughLines: Error {}
}
