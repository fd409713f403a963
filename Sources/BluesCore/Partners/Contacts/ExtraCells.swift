/// Takes apart the JSON object of texts in which a contact's kept columns are stored.
///
/// An export reads a million of them, so the cells are ranges in one buffer that is used again.
struct ExtraCells {
  /// A heading and its text, as places in `bytes`.
  struct Entry {
    let heading: Range<Int>
    let text: Range<Int>
  }

  private(set) var bytes: [UInt8] = []
  private(set) var entries: [Entry] = []

  /// Reads one object, in place of the last one.
  mutating func read(_ json: UnsafeBufferPointer<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    var index = 0
    while let heading = text(json, &index), let value = text(json, &index) {
      entries.append(Entry(heading: heading, text: value))
    }
  }

  /// The next text in quotes, unescaped; nil at the end.
  private mutating func text(_ json: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Range<Int>?
  {
    while index < json.count, json[index] != UInt8(ascii: "\"") { index += 1 }
    index += 1
    guard index < json.count else { return nil }
    let start = bytes.count
    while index < json.count, json[index] != UInt8(ascii: "\"") {
      if json[index] == UInt8(ascii: "\\") {
        unescape(json, &index)
      } else {
        bytes.append(json[index])
        index += 1
      }
    }
    index += 1
    return start..<bytes.count
  }

  private mutating func unescape(_ json: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    let letter = index + 1 < json.count ? json[index + 1] : 0
    index += 2
    switch letter {
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "u"):
      var units = [unit(json, &index)]
      if units[0] & 0xFC00 == 0xD800, index + 1 < json.count, json[index] == UInt8(ascii: "\\") {
        index += 2
        units.append(unit(json, &index))
      }
      bytes += String(decoding: units, as: UTF16.self).utf8
    default: bytes.append(letter)
    }
  }

  private func unit(_ json: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt16 {
    let end = min(index + 4, json.count)
    defer { index = end }
    guard index < end else { return 0 }
    return UInt16(String(decoding: json[index..<end], as: UTF8.self), radix: 16) ?? 0xFFFD
  }
}
