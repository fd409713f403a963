/// Blocks that go on pages of one orientation, with their levels and numbers.
struct PageGroup {
  let isWide: Bool
  var blocks: [(block: Block, level: Int, number: Int)] = []
}

extension Document {
  /// The blocks by the orientation of their pages: a wide table takes the heading above it along.
  ///
  /// Where half of the tables are wide, all pages are.
  var pageGroups: [PageGroup] {
    let leveled = leveledBlocks
    var isWide = leveled.map { $0.block.isWide }
    let tables = leveled.count { $0.block.isFilledTable }
    if isWide.count(where: \.self) * 2 >= max(1, tables) {
      isWide = isWide.map { _ in true }
    } else {
      for index in isWide.indices.reversed().dropFirst()
      where leveled[index].block.headingLevel != nil {
        isWide[index] = isWide[index + 1]
      }
      // What no page shows begins none.
      for index in isWide.indices.dropFirst() where leveled[index].block.isData {
        isWide[index] = isWide[index - 1]
      }
    }
    var groups: [PageGroup] = []
    for (index, item) in leveled.enumerated() {
      if groups.last?.isWide != isWide[index] { groups.append(PageGroup(isWide: isWide[index])) }
      groups[groups.count - 1].blocks.append((item.block, item.level, index + 1))
    }
    return groups
  }
}

extension Block {
  /// Whether it is a table with rows.
  fileprivate var isFilledTable: Bool {
    guard case .table(let table, _) = self else { return false }
    return !table.isEmpty
  }

  fileprivate var isData: Bool {
    if case .data = self { true } else { false }
  }

  /// Whether it is a table that does not fit an upright page.
  fileprivate var isWide: Bool {
    guard case .table(let table, _) = self, !table.isEmpty else { return false }
    return table.shownColumns.map { table.need(of: $0) }.reduce(0, +) > Table.upright
  }
}

extension Table {
  /// Letters that fit beside each other on an upright page.
  static let upright = 110
  /// Rows that are looked at.
  private static let looked = 200
  /// A text of more letters goes on in another line.
  private static let broken = 26

  /// About how many letters wide a column wants to be.
  func need(of column: Int) -> Int {
    var longest = min(DisplayWidth.of(columns[column].heading), Self.broken / 2)
    var isAmount = false
    for row in rows.prefix(Self.looked) {
      longest = max(longest, min(DisplayWidth.of(row[column].reported), Self.broken))
      if case .money = row[column] { isAmount = true }
    }
    // The sum below an amount is longer and bold, and its thousands are apart.
    if isAmount, let sum = total?[column] { longest = max(longest, DisplayWidth.of(sum.shown) + 1) }
    return longest + 2
  }
}
