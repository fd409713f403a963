internal import Basics

/// What the codes of a PDF's font mean: its ToUnicode map, which the writer of the file put in so
/// that its text can be copied.
struct PDFCharacterMap {
  /// How many bytes a code has: 1 or 2.
  private(set) var width = 2
  private var texts: [Int: [UInt8]] = [:]
  /// As many codes as two bytes have.
  private static let mostCodes = 65_536

  /// Reads the words of the map's stream; nil where it says nothing.
  init?(_ bytes: [UInt8]) {
    var tokens = Tokens(bytes)
    var codes: [[UInt8]] = []
    var isInArray = false
    var array: [[UInt8]] = []
    var arrays: [[[UInt8]]] = []
    while let token = tokens.next() {
      switch token {
      case .code(let code):
        if isInArray { array.append(code) } else { codes.append(code) }
      case .opening:
        isInArray = true
        array = []
      case .closing:
        isInArray = false
        arrays.append(array)
        codes.append([])
      case .word(let word):
        switch word {
        case "endcodespacerange": if let code = codes.first { width = min(max(code.count, 1), 2) }
        case "endbfchar": takeCharacters(codes)
        case "endbfrange": takeRanges(codes, arrays)
        default: break
        }
        if word.hasPrefix("begin") || word.hasPrefix("end") {
          codes = []
          arrays = []
        }
      }
    }
    guard !texts.isEmpty else { return nil }
  }

  /// The text of a shown string, in UTF-8; codes that mean nothing are left out.
  func text(of string: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var index = 0
    while index + width <= string.count {
      let code = string[index..<(index + width)].reduce(0) { $0 << 8 | Int($1) }
      text += texts[code] ?? []
      index += width
    }
    return text
  }

  private mutating func takeCharacters(_ codes: [[UInt8]]) {
    for index in stride(from: 0, to: codes.count - 1, by: 2) {
      texts[Self.number(codes[index])] = Self.utf8(codes[index + 1])
    }
  }

  /// `<01> <05> <0041>`, or `<01> <02> [<0041> <0061>]`.
  private mutating func takeRanges(_ codes: [[UInt8]], _ arrays: [[[UInt8]]]) {
    var arrays = arrays[...]
    for index in stride(from: 0, to: codes.count - 2, by: 3) {
      let (first, last) = (Self.number(codes[index]), Self.number(codes[index + 1]))
      guard first <= last, last < Self.mostCodes else { continue }
      let target = codes[index + 2]
      if target.isEmpty {
        for (offset, text) in (arrays.popFirst() ?? []).enumerated() where first + offset <= last {
          texts[first + offset] = Self.utf8(text)
        }
      } else {
        for code in first...last { texts[code] = Self.utf8(Self.raised(target, by: code - first)) }
      }
    }
  }

  private static func number(_ code: [UInt8]) -> Int {
    code.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  /// The last sign of a text in UTF-16 counted up.
  private static func raised(_ text: [UInt8], by offset: Int) -> [UInt8] {
    guard text.count >= 2 else { return text.map { UInt8(truncatingIfNeeded: Int($0) + offset) } }
    let last = (Int(text[text.count - 2]) << 8 | Int(text[text.count - 1])) + offset
    return text.dropLast(2) + [
      UInt8(truncatingIfNeeded: last >> 8), UInt8(truncatingIfNeeded: last),
    ]
  }

  private static func utf8(_ utf16: [UInt8]) -> [UInt8] {
    if utf16.count == 1 { return Array(String(Unicode.Scalar(utf16[0])).utf8) }
    let units = stride(from: 0, to: utf16.count - 1, by: 2).map {
      UInt16(utf16[$0]) << 8 | UInt16(utf16[$0 + 1])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The words and codes of a map.
  private struct Tokens {
    /// One of them, or a bracket of an array.
    enum Token {
      case code([UInt8])
      case word(String)
      case opening, closing
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "<"):
          if index < bytes.count, bytes[index] == byte {
            index += 1
            continue
          }
          return .code(code())
        case UInt8(ascii: "["): return .opening
        case UInt8(ascii: "]"): return .closing
        case UInt8(ascii: "%"):
          while index < bytes.count, !LineEnds.isEnd(bytes[index]) { index += 1 }
        default:
          guard byte.isLetter else { continue }
          let start = index - 1
          while index < bytes.count, PDFValueReader.isRegular(bytes[index]) { index += 1 }
          return .word(String(decoding: bytes[start..<index], as: UTF8.self))
        }
      }
      return nil
    }

    private mutating func code() -> [UInt8] {
      var digits: [UInt8] = []
      while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
        if let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue {
          digits.append(UInt8(digit))
        }
        index += 1
      }
      index += 1
      return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
  }
}
