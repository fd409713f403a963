internal import Basics

/// Reads the operators of a PDF's content streams that show text.
struct PDFContent {
  /// What was shown, in UTF-8.
  private(set) var text: [UInt8] = []
  /// What stands before the next operator: strings, and wide gaps between them.
  private var strings: [Shown] = []
  /// The fonts of the stream by their names, the last name, and the font that is chosen.
  private var fonts: PDFFonts.Named = [:]
  private var name = ""
  private var font: PDFCharacterMap?
  private var isInText = false

  /// One thing that an operator shows.
  private enum Shown {
    case string([UInt8])
    case gap
  }

  /// Adds what a stream shows; one without text adds nothing.
  mutating func read(_ bytes: [UInt8], fonts: PDFFonts.Named = [:]) {
    self.fonts = fonts
    font = nil
    var index = 0
    isInText = false
    strings = []
    while index < bytes.count, text.count < PublishedText.mostText {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "("): strings.append(.string(literal(bytes, &index)))
      case UInt8(ascii: "<"):
        if index + 1 < bytes.count, bytes[index + 1] == byte {
          index += 2
        } else {
          strings.append(.string(hexadecimal(bytes, &index)))
        }
      case UInt8(ascii: "%"):
        while index < bytes.count, !LineEnds.isEnd(bytes[index]) { index += 1 }
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
        readNumber(bytes, &index)
      case UInt8(ascii: "/"):
        index += 1
        let start = index
        while index < bytes.count, PDFValueReader.isRegular(bytes[index]) { index += 1 }
        name = String(decoding: bytes[start..<index], as: UTF8.self)
      default:
        if byte.isLetter || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
          let start = index
          index += 1
          while index < bytes.count, bytes[index].isLetter || bytes[index] == UInt8(ascii: "*") {
            index += 1
          }
          act(bytes[start..<index])
        } else {
          index += 1
        }
      }
    }
  }

  private mutating func act(_ operation: ArraySlice<UInt8>) {
    switch String(decoding: operation, as: UTF8.self) {
    case "BT": isInText = true
    case "ET":
      isInText = false
      separate()
    case "Tj", "TJ": show()
    case "'", "\"":
      separate()
      show()
    case "Tf": font = fonts[name]
    case "Td", "TD", "Tm", "T*": separate()
    default: break
    }
    strings = []
  }

  private mutating func show() {
    guard isInText else { return }
    for string in strings { append(string) }
  }

  private mutating func separate() {
    if isInText || text.last != 0x0A, let last = text.last, last != 0x20, last != 0x0A {
      text.append(0x20)
    }
  }

  private mutating func append(_ shown: Shown) {
    guard case .string(let string) = shown else { return text.append(0x20) }
    if let font { return text += font.text(of: string) }
    for byte in string {
      if byte < 0x80 {
        text.append(byte)
      } else if let scalar = CodePage.page(of: .windows1252).scalars[Int(byte) - 0x80] {
        text.append(contentsOf: Array(String(Character(scalar)).utf8))
      }
    }
  }

  /// A wide gap between two strings of an array is a blank.
  private mutating func readNumber(_ bytes: [UInt8], _ index: inout Int) {
    let isNegative = bytes[index] == UInt8(ascii: "-")
    index += 1
    var whole = isNegative ? 0 : bytes[index - 1].digitValueOrZero
    var isFraction = !isNegative && bytes[index - 1] == UInt8(ascii: ".")
    while index < bytes.count, bytes[index].isDigit || bytes[index] == UInt8(ascii: ".") {
      if bytes[index] == UInt8(ascii: ".") {
        isFraction = true
      } else if !isFraction, whole < 100_000 {
        whole = whole * 10 + bytes[index].digitValueOrZero
      }
      index += 1
    }
    if isNegative, whole > 180, !strings.isEmpty { strings.append(.gap) }
  }

  private func literal(_ bytes: [UInt8], _ index: inout Int) -> [UInt8] {
    var out: [UInt8] = []
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "("):
        if depth > 0 { out.append(byte) }
        depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return out }
        out.append(byte)
      case UInt8(ascii: "\\"):
        if let escaped = Self.escaped(bytes, &index) { out.append(escaped) }
      default: out.append(byte)
      }
    }
    return out
  }

  private static func escaped(_ bytes: [UInt8], _ index: inout Int) -> UInt8? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return 0x20
    case UInt8(ascii: "b"), UInt8(ascii: "f"): return nil
    case 0x0D, 0x0A: return nil
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(byte - 0x30)
      var digits = 1
      while digits < 3, index < bytes.count, (0x30...0x37).contains(bytes[index]) {
        value = value * 8 + Int(bytes[index] - 0x30)
        index += 1
        digits += 1
      }
      return UInt8(truncatingIfNeeded: value)
    default: return byte
    }
  }

  private func hexadecimal(_ bytes: [UInt8], _ index: inout Int) -> [UInt8] {
    index += 1
    var out: [UInt8] = []
    var half: UInt8?
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue {
        if let high = half {
          out.append(high << 4 | UInt8(digit))
          half = nil
        } else {
          half = UInt8(digit)
        }
      }
      index += 1
    }
    index += 1
    if let half { out.append(half << 4) }
    return out
  }
}

extension UInt8 {
  fileprivate var digitValueOrZero: Int { isDigit ? Int(self - 0x30) : 0 }
}
