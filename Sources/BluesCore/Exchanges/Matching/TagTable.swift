internal import Basics

/// The distinct tags of all profiles, each with a number; tags are one when they fold alike.
///
/// Bytes lie in one long row: a hundred thousand tags cost little more than their letters.
struct TagTable: Sendable {
  private var slots: ContiguousArray<Int32>
  private var folded: ContiguousArray<UInt8> = []
  private var foldedEnds: ContiguousArray<Int32> = [0]
  private var spelled: ContiguousArray<UInt8> = []
  private var spelledEnds: ContiguousArray<Int32> = [0]
  private var buffer: [UInt8] = []

  init() {
    slots = ContiguousArray(repeating: -1, count: 1 << 8)
  }

  var count: Int { foldedEnds.count - 1 }

  /// The number of a tag as it is written; nil where it is blank.
  mutating func number(of tag: UnsafeBufferPointer<UInt8>) -> Int32? {
    buffer.removeAll(keepingCapacity: true)
    Folding.append(tag, to: &buffer)
    while buffer.last?.isBlank == true { buffer.removeLast() }
    let start = buffer.firstIndex { !$0.isBlank } ?? 0
    guard start < buffer.count else { return nil }
    var place = Self.digest(buffer[start...]) & (slots.count - 1)
    while slots[place] >= 0 {
      if isTag(slots[place], buffer[start...]) { return slots[place] }
      place = (place + 1) & (slots.count - 1)
    }
    let number = Int32(count)
    slots[place] = number
    folded += buffer[start...]
    foldedEnds.append(Int32(folded.count))
    // As it was first met, on one line.
    let shown = tag.drop { $0.isBlank }
    let end = shown.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? shown.endIndex
    spelled += shown[..<end].lazy.map { $0 < 0x20 ? 0x20 : $0 }
    spelledEnds.append(Int32(spelled.count))
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The tags of a cell, whose items stand between semicolons or bars, each once and in order.
  mutating func numbers(in cells: [UnsafeBufferPointer<UInt8>?], into list: inout [Int32]) {
    list.removeAll(keepingCapacity: true)
    for case let cell? in cells {
      var start = 0
      for index in 0...cell.count
      where index == cell.count || cell[index] == 0x3B || cell[index] == 0x7C {
        let item = UnsafeBufferPointer(rebasing: cell[start..<index])
        if let tag = number(of: item), !list.contains(tag) { list.append(tag) }
        start = index + 1
      }
    }
    list.sort()
  }

  /// A tag as it was first written.
  func spelling(_ tag: Int32) -> ArraySlice<UInt8> {
    ArraySlice(spelled[Int(spelledEnds[Int(tag)])..<Int(spelledEnds[Int(tag) + 1])])
  }

  func text(_ tag: Int32) -> String { String(decoding: spelling(tag), as: UTF8.self) }

  /// Appends a tag as it was first written.
  func append(_ tag: Int32, to bytes: inout [UInt8]) {
    bytes += spelled[Int(spelledEnds[Int(tag)])..<Int(spelledEnds[Int(tag) + 1])]
  }

  private func isTag(_ number: Int32, _ bytes: ArraySlice<UInt8>) -> Bool {
    let range = Int(foldedEnds[Int(number)])..<Int(foldedEnds[Int(number) + 1])
    return range.count == bytes.count && folded[range].elementsEqual(bytes)
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: -1, count: slots.count * 2)
    for number in 0..<count {
      let range = Int(foldedEnds[number])..<Int(foldedEnds[number + 1])
      var place = Self.digest(folded[range]) & (slots.count - 1)
      while slots[place] >= 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = Int32(number)
    }
  }

  /// FNV-1a, whose high bits are folded down to where the table looks.
  private static func digest(_ bytes: some Sequence<UInt8>) -> Int {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: digest ^ digest >> 32)
  }
}
