internal import Basics

/// Takes a cell that holds several values apart, such as two telephone numbers.
package struct CellSplit: Sendable, Equatable {
  package let separator: String
  /// How many fields take the parts.
  package let count: Int

  package init(separator: String, count: Int) {
    self.separator = separator
    self.count = count
  }

  /// The parts without blanks around them; the last holds whatever there is beyond the others,
  /// as it stands in the cell.
  func parts(of text: String) -> [String?] {
    let mark = Array(separator.utf8)
    var parts: [String?] = []
    var rest = Array(text.utf8)[...]
    while parts.count + 1 < count, let at = Self.first(mark, in: rest) {
      let part = String(decoding: rest[..<at], as: UTF8.self).trimmed
      rest = rest[(at + mark.count)...]
      if !part.isEmpty { parts.append(part) }
    }
    let last = Self.trimmed(String(decoding: rest, as: UTF8.self), of: mark)
    if !last.isEmpty { parts.append(last) }
    return parts
  }

  /// A separator with nothing behind it separates nothing.
  private static func trimmed(_ text: String, of mark: [UInt8]) -> String {
    var bytes = text.trimmedBytes
    while !bytes.isEmpty, bytes.suffix(mark.count).elementsEqual(mark) {
      bytes = String(decoding: bytes.dropLast(mark.count), as: UTF8.self).trimmedBytes
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func first(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard !mark.isEmpty, bytes.count >= mark.count else { return nil }
    return bytes.indices.dropLast(mark.count - 1).first { bytes[$0...].starts(with: mark) }
  }
}
