extension TOMLReader {
  /// A text of any of the four kinds, with its quotes.
  mutating func string() throws(TOMLFault) -> String {
    if cursor.isNext("\"\"\"") { return try lines(quote: 0x22) }
    if cursor.isNext("'''") { return try lines(quote: 0x27) }
    return try line()
  }

  /// A text in one line: `"…"` with escapes, or `'…'` as it stands.
  mutating func line() throws(TOMLFault) -> String {
    let start = cursor.mark
    let quote: UInt8 = cursor.next == 0x22 ? 0x22 : 0x27
    cursor.pass()
    var text: [UInt8] = []
    while true {
      text += cursor.run { $0 != quote && ($0 != 0x5C || quote == 0x27) && !Self.isControl($0) }
      if cursor.take(quote) { return String(decoding: text, as: UTF8.self) }
      guard cursor.next != nil, !cursor.isNext("\n"), !cursor.isNext("\r\n") else {
        throw cursor.fault("the text has no closing quote in its line", at: start)
      }
      guard cursor.next == 0x5C else { throw controlFault() }
      try escape(into: &text)
    }
  }

  /// A text over several lines, in three quotes; lines end in a line feed, however they are written.
  private mutating func lines(quote: UInt8) throws(TOMLFault) -> String {
    let start = cursor.mark
    cursor.pass(3)
    _ = cursor.takeLineEnd()
    var text: [UInt8] = []
    while true {
      text += cursor.run { $0 != quote && ($0 != 0x5C || quote == 0x27) && !Self.isControl($0) }
      if cursor.isNext(quote == 0x22 ? "\"\"\"" : "'''") {
        cursor.pass(3)
        // The text may end in one or two quotes of its own.
        for _ in 0..<2 where cursor.take(quote) { text.append(quote) }
        return String(decoding: text, as: UTF8.self)
      }
      if cursor.take(quote) {
        text.append(quote)
      } else if cursor.takeLineEnd() {
        text.append(0x0A)
      } else if cursor.next == nil {
        throw cursor.fault("the text has no closing quotes", at: start)
      } else if cursor.next == 0x5C {
        if !takeFoldedLine() { try escape(into: &text) }
      } else {
        throw controlFault()
      }
    }
  }

  /// A backslash at a line's end takes all white space up to the next text away.
  private mutating func takeFoldedLine() -> Bool {
    let before = cursor
    cursor.pass()
    cursor.passBlanks()
    guard cursor.takeLineEnd() else {
      cursor = before
      return false
    }
    repeat { cursor.passBlanks() } while cursor.takeLineEnd()
    return true
  }

  /// One character after a backslash (TOML 1.0.0, "String").
  private mutating func escape(into text: inout [UInt8]) throws(TOMLFault) {
    let start = cursor.mark
    cursor.pass()
    let digits: Int
    switch cursor.next {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "\""): text.append(0x22)
    case UInt8(ascii: "\\"): text.append(0x5C)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      digits = cursor.next == UInt8(ascii: "u") ? 4 : 8
      cursor.pass()
      let hex = cursor.ahead(digits)
      guard hex.count == digits, hex.allSatisfy(TOMLScalar.isHexDigit),
        let value = UInt32(String(decoding: hex, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { throw escapeFault(at: start) }
      text += String(scalar).utf8
      cursor.pass(digits)
      return
    default: throw escapeFault(at: start)
    }
    cursor.pass()
  }

  private func escapeFault(at place: TOMLCursor.Mark) -> TOMLFault {
    cursor.fault(
      "found a backslash that starts no escape", hint: "write \\\\ or use single quotes", at: place)
  }

  private func controlFault() -> TOMLFault {
    let name = cursor.next.map { TOMLCursor.name(of: UInt32($0)) } ?? ""
    return cursor.fault("found the control character \(name) in a text")
  }
}
