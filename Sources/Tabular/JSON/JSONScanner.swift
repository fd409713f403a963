/// Reads the values of a JSON text by the letter of RFC 8259.
struct JSONScanner {
  let input: JSONInput

  /// Lists and objects within each other.
  static let mostDepth = 64

  /// The next byte that is no blank.
  func next() throws -> UInt8? {
    try input.skipBlanks()
    return try input.peek()
  }

  /// Passes the byte that has to come, blanks before it aside.
  func pass(_ byte: UInt8, _ expected: String) throws {
    guard let found = try next() else { throw input.slip(.unfinished) }
    guard found == byte else { throw input.slip(.unexpected(expected: expected)) }
    input.advance()
  }

  /// Whether a list or object goes on behind a value; passes the comma or the end.
  func goesOn(until end: UInt8) throws -> Bool {
    guard let found = try next() else { throw input.slip(.unfinished) }
    guard found == UInt8(ascii: ",") || found == end else {
      throw input.slip(.unexpected(expected: "a comma or \(Unicode.Scalar(end))"))
    }
    input.advance()
    return found != end
  }

  /// A key and the colon behind it.
  func key() throws -> [UInt8] {
    guard try next() == UInt8(ascii: "\"") else {
      throw input.slip(try input.peek() == nil ? .unfinished : .unexpected(expected: "a key"))
    }
    var key: [UInt8] = []
    try string(into: &key)
    try pass(UInt8(ascii: ":"), "a colon")
    return key
  }

  /// Whether the next value is a list or an object.
  func isNested() throws -> Bool {
    let byte = try next()
    return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  /// Reads a value that is no list and no object: a number as its text, null as nothing.
  func scalar(into text: inout [UInt8]) throws {
    guard let byte = try next() else { throw input.slip(.unfinished) }
    switch byte {
    case UInt8(ascii: "\""): try string(into: &text)
    case UInt8(ascii: "t"): try word("true", into: &text)
    case UInt8(ascii: "f"): try word("false", into: &text)
    case UInt8(ascii: "n"):
      var none: [UInt8] = []
      try word("null", into: &none)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number(into: &text)
    default: throw input.slip(.unexpected(expected: "a value"))
    }
  }

  /// Passes any value.
  func skipValue(depth: Int = 1) throws {
    guard depth <= Self.mostDepth else { throw input.slip(.tooDeep(most: Self.mostDepth)) }
    guard try isNested() else {
      var text: [UInt8] = []
      return try scalar(into: &text)
    }
    let isObject = try input.peek() == UInt8(ascii: "{")
    let end = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    input.advance()
    if try next() == end { return input.advance() }
    repeat {
      if isObject { _ = try key() }
      try skipValue(depth: depth + 1)
    } while try goesOn(until: end)
  }

  /// Reads a list behind its bracket as one cell: its entries with semicolons between them, as a
  /// text list has them; nil where an entry is itself a list or an object.
  func entries() throws -> [UInt8]? {
    var joined: [UInt8] = []
    var isFlat = true
    if try next() == UInt8(ascii: "]") {
      input.advance()
      return joined
    }
    repeat {
      guard try !isNested() else {
        try skipValue(depth: 2)
        isFlat = false
        continue
      }
      var entry: [UInt8] = []
      try scalar(into: &entry)
      guard !entry.isEmpty, joined.count <= RowLimit.fieldBytes else { continue }
      joined += joined.isEmpty ? entry : CardField.joint + entry
    } while try goesOn(until: UInt8(ascii: "]"))
    return isFlat ? joined : nil
  }

  /// Reads an object; what it says where it is an amount with its currency, and else nil.
  func amount() throws -> [UInt8]? {
    input.advance()
    if try next() == UInt8(ascii: "}") {
      input.advance()
      return nil
    }
    var keys: [[UInt8]] = []
    var amount: [UInt8]?
    repeat {
      let key = try key()
      if keys.count < 3 { keys.append(key) }
      if key == Array("amount".utf8), try !isNested() {
        var text: [UInt8] = []
        try scalar(into: &text)
        amount = text
      } else {
        try skipValue(depth: 2)
      }
    } while try goesOn(until: UInt8(ascii: "}"))
    return keys == [Array("amount".utf8), Array("currency".utf8)] ? amount : nil
  }

  private func word(_ word: String, into text: inout [UInt8]) throws {
    for byte in word.utf8 {
      guard try input.peek() == byte else {
        throw input.slip(.unexpected(expected: "true, false or null"))
      }
      input.advance()
    }
    text += word.utf8
  }

  private func number(into text: inout [UInt8]) throws {
    if try input.peek() == UInt8(ascii: "-") { try copy(into: &text) }
    let first = try input.peek()
    try digits(into: &text)
    // A number of several digits does not begin with 0.
    if first == UInt8(ascii: "0"), text.count > 1, text[text.count - 2] != UInt8(ascii: "-") {
      throw input.slip(.unexpected(expected: "a number without leading zeros"))
    }
    if try input.peek() == UInt8(ascii: ".") {
      try copy(into: &text)
      try digits(into: &text)
    }
    guard let sign = try input.peek(), sign | 0x20 == UInt8(ascii: "e") else { return }
    try copy(into: &text)
    if let sign = try input.peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      try copy(into: &text)
    }
    try digits(into: &text)
  }

  private func copy(into text: inout [UInt8]) throws {
    if let byte = try input.peek() { text.append(byte) }
    input.advance()
  }

  private func digits(into text: inout [UInt8]) throws {
    var count = 0
    while let byte = try input.peek(), byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      if text.count <= RowLimit.fieldBytes { text.append(byte) }
      input.advance()
      count += 1
    }
    if count == 0 { throw input.slip(.unexpected(expected: "a digit")) }
  }

  /// Reads a text in quotes; of one above the ceiling a byte more than that is kept.
  private func string(into text: inout [UInt8]) throws {
    input.advance()
    while true {
      guard let byte = try input.peek() else { throw input.slip(.unfinished) }
      switch byte {
      case UInt8(ascii: "\""): return input.advance()
      case ..<0x20: throw input.slip(.controlCharacter)
      case UInt8(ascii: "\\"): try escape(into: &text)
      default:
        if text.count <= RowLimit.fieldBytes { text.append(byte) }
        input.advance()
      }
    }
  }

  private func escape(into text: inout [UInt8]) throws {
    input.advance()
    guard let byte = try input.peek() else { throw input.slip(.unfinished) }
    let plain: UInt8? =
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
      case UInt8(ascii: "b"): 0x08
      case UInt8(ascii: "f"): 0x0C
      case UInt8(ascii: "n"): 0x0A
      case UInt8(ascii: "r"): 0x0D
      case UInt8(ascii: "t"): 0x09
      default: nil
      }
    guard plain != nil || byte == UInt8(ascii: "u") else { throw input.slip(.badEscape) }
    input.advance()
    if let plain {
      if text.count <= RowLimit.fieldBytes { text.append(plain) }
      return
    }
    let scalar = try scalar(from: unit())
    if text.count <= RowLimit.fieldBytes { text += UTF8.encode(scalar) ?? .init() }
  }

  private func scalar(from unit: UInt32) throws -> Unicode.Scalar {
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, try input.peek() == UInt8(ascii: "\\") else {
      throw input.slip(.halfSurrogate)
    }
    input.advance()
    guard try input.peek() == UInt8(ascii: "u") else { throw input.slip(.halfSurrogate) }
    input.advance()
    let low = try self.unit()
    guard low & 0xFC00 == 0xDC00,
      let scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
    else { throw input.slip(.halfSurrogate) }
    return scalar
  }

  private func unit() throws -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = try input.peek() else { throw input.slip(.unfinished) }
      guard let digit = CardText.digit(byte) else { throw input.slip(.badEscape) }
      unit = unit << 4 | UInt32(digit)
      input.advance()
    }
    return unit
  }
}
