/// Delimiters of other tables within the cells of one column, as `88,87,86` has them.
struct InnerDelimiters {
  static let all = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|")]
  private static let tab = 0

  /// Cells with each of the delimiters, no blank behind it.
  private var cells = [0, 0, 0, 0]
  /// Of those, cells whose parts are of several kinds, as neighbours in a row are, and not of
  /// one, as in a list.
  private var torn = [0, 0, 0, 0]
  /// Of those, cells of nothing but numbers.
  private var numbers = [0, 0, 0, 0]

  mutating func add(_ cell: UnsafeBufferPointer<UInt8>, without delimiter: UInt8) {
    var found: UInt8 = 0
    for (index, byte) in cell.enumerated() {
      switch byte {
      case UInt8(ascii: "\t"): found |= 1
      case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"):
        guard index + 1 < cell.count, cell[index + 1] != 0x20 else { continue }
        found |= byte == UInt8(ascii: ";") ? 2 : byte == UInt8(ascii: ",") ? 4 : 8
      default: continue
      }
    }
    if found == 0 { return }
    for (place, inner) in Self.all.enumerated() where found & (1 << place) != 0 {
      guard inner != delimiter else { continue }
      cells[place] += 1
      let kinds = Self.kinds(of: cell, at: inner)
      if kinds.hasNumbers, kinds.hasWords { torn[place] += 1 }
      if !kinds.hasWords { numbers[place] += 1 }
    }
  }

  private static func kinds(
    of cell: UnsafeBufferPointer<UInt8>, at inner: UInt8
  ) -> (hasNumbers: Bool, hasWords: Bool) {
    var kinds = (hasNumbers: false, hasWords: false)
    for part in cell.split(separator: inner) {
      let hasDigit = part.contains { (0x30...0x39).contains($0) }
      let isNumber = hasDigit && part.allSatisfy { $0 <= 0x3A && $0 >= 0x20 }
      if isNumber { kinds.hasNumbers = true } else { kinds.hasWords = true }
    }
    return kinds
  }

  /// Whether nearly every cell has the delimiter; so many records there are.
  func has(_ delimiter: UInt8, in records: Int) -> Bool {
    Self.all.firstIndex(of: delimiter).map { Self.isMost(cells[$0], of: records) } ?? false
  }

  /// Whether the delimiter tears nearly every cell; a tab tears all it stands in.
  func isTorn(by delimiter: UInt8, in records: Int) -> Bool {
    guard let place = Self.all.firstIndex(of: delimiter) else { return false }
    return Self.isMost(place == Self.tab ? cells[place] : torn[place], of: records)
  }

  /// Whether what the delimiter divides is numbers in nearly every cell.
  func hasNumbers(by delimiter: UInt8, in records: Int) -> Bool {
    Self.all.firstIndex(of: delimiter).map { Self.isMost(numbers[$0], of: records) } ?? false
  }

  private static func isMost(_ count: Int, of records: Int) -> Bool {
    records > 1 && count * 10 >= records * 8
  }
}

extension DelimitedSample {
  /// Whether this table is the outer one of two: its columns are each of one kind, while the other
  /// takes lists within the cells of this one for columns, and tears others.
  func isOutside(_ other: DelimitedSample) -> Bool {
    let rows = records.count { !$0.isBlank }
    let width = usualWidth
    let even = records.count { !$0.isBlank && $0.cells == width }
    guard width > 1, rows > 1, even * 10 >= rows * 9 else { return false }
    let all = other.records.count { !$0.isBlank }
    let inside = other.columns.indices.filter { other.columns[$0].has(delimiter, in: all) }
    let lists = columns.indices.filter { columns[$0].has(other.delimiter, in: rows) }
    guard !inside.isEmpty, !columns.contains(where: { $0.isTorn(by: delimiter, in: rows) }) else {
      return false
    }
    let isTab = delimiter == UInt8(ascii: "\t")
    let isBar = other.delimiter == UInt8(ascii: "|")
    let areNumbers = lists.allSatisfy { columns[$0].hasNumbers(by: other.delimiter, in: rows) }
    if other.columns.contains(where: { $0.isTorn(by: delimiter, in: all) }),
      !columns.contains(where: { $0.isTorn(by: other.delimiter, in: rows) }) || isTab
    {
      return isTab || isBar || (!lists.isEmpty && areNumbers)
    }
    // One column of lists, whose ends the other table has in its first and last columns.
    return (isTab || isBar) && lists.count == 1 && inside.count <= 2
      && !lists.contains { columns[$0].isTorn(by: other.delimiter, in: rows) }
      && inside.allSatisfy { $0 == 0 || $0 == other.usualWidth - 1 }
  }
}
