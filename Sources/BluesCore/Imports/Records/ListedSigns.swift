internal import Basics

/// Counts the characters that nobody sees in the cells of one list.
struct ListedSigns {
  /// Cells at whose ends such signs were, which are taken off.
  private var trimmed = 0
  private var firstTrimmed: String?
  /// Cells that have one inside, which stays, and the first of them.
  private var inside = 0
  private var firstInside: String?

  /// Looks at a cell and at what is left of it without blanks and signs around it.
  mutating func look(
    at cell: UnsafeBufferPointer<UInt8>, without ends: UnsafeBufferPointer<UInt8>,
    _ heading: String, line: Int
  ) {
    if cell.count > ends.count + 1, let sign = CellText.invisibleEnd(cell, without: ends) {
      trimmed += 1
      firstTrimmed = firstTrimmed ?? sign.name
    }
    guard CellText.hasInvisible(ends),
      let sign = InvisibleSign(in: String(decoding: ends, as: UTF8.self), joiners: false)
    else { return }
    inside += 1
    firstInside = firstInside ?? "\(sign.name) in \(heading) of line \(line), at \(sign.place)"
  }

  /// What is to be told of them.
  var remarks: [String] {
    var remarks: [String] = []
    if let firstTrimmed {
      remarks.append(
        "invisible characters such as \(firstTrimmed) left out at the ends of "
          + counted(trimmed, "cell"))
    }
    if let firstInside {
      let others = inside > 1 ? ", and in \(counted(inside - 1, "other cell"))" : ""
      remarks.append("invisible character \(firstInside)\(others)")
    }
    return remarks
  }
}
