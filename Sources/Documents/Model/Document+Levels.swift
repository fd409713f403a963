extension Document {
  /// The blocks, each with the level of the heading that it belongs to: 1 below the title alone.
  var leveledBlocks: [(block: Block, level: Int)] {
    var level = 1
    return blocks.map { block in
      level = block.headingLevel ?? level
      return (block, level)
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
