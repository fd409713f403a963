internal import Basics

/// Finds the line of the headings where a title or a few notes are above them.
package struct HeadingLine: Sendable {
  /// A line of a list with its number, counted from 1, and its cells.
  package struct Line: Sendable {
    package let number: Int
    package let cells: [String]

    package init(number: Int, cells: [String]) {
      self.number = number
      self.cells = cells
    }
  }

  private let fields: [ImportField]
  /// Headings that the person maps, which count like known ones.
  private let mapped: Set<String>

  package init(_ fields: [ImportField], mapped: [String]) {
    self.fields = fields
    self.mapped = Set(mapped.map(ImportField.key))
  }

  /// The number of the first line that names at least two fields; nil where it is the first line, or
  /// where a line above it has more than two cells and so may be headings or a row.
  package func find(in lines: [Line]) -> Int? {
    let words = FieldWords(fields)
    var widest = 0
    for line in lines {
      let cells = line.cells.map(\.trimmed).filter { !$0.isEmpty }
      if cells.first?.hasPrefix("#") == true || cells.first?.hasPrefix("sep=") == true {
        return nil
      }
      let named = Set(
        cells.compactMap { cell -> String? in
          let key = ImportField.key(cell)
          return mapped.contains(key) ? key : words.field(answeringTo: cell)?.name
        })
      if named.count > 1, cells.count > widest { return widest > 0 ? line.number : nil }
      widest = max(widest, cells.count)
      guard widest <= Self.mostAbove else { return nil }
    }
    return nil
  }

  /// The cells that a line above the headings has at most: a label and its value.
  package static let mostAbove = 2
}
