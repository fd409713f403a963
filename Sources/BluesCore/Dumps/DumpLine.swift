internal import Foundation

/// One line of a dump: a flat JSON object of whole numbers and texts, each name once.
///
/// The text may come from anybody: what is not of this form is refused, never guessed.
struct DumpLine {
  /// A value of a line.
  enum Value: Equatable {
    case integer(Int64)
    case text(String)
  }

  private(set) var members: [(name: String, value: Value)] = []
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  /// Reads a line without its end; nil where it has another form.
  init?(_ line: ArraySlice<UInt8>) {
    bytes = line
    place = line.startIndex
    guard take("{") else { return nil }
    var names: Set<String> = []
    repeat {
      guard let name = readText(), names.insert(name).inserted, take(":"), let value = readValue()
      else { return nil }
      members.append((name, value))
    } while take(",")
    guard take("}"), place == bytes.endIndex else { return nil }
  }

  /// The value of a name; nil where the line has no such name.
  func value(of name: String) -> Value? { members.first { $0.name == name }?.value }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard place < bytes.endIndex, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func readValue() -> Value? {
    guard place < bytes.endIndex else { return nil }
    if bytes[place] == UInt8(ascii: "\"") { return readText().map { .text($0) } }
    let digits = bytes[place...].prefix { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
    let text = String(decoding: digits, as: UTF8.self)
    guard let number = Int64(text), String(number) == text else { return nil }
    place = digits.endIndex
    return .integer(number)
  }

  private mutating func readText() -> String? {
    guard take("\"") else { return nil }
    var text: [UInt8] = []
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = readEscape() else { return nil }
        text += Array(String(scalar).utf8)
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func readEscape() -> Unicode.Scalar? {
    guard place < bytes.endIndex else { return nil }
    let sign = bytes[place]
    place += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(sign)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let unit = readUnit() else { return nil }
      guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) }
      guard take("\\"), take("u"), let low = readUnit(), (0xDC00..<0xE000).contains(low) else {
        return nil
      }
      return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    default: return nil
    }
  }

  private mutating func readUnit() -> UInt32? {
    guard bytes.endIndex - place >= 4 else { return nil }
    let digits = bytes[place..<place + 4]
    place += 4
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
