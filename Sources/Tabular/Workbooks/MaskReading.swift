/// Reads a number format into its sections (ECMA-376 part 1, 18.8.31).
struct MaskReading {
  private(set) var sections: [NumberMask.Section] = []
  private var section = NumberMask.Section()
  private let code: [UInt8]
  private var index = 0

  init(_ code: String) {
    self.code = Array(code.utf8)
    while index < self.code.count { read() }
    sections.append(section)
  }

  private mutating func read() {
    let byte = code[index]
    index += 1
    switch byte {
    case UInt8(ascii: ";"):
      sections.append(section)
      section = NumberMask.Section()
    case UInt8(ascii: "\""):
      let end = code[index...].firstIndex(of: byte) ?? code.count
      add(code[index..<end])
      index = min(end + 1, code.count)
    case UInt8(ascii: "\\"): add(character())
    case UInt8(ascii: "_"): _ = character()
    case UInt8(ascii: "*"): _ = character()
    case UInt8(ascii: "["): readBracket()
    case UInt8(ascii: "0"): section.tokens.append(.digit(isRequired: true))
    case UInt8(ascii: "#"), UInt8(ascii: "?"): section.tokens.append(.digit(isRequired: false))
    case UInt8(ascii: "."):
      if section.tokens.contains(.point) { add([byte]) } else { section.tokens.append(.point) }
    case UInt8(ascii: ","), UInt8(ascii: "%"): section.isAmount = true
    case UInt8(ascii: "@"): section.isAmount = true
    case UInt8(ascii: "/"):
      // Between places it is a fraction.
      section.isAmount = section.isAmount || section.tokens.contains { $0.isPlace }
      add([byte])
    case UInt8(ascii: "E"), UInt8(ascii: "e"):
      section.isAmount = true
    case UInt8(ascii: "G"), UInt8(ascii: "g"):
      let rest = code[(index - 1)...].prefix(7)
      if CardText.capitals(rest) == Array("GENERAL".utf8) {
        section.tokens.append(.general)
        index += 6
      } else {
        section.isAmount = true
      }
    default:
      index -= 1
      add(character())
    }
  }

  /// The next character, however many bytes it has.
  private mutating func character() -> ArraySlice<UInt8> {
    guard index < code.count else { return [] }
    let start = index
    index += 1
    while index < code.count, code[index] & 0xC0 == 0x80 { index += 1 }
    return code[start..<index]
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    guard !text.isEmpty else { return }
    if let last = section.tokens.last?.text {
      section.tokens[section.tokens.count - 1] = .text(last + text)
    } else {
      section.tokens.append(.text(Array(text)))
    }
  }

  /// A colour, a language, a currency such as `[$€-407]`, or a condition.
  private mutating func readBracket() {
    let end = code[index...].firstIndex(of: UInt8(ascii: "]")) ?? code.count
    let inside = code[index..<end]
    index = min(end + 1, code.count)
    if inside.first == UInt8(ascii: "$") {
      let dash = inside.lastIndex(of: UInt8(ascii: "-")) ?? inside.endIndex
      return add(inside[(inside.startIndex + 1)..<max(dash, inside.startIndex + 1)])
    }
    let sign = inside.prefix { "<>=".utf8.contains($0) }
    let bound = String(decoding: inside.dropFirst(sign.count), as: UTF8.self)
    if !sign.isEmpty, let bound = Double(bound) {
      section.condition = NumberMask.Condition(
        sign: String(decoding: sign, as: UTF8.self), bound: bound)
    }
  }
}
