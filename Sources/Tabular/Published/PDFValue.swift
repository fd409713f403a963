internal import Basics

/// A value of a PDF's objects, as far as the way from a page to its fonts needs it.
indirect enum PDFValue: Equatable {
  case name(String)
  case number(Int)
  /// The number of another object.
  case reference(Int)
  case array([PDFValue])
  case dictionary([String: PDFValue])
  /// A text, a word such as `true`, or what cannot be read.
  case other

  subscript(key: String) -> PDFValue? {
    guard case .dictionary(let entries) = self else { return nil }
    return entries[key]
  }
}

/// Reads values of a PDF from bytes; what is damaged ends it, and never the program.
struct PDFValueReader {
  private let bytes: [UInt8]
  private(set) var index: Int
  private let end: Int
  /// How deep arrays and dictionaries may be in one another.
  private static let mostDepth = 40

  init(_ bytes: [UInt8], from index: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    self.index = index
    self.end = min(end ?? bytes.count, bytes.count)
  }

  /// The next value; nil at the end and at a closing sign.
  mutating func value(depth: Int = 0) -> PDFValue? {
    skipBlanks()
    guard index < end, depth < Self.mostDepth else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "/"): return .name(name())
    case UInt8(ascii: "["):
      index += 1
      var values: [PDFValue] = []
      while let value = value(depth: depth + 1) { values.append(value) }
      skip(UInt8(ascii: "]"))
      return .array(values)
    case UInt8(ascii: "<") where index + 1 < end && bytes[index + 1] == UInt8(ascii: "<"):
      index += 2
      return dictionary(depth)
    case UInt8(ascii: "<"):
      while index < end, bytes[index] != UInt8(ascii: ">") { index += 1 }
      skip(UInt8(ascii: ">"))
      return .other
    case UInt8(ascii: "("):
      skipText()
      return .other
    case UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "}"): return nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return numberOrReference()
    default:
      index += 1
      while index < end, Self.isRegular(bytes[index]) { index += 1 }
      return .other
    }
  }

  private mutating func dictionary(_ depth: Int) -> PDFValue {
    var entries: [String: PDFValue] = [:]
    while true {
      skipBlanks()
      guard index < end, bytes[index] == UInt8(ascii: "/") else { break }
      let key = name()
      guard let value = value(depth: depth + 1) else { break }
      entries[key] = value
    }
    skip(UInt8(ascii: ">"))
    skip(UInt8(ascii: ">"))
    return .dictionary(entries)
  }

  private mutating func name() -> String {
    index += 1
    let start = index
    while index < end, Self.isRegular(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// `12`, `1.5` as 1, or `12 0 R`.
  private mutating func numberOrReference() -> PDFValue {
    let number = whole()
    guard index < end, bytes[index] != UInt8(ascii: ".") else {
      while index < end, Self.isRegular(bytes[index]) { index += 1 }
      return .number(number)
    }
    let after = index
    skipBlanks()
    if index < end, bytes[index].isDigit {
      _ = whole()
      skipBlanks()
      if index < end, bytes[index] == UInt8(ascii: "R"),
        index + 1 >= end || !Self.isRegular(bytes[index + 1])
      {
        index += 1
        return .reference(number)
      }
    }
    index = after
    return .number(number)
  }

  private mutating func whole() -> Int {
    var number = 0
    while index < end, bytes[index].isDigit {
      if number < 1_000_000_000 { number = number * 10 + Int(bytes[index] - 0x30) }
      index += 1
    }
    return number
  }

  private mutating func skipText() {
    var depth = 0
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return }
    }
  }

  private mutating func skipBlanks() {
    while index < end {
      if bytes[index] == UInt8(ascii: "%") {
        while index < end, !LineEnds.isEnd(bytes[index]) { index += 1 }
      } else if bytes[index] <= 0x20 {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func skip(_ byte: UInt8) {
    skipBlanks()
    if index < end, bytes[index] == byte { index += 1 }
  }

  static func isRegular(_ byte: UInt8) -> Bool {
    byte > 0x20 && !"()<>[]{}/%".utf8.contains(byte)
  }
}
