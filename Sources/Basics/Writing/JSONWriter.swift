extension JSONValue {
  /// Writes the value on one line, for answers that are written while they are read.
  package func append(to output: inout [UInt8]) {
    JSONWriter.write(self, indent: nil, to: &output)
  }
}

/// JSON text in UTF-8, members in their order, control characters as escapes.
package enum JSONWriter {
  /// Two blanks for each level, and a line feed at the end.
  package static func pretty(_ value: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    write(value, indent: 0, to: &output)
    output.append(lineFeed)
    return output
  }

  /// One value to a line.
  package static func lines(_ values: [JSONValue]) -> [UInt8] {
    var output: [UInt8] = []
    for value in values {
      write(value, indent: nil, to: &output)
      output.append(lineFeed)
    }
    return output
  }

  private static let lineFeed = UInt8(ascii: "\n")

  /// On one line where there is no indent.
  fileprivate static func write(_ value: JSONValue, indent: Int?, to output: inout [UInt8]) {
    switch value {
    case .null: output += "null".utf8
    case .bool(let flag): output += (flag ? "true" : "false").utf8
    case .integer(let number): output += String(number).utf8
    case .number(let text) where PlainNumber.isJSON(text): output += text.utf8
    case .number(let text), .string(let text): write(string: text, to: &output)
    case .array(let items):
      list("[]", items, indent: indent, to: &output) { item, inner, output in
        write(item, indent: inner, to: &output)
      }
    case .object(let members):
      list("{}", members, indent: indent, to: &output) { member, inner, output in
        write(string: member.key, to: &output)
        output += (inner == nil ? ":" : ": ").utf8
        write(member.value, indent: inner, to: &output)
      }
    }
  }

  private static func list<Item>(
    _ brackets: String, _ items: [Item], indent: Int?, to output: inout [UInt8],
    each: (Item, Int?, inout [UInt8]) -> Void
  ) {
    output += brackets.utf8.prefix(1)
    for (position, item) in items.enumerated() {
      if position > 0 { output.append(UInt8(ascii: ",")) }
      newLine(indent.map { $0 + 2 }, to: &output)
      each(item, indent.map { $0 + 2 }, &output)
    }
    if !items.isEmpty { newLine(indent, to: &output) }
    output += brackets.utf8.suffix(1)
  }

  private static func newLine(_ indent: Int?, to output: inout [UInt8]) {
    guard let indent else { return }
    output.append(lineFeed)
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  /// Writes a text in quotes.
  package static func write(string: String, to output: inout [UInt8]) {
    var string = string
    string.withUTF8 { write(text: $0, to: &output) }
  }

  /// Writes a text in UTF-8 in quotes.
  package static func write(text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    if text.allSatisfy(isPlain) {
      output.append(contentsOf: text)
    } else {
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        write(scalar, to: &output)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether a byte is of a character that JSON text holds as it is: not of one that is escaped,
  /// all of which begin with a byte below 0x20, or with DEL, 0xC2, 0xD8 or 0xE2.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xD8, 0xE2: false
    default: true
    }
  }

  private static func write(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    switch scalar {
    case "\"": output += #"\""#.utf8
    case "\\": output += #"\\"#.utf8
    case "\n": output += #"\n"#.utf8
    case "\r": output += #"\r"#.utf8
    case "\t": output += #"\t"#.utf8
    case _ where scalar.isControl:
      output += #"\u"#.utf8
      output += zeroPadded(String(scalar.value, radix: 16), to: 4).utf8
    default: output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }
}
