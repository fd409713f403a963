extension JSONValue {
  /// Writes the value on one line, for answers that are written while they are read.
  package func append(to output: inout [UInt8]) {
    JSONWriter.write(self, indent: nil, to: &output)
  }
}

/// JSON text in UTF-8, members in their order, control characters as escapes.
enum JSONWriter {
  /// Two blanks for each level, and a line feed at the end.
  static func pretty(_ value: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    write(value, indent: 0, to: &output)
    output.append(lineFeed)
    return output
  }

  /// One value to a line.
  static func lines(_ values: [JSONValue]) -> [UInt8] {
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

  static func write(string: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": output += #"\""#.utf8
      case "\\": output += #"\\"#.utf8
      case "\n": output += #"\n"#.utf8
      case "\r": output += #"\r"#.utf8
      case "\t": output += #"\t"#.utf8
      case _ where VisibleText.isControl(scalar):
        let digits = String(scalar.value, radix: 16)
        output += (#"\u"# + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
      default: output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
