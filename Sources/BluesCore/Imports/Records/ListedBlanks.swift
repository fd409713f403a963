/// Counts the cells of one list that held a word for nothing and are read as blank.
struct ListedBlanks {
  /// The rows that have such cells, and the cells.
  private(set) var rows = 0
  private(set) var cells = 0
  /// The places of the first of them.
  private(set) var first: [PlacedWarning] = []

  /// Counts those of a row that is taken, by the numbers of their columns.
  mutating func count(_ columns: [Int], line: Int) {
    guard !columns.isEmpty else { return }
    rows += 1
    cells += columns.count
    for column in columns where first.count < ImportOutcome.shownRejections {
      first.append(
        PlacedWarning(
          line: line, column: column, rule: ContactRule.blankWord.rawValue,
          reason: BlankWords.reason))
    }
  }

  /// What is to be told of them where no warnings are listed.
  var remarks: [String] {
    guard cells > 0 else { return [] }
    let words = cells == 1 ? "1 word that means" : "\(cells) words that mean"
    return ["\(words) no value, read as blank"]
  }
}

extension ImportOutcome {
  /// Takes over what was noticed in the rows of a list that are taken.
  mutating func take(_ blanks: ListedBlanks) {
    guard blanks.cells > 0 else { return }
    warned += blanks.rows
    warningsByRule[.blankWord, default: 0] += blanks.cells
    firstWarnings += blanks.first
  }
}
