/// The texts that the cells of a workbook point to by number.
final class SharedStrings: XMLVisitor {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isText = false
  /// Readings of East Asian text stand beside it and are not part of it.
  private var isPhonetic = false
  private var current: [UInt8] = []

  var count: Int { ends.count }

  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  func start(_ name: String, _ attributes: XMLAttributes) throws {
    switch name {
    // The workbooks of 2006 had a longer word for it.
    case "si", "sstItem":
      guard ends.count < TableLimit.sharedStrings.most else {
        throw TabularProblem.tooLarge(.sharedStrings)
      }
      guard bytes.count <= TableLimit.sharedBytes.most else {
        throw TabularProblem.tooLarge(.sharedBytes)
      }
      current.removeAll(keepingCapacity: true)
    case "rPh": isPhonetic = true
    case "t": isText = !isPhonetic
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard isText else { return }
    current.append(contentsOf: bytes)
    guard current.count <= TableLimit.cellBytes.most else {
      throw TabularProblem.tooLarge(.cellBytes)
    }
  }

  func end(_ name: String) {
    switch name {
    case "si", "sstItem":
      CellEscapes.append(current[...], to: &bytes)
      ends.append(bytes.count)
    case "rPh": isPhonetic = false
    case "t": isText = false
    default: break
    }
  }
}
