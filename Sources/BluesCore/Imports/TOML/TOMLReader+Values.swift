extension TOMLReader {
  /// Passes over blanks, lines' ends and comments.
  mutating func passSpace() throws(TOMLFault) {
    repeat {
      cursor.passBlanks()
      try passComment()
    } while cursor.takeLineEnd()
  }

  /// Passes over a comment, up to the end of its line.
  mutating func passComment() throws(TOMLFault) {
    guard cursor.take("#") else { return }
    _ = cursor.run { !TOMLReader.isControl($0) }
    guard cursor.next == nil || cursor.isNext("\n") || cursor.isNext("\r\n") else {
      throw cursor.fault(expected: "no control characters in a comment")
    }
  }

  /// A value that stands so many tables and lists deep.
  mutating func value(depth: Int) throws(TOMLFault) -> TOMLValue {
    switch cursor.next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .text(try string())
    case UInt8(ascii: "["): return .list(try list(depth: depth))
    case UInt8(ascii: "{"): return .table(try inlineTable(depth: depth))
    default: return try scalar()
    }
  }

  private mutating func list(depth: Int) throws(TOMLFault) -> [TOMLValue] {
    guard depth <= Self.mostDepth else { throw tooDeep(at: cursor.mark) }
    cursor.pass()
    var values: [TOMLValue] = []
    while true {
      try passSpace()
      if cursor.take("]") { return values }
      values.append(try value(depth: depth + 1))
      try passSpace()
      guard cursor.take(",") || cursor.next == UInt8(ascii: "]") else {
        throw cursor.fault(expected: ", or ]")
      }
    }
  }

  private mutating func inlineTable(depth: Int) throws(TOMLFault) -> TOMLTable {
    guard depth <= Self.mostDepth else { throw tooDeep(at: cursor.mark) }
    cursor.pass()
    let draft = TOMLDraft(.header, depth: depth)
    cursor.passBlanks()
    if cursor.take("}") { return draft.table }
    while true {
      try assignment(into: draft)
      cursor.passBlanks()
      if cursor.take("}") { return draft.table }
      guard cursor.take(",") else { throw cursor.fault(expected: ", or }") }
      cursor.passBlanks()
    }
  }

  /// A number, true, false, or a day or time.
  private mutating func scalar() throws(TOMLFault) -> TOMLValue {
    let start = cursor
    var word = Array(cursor.run(while: Self.isWordByte))
    // A blank may stand between a date and a time.
    let ahead = Array(cursor.ahead(4))
    if TOMLScalar.isDate(word[...]), ahead.count == 4, ahead[0] == 0x20, ahead[3] == 0x3A {
      cursor.pass()
      word += [0x20] + cursor.run(while: Self.isWordByte)
    }
    let hint = "put a text in quotes"
    guard !word.isEmpty else { throw start.fault(expected: "a value", hint: hint) }
    guard let value = TOMLScalar.value(of: word) else {
      let shown = String(decoding: word, as: UTF8.self).prefix(40)
      throw start.fault("found \(shown), expected a value", hint: hint)
    }
    return value
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && !"#,=[]{}\"'".utf8.contains(byte)
  }

  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7F }
}
