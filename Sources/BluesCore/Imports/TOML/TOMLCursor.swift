/// Walks over the bytes of a TOML text and knows the line and column of each.
struct TOMLCursor {
  /// A place in the text, from which its column is counted when it is told.
  struct Mark {
    fileprivate(set) var index = 0
    fileprivate(set) var line = 1
    fileprivate var lineStart = 0
  }

  private let bytes: [UInt8]
  private(set) var mark = Mark()

  /// The text must be UTF-8; a byte order mark at its start is passed over.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      mark.index = 3
      mark.lineStart = 3
    }
  }

  var line: Int { mark.line }
  var next: UInt8? { mark.index < bytes.count ? bytes[mark.index] : nil }

  /// Whether these bytes come next.
  func isNext(_ text: StaticString) -> Bool {
    let end = mark.index + text.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    return text.withUTF8Buffer { bytes[mark.index..<end].elementsEqual($0) }
  }

  /// Passes over a byte that ends no line.
  mutating func pass(_ count: Int = 1) { mark.index += count }

  /// Passes over a byte if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    mark.index += 1
    return true
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool { take(UInt8(ascii: character)) }

  /// Passes over the end of a line if it comes next.
  mutating func takeLineEnd() -> Bool {
    guard isNext("\n") || isNext("\r\n") else { return false }
    mark.index += isNext("\n") ? 1 : 2
    mark.line += 1
    mark.lineStart = mark.index
    return true
  }

  mutating func passBlanks() {
    while next == 0x20 || next == 0x09 { mark.index += 1 }
  }

  /// The bytes from here on that a test holds for.
  mutating func run(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = mark.index
    while let byte = next, isWanted(byte) { mark.index += 1 }
    return bytes[start..<mark.index]
  }

  /// The bytes that come next, without passing over them.
  func ahead(_ count: Int) -> ArraySlice<UInt8> { bytes[mark.index...].prefix(count) }

  func fault(_ sentence: String, hint: String? = nil, at place: Mark? = nil) -> TOMLFault {
    let place = place ?? mark
    // Only the first byte of a character counts.
    let column = bytes[place.lineStart..<place.index].count { $0 & 0xC0 != 0x80 } + 1
    return TOMLFault(line: place.line, column: column, sentence: sentence, hint: hint)
  }

  /// The fault that something else stands here than may.
  func fault(expected: String, hint: String? = nil) -> TOMLFault {
    fault("found \(found), expected \(expected)", hint: hint)
  }

  /// What comes next, in words that can be printed.
  private var found: String {
    guard let next else { return "the end of the file" }
    if isNext("\n") || isNext("\r\n") { return "the end of the line" }
    let rest = String(decoding: bytes[mark.index...].prefix(4), as: UTF8.self)
    guard next > 0x20, next != 0x7F, let scalar = rest.unicodeScalars.first else {
      return next == 0x20 ? "a blank" : Self.name(of: UInt32(next))
    }
    let isSeen = scalar.properties.generalCategory != .format && scalar.value != 0xA0
    return isSeen && !(0x80...0x9F).contains(scalar.value)
      ? String(scalar) : Self.name(of: scalar.value)
  }

  /// `U+200B`, for characters that do not show.
  static func name(of value: UInt32) -> String {
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
  }
}
