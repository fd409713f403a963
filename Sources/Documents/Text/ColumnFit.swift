/// Which columns of a table are beside each other on a terminal, and how wide each of them is.
struct ColumnFit {
  /// The positions of the columns that are left.
  let columns: [Int]
  /// The width of every column; of no meaning for one that left.
  let widths: [Int]

  /// One column as it wants to be.
  struct Wish {
    let rank: ColumnRank
    /// The width that its heading and its values take.
    let natural: Int
    /// Down to here its values can still be read.
    let comfortable: Int
    /// Down to here its words are whole, those of its heading too.
    let least: Int
    /// Less would tell something wrong; a heading is divided before.
    var bare: Int?
    let isEmpty: Bool
    /// Whether it has nothing but amounts of zero.
    var isZero = false
    /// The most lines of one of its cells; nil where all of them are shown.
    var lines: Int?
  }

  /// The blanks between two columns.
  static let gap = 2

  /// Lets columns leave and others give way until the rest fits; nil where it cannot.
  ///
  /// Empty columns leave first, and of equals those of nothing but zeros. A column of words gives way
  /// before another one leaves, as long as its words can be read; before a wanted one leaves, down to
  /// the least. Headings are divided where all that is left cannot leave.
  init?(_ wishes: [Wish], width: Int) {
    var kept = Array(wishes.indices)
    func excess(_ size: (Wish) -> Int) -> Int {
      kept.reduce(0) { $0 + size(wishes[$1]) } + Self.gap * max(0, kept.count - 1) - width
    }
    func drop(_ victims: [Int]) -> Bool {
      let victim = victims.min {
        (wishes[$0].rank, wishes[$0].isZero ? 0 : 1, -$0)
          < (wishes[$1].rank, wishes[$1].isZero ? 0 : 1, -$1)
      }
      guard let victim else { return false }
      kept.removeAll { $0 == victim }
      return true
    }
    while excess(\.natural) > 0, drop(kept.filter { wishes[$0].isEmpty }) {}
    while excess(\.comfortable) > 0, drop(kept.filter { wishes[$0].rank < .main }) {}
    while excess(\.least) > 0, drop(kept.filter { wishes[$0].rank == .wanted }) {}
    let bare = { (wish: Wish) in wish.bare ?? wish.least }
    guard excess(bare) <= 0 else { return nil }
    var widths = wishes.map(\.natural)
    for limit in [wishes.map(\.comfortable), wishes.map(\.least), wishes.map(bare)] {
      while kept.reduce(0, { $0 + widths[$1] }) + Self.gap * max(0, kept.count - 1) > width {
        let widest = kept.filter { widths[$0] > limit[$0] }
          .max { (widths[$0], $1) < (widths[$1], $0) }
        guard let widest else { break }
        widths[widest] -= 1
      }
    }
    columns = kept
    self.widths = widths
  }
}

extension Table {
  /// How much a column matters: as it says, else by the first of its cells that is not empty.
  func rank(of column: Int) -> ColumnRank {
    if let rank = columns[column].rank { return rank }
    switch rows.lazy.map({ $0[column] }).first(where: { $0 != .empty }) {
    case .day, .money, .state: return .key
    case .integer, .decimal: return column == shownColumns.first ? .main : .wanted
    default: break
    }
    if columns[column].kind == .form("command") { return .key }
    if column == shownColumns.first { return .main }
    switch columns[column].kind {
    case .day, .amount: return .key
    case .flag, .list, .listOf, .link: return .minor
    case .number, .form: return .wanted
    case .text, .word: return .usual
    }
  }
}
