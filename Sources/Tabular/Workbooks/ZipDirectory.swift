/// The central directory at the end of a zip archive (APPNOTE 6.3, zip64 included).
struct ZipDirectory {
  private let count: Int
  private let start: Int

  private static let part = "zip directory"

  init(_ bytes: [UInt8]) throws(TabularProblem) {
    guard let end = Self.endRecord(in: bytes) else {
      throw .damagedWorkbook(part: Self.part, detail: "the end of the file is missing")
    }
    var count = bytes.number(at: end + 10, bytes: 2)
    var start = bytes.number(at: end + 16, bytes: 4)
    if count == 0xFFFF || start == 0xFFFF_FFFF,
      let wide = Self.wideRecord(in: bytes, before: end)
    {
      count = bytes.number(at: wide + 32, bytes: 7)
      start = bytes.number(at: wide + 48, bytes: 7)
    }
    guard count <= TableLimit.parts.most else { throw .tooLarge(.parts) }
    self.count = count
    self.start = start
  }

  func entries(in bytes: [UInt8]) throws(TabularProblem) -> [ZipArchive.Entry] {
    var entries: [ZipArchive.Entry] = []
    var index = start
    for _ in 0..<count {
      guard index >= 0, index + 46 <= bytes.count,
        bytes.number(at: index, bytes: 4) == 0x0201_4B50
      else { throw .damagedWorkbook(part: Self.part, detail: "an entry is cut off") }
      let nameEnd = index + 46 + bytes.number(at: index + 28, bytes: 2)
      let extraEnd = nameEnd + bytes.number(at: index + 30, bytes: 2)
      guard extraEnd <= bytes.count else {
        throw .damagedWorkbook(part: Self.part, detail: "an entry is cut off")
      }
      let name = String(decoding: bytes[index + 46..<nameEnd], as: UTF8.self)
      guard bytes[index + 8] & 1 == 0 else { throw .encryptedWorkbook }
      let sizes = Self.sizes(in: bytes, at: index, extra: nameEnd..<extraEnd)
      entries.append(
        ZipArchive.Entry(
          name: name, method: UInt16(bytes.number(at: index + 10, bytes: 2)),
          checksum: UInt32(bytes.number(at: index + 16, bytes: 4)), packedSize: sizes.packed,
          offset: sizes.offset))
      index = extraEnd + bytes.number(at: index + 32, bytes: 2)
    }
    return entries
  }

  /// The record that ends the archive; only a comment of up to 65,535 bytes may follow it.
  private static func endRecord(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let lowest = max(0, bytes.count - 22 - 0xFFFF)
    return (lowest...bytes.count - 22).last { bytes.number(at: $0, bytes: 4) == 0x0605_4B50 }
  }

  private static func wideRecord(in bytes: [UInt8], before end: Int) -> Int? {
    let locator = end - 20
    guard locator >= 0, bytes.number(at: locator, bytes: 4) == 0x0706_4B50 else { return nil }
    let record = bytes.number(at: locator + 8, bytes: 7)
    guard record <= bytes.count - 56, bytes.number(at: record, bytes: 4) == 0x0606_4B50
    else { return nil }
    return record
  }

  /// Packed size and offset, from the zip64 field where the short ones are full.
  private static func sizes(
    in bytes: [UInt8], at index: Int, extra: Range<Int>
  ) -> (packed: Int, offset: Int) {
    let full = 0xFFFF_FFFF
    var packed = bytes.number(at: index + 20, bytes: 4)
    var offset = bytes.number(at: index + 42, bytes: 4)
    var field = extra.lowerBound
    while field + 4 <= extra.upperBound {
      let end = min(field + 4 + bytes.number(at: field + 2, bytes: 2), extra.upperBound)
      if bytes.number(at: field, bytes: 2) == 1 {
        var next = field + 4
        if bytes.number(at: index + 24, bytes: 4) == full { next += 8 }
        if packed == full, next + 8 <= end {
          packed = bytes.number(at: next, bytes: 7)
          next += 8
        }
        if offset == full, next + 8 <= end { offset = bytes.number(at: next, bytes: 7) }
      }
      field = end
    }
    return (packed, offset)
  }
}
