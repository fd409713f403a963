internal import Basics

/// What is done to the cells of a column before fields take them, as a mapping file declares it.
package struct Transformation: Sendable, Equatable {
  /// What is done once the prefix is off.
  package enum Step: Sendable, Equatable {
    case name(NameSplit)
    case parts(CellSplit)
    case dates(DateColumn)
    /// A postcode and a town in one.
    case place
  }

  package var words: ValueWords?
  package var strip: PrefixStrip?
  package var step: Step?

  package init(words: ValueWords? = nil, strip: PrefixStrip? = nil, step: Step? = nil) {
    self.words = words
    self.strip = strip
    self.step = step
  }

  /// The parts of a cell, one for each field of the column; nil where there is none.
  package func parts(of cell: String) -> [String?] {
    let cell = words?.meaning(of: cell) ?? cell
    let text = strip?.stripped(cell) ?? cell
    guard !text.isEmpty else { return [] }
    switch step {
    case .name(let split): return split.parts(of: text)
    case .parts(let split): return split.parts(of: text)
    case .place: return PlaceSplit.parts(of: text)
    case .dates(let column): return [column.iso(text) ?? text]
    case nil: return [text]
    }
  }

  /// The same with what only the cells can tell: the order of day and month.
  func settled(
    by cells: [String], file: MappingFile, rule: ColumnRule
  ) throws(MappingFileProblem) -> Transformation {
    guard case .dates(let column) = step, column.order == nil else { return self }
    let texts = cells.map { strip?.stripped($0) ?? $0 }
    do throws(DateColumn.Undecided) {
      return Transformation(
        words: words, strip: strip, step: .dates(DateColumn(order: try DateColumn.order(of: texts)))
      )
    } catch {
      throw file.problem(rule, error.sentence, hint: error.hint)
    }
  }
}
