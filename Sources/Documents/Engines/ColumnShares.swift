/// The widths of a table's columns on a page: no word is broken where there is room for all.
struct ColumnShares {
  /// About how many letters of a table fit beside each other on upright and on broad pages.
  private static let upright = 96.0
  private static let broad = 146.0
  /// How many more fit in small letters.
  private static let dense = 1.2
  /// How much wider bold letters are.
  private static let bold = 1.12
  /// The space between two columns, in letters.
  private static let gap = 2.6
  /// A longer word is an address, which may be broken.
  private static let word = 24.0
  /// A longer text goes on in another line.
  private static let text = 44.0
  /// Rows that are looked at.
  private static let looked = 200

  let table: Table
  let isWide: Bool

  /// The shares of the shown columns in per cent, 100 together, and whether its letters are small:
  /// where the words do not fit beside each other in the usual ones.
  var layout: (percents: [Int], isDense: Bool) {
    let needs = table.shownColumns.map(need)
    let usual = isWide ? Self.broad : Self.upright
    let isDense = needs.map(\.least).reduce(0, +) > usual
    return (Self.percents(needs, page: isDense ? usual * Self.dense : usual), isDense)
  }

  private static func percents(_ needs: [(least: Double, most: Double)], page: Double) -> [Int] {
    let least = needs.map(\.least).reduce(0, +)
    let most = needs.map(\.most).reduce(0, +)
    guard most > page, least < page, most > least else {
      return percents(needs.map { most > page ? $0.least : $0.most })
    }
    let spare = (page - least) / (most - least)
    return percents(needs.map { $0.least + ($0.most - $0.least) * spare })
  }

  /// The letters of the longest word and of the longest text of a column, with the gap.
  private func need(of column: Int) -> (least: Double, most: Double) {
    let heading = Self.lengths(of: table.columns[column].heading).word * Self.bold
    var (least, most) = (heading, heading)
    let cells =
      table.rows.prefix(Self.looked).map { $0[column] } + (table.total.map { [$0[column]] } ?? [])
    for cell in cells {
      let lengths = Self.lengths(of: cell.reported)
      switch cell {
      case .day: least = max(least, lengths.text)
      case .state: least = max(least, lengths.word * Self.bold)
      // Amounts stay in one line, and their thousands are apart.
      default: least = max(least, cell.isNumeric ? lengths.text + 1 : lengths.word)
      }
      most = max(most, lengths.text + 1)
    }
    least = min(least, Self.word)
    return (least + Self.gap, max(least, min(most, Self.text)) + Self.gap)
  }

  private static func lengths(of text: String) -> (word: Double, text: Double) {
    let words = text.split(separator: " ").map { DisplayWidth.of(String($0)) }
    return (Double(words.max() ?? 0), Double(DisplayWidth.of(text)))
  }

  /// Whole numbers in proportion; what rounding leaves goes to the first columns.
  private static func percents(_ needs: [Double]) -> [Int] {
    let sum = max(1, needs.reduce(0, +))
    var percents = needs.map { max(1, Int($0 * 100 / sum)) }
    var rest = 100 - percents.reduce(0, +)
    for index in percents.indices where rest > 0 {
      percents[index] += 1
      rest -= 1
    }
    return percents
  }
}
