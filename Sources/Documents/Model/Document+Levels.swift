extension Document {
  /// The blocks, each with the level of the heading that it belongs to: 1 below the title alone.
  var leveledBlocks: [(block: Block, level: Int)] {
    // Headings that skip a level are moved up, all of one level alike: readers of pages step from one
    // level to the next.
    var open: [(wanted: Int, given: Int)] = []
    return blocks.map { block in
      if let wanted = block.headingLevel {
        while let last = open.last, last.wanted >= wanted { open.removeLast() }
        open.append((wanted, (open.last?.given ?? 1) + 1))
      }
      return (block, open.last?.given ?? 1)
    }
  }
}

extension Block {
  /// The level of a heading, from 2 to 4; nil for what is none.
  var headingLevel: Int? {
    switch self {
    case .section: 2
    case .heading(_, let level): min(max(level, 2), 4)
    case .paragraph, .prose, .facts, .table, .gantt, .meters, .note, .signatures, .pageBreak, .data:
      nil
    }
  }
}
