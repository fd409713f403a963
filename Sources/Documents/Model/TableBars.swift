/// Which columns of a table a chart of bars shows.
package struct TableBars: Hashable, Sendable {
  /// The column with the names of the bars.
  package let names: Int
  /// The column with their figures.
  package let figures: Int

  package init(names: Int, figures: Int) {
    self.names = names
    self.figures = figures
  }
}
