import Testing

@testable import BluesCore

@Suite struct `The TOML reader` {
  /// A table as one line, so that a test can say all of it.
  private func written(_ value: TOMLValue) -> String {
    switch value {
    case .text(let text): "\"\(text)\""
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .truth(let truth): "\(truth)"
    case .moment(let text): "@\(text)"
    case .list(let list): "[\(list.map(written).joined(separator: ", "))]"
    case .table(let table):
      "{\(table.entries.map { "\($0.key): \(written($0.value))" }.joined(separator: ", "))}"
    }
  }

  private func read(_ text: String) throws -> String {
    try written(.table(TOMLReader.table(of: text)))
  }

  /// The first fault of a text, with its place.
  private func fault(_ text: String) -> String {
    do {
      return "read: \(try read(text))"
    } catch let fault as TOMLFault {
      return "\(fault.line):\(fault.column) \(fault.sentence)"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("", "{}"),
    ("\u{FEFF}a = 1", "{a: 1}"),
    ("# only a remark\r\n\r\n", "{}"),
    ("a = 1 # one\nb-c_1 = -17\r\n3 = 0", "{a: 1, b-c_1: -17, 3: 0}"),
    ("'a.b' = 1\n\"c d\" = 2\n\"\" = 3", "{a.b: 1, c d: 2, : 3}"),
    ("a.b.c = 1\na . b . d = 2\na.'e f' = 3", "{a: {b: {c: 1, d: 2}, e f: 3}}"),
    ("[a]\nb = 1\n[ c . 'd' ]\ne = 2", "{a: {b: 1}, c: {d: {e: 2}}}"),
    ("[a.b]\nc = 1\n[a]\nd = 2", "{a: {b: {c: 1}, d: 2}}"),
    ("[a]\nb.c = 1\n[a.b.d]\ne = 2", "{a: {b: {c: 1, d: {e: 2}}}}"),
    (
      "[[a]]\nb = 1\n[[a]]\n[[a.c]]\nd = 2\n[a.e]\nf = 3",
      "{a: [{b: 1}, {c: [{d: 2}], e: {f: 3}}]}"
    ),
    ("a = []\nb = [ 1, 'x', # remark\n  [2], ]", "{a: [], b: [1, \"x\", [2]]}"),
    ("a = {}\nb = { c = 1, d.e = 2, d.f = [3] }", "{a: {}, b: {c: 1, d: {e: 2, f: [3]}}}"),
    ("a = true\nb = false", "{a: true, b: false}"),
    ("a = +1_000\nb = 0xDEAD_beef\nc = 0o17\nd = 0b101", "{a: 1000, b: 3735928559, c: 15, d: 5}"),
    (
      "a = 9223372036854775807\nb = -9223372036854775808",
      "{a: 9223372036854775807, b: -9223372036854775808}"
    ),
    ("a = 3.25\nb = -0.5e-1\nc = 1e3\nd = 6_0.2_5", "{a: 3.25, b: -0.05, c: 1000.0, d: 60.25}"),
    ("a = inf\nb = -inf\nc = nan", "{a: inf, b: -inf, c: nan}"),
    (
      "a = 1979-05-27\nb = 07:32:00.5\nc = 1979-05-27T07:32:00Z\nd = 1979-05-27 07:32:00-08:00",
      "{a: @1979-05-27, b: @07:32:00.5, c: @1979-05-27T07:32:00Z, d: @1979-05-27 07:32:00-08:00}"
    ),
    (#"a = "q\" b\\ t\t u\u00e9 U\U0001F600""#, "{a: \"q\" b\\ t\t ué U😀\"}"),
    (#"a = 'C:\new "x"'"#, "{a: \"C:\\new \"x\"\"}"),
    ("a = \"\"\"\nb\r\nc \"\"\"\"\"", "{a: \"b\nc \"\"\"}"),
    ("a = \"\"\"b \\\n   \n  c\"\"\"", "{a: \"b c\"}"),
    ("a = '''\nb\\n'c''''", "{a: \"b\\n'c'\"}"),
    ("é' = 1", "1:1 found é, expected a key"),
  ])
  func `a text is read as the standard has it`(text: String, expected: String) {
    let found = fault(text)
    #expect(found == (expected.hasPrefix("{") ? "read: \(expected)" : expected))
  }

  @Test func `two keys that look alike but differ in bytes are two`() throws {
    let table = try TOMLReader.table(of: "'\u{E9}' = 1\n'e\u{301}' = 2")
    #expect(table.entries.map(\.line) == [1, 2])
  }

  @Test(arguments: [
    ("[[\\", "1:3 found \\, expected a key"),
    ("[a", "1:3 found the end of the file, expected ]"),
    ("[[a]\n", "1:5 found the end of the line, expected ]"),
    ("[a]\n\n[a]", "3:1 a is already set in line 1"),
    ("a.b = 1\n[a]", "2:1 a is already set in line 1"),
    ("[a.b.c]\n[a]\nb.d = 1", "3:1 b is already set in line 1"),
    ("a = {}\na.b = 1", "2:1 a is already set in line 1"),
    ("a = {}\n[a.b]", "2:1 a is already set in line 1"),
    ("a = [{}]\n[[a]]", "2:1 a is already set in line 1"),
    ("[[a]]\n[a]", "2:1 a is already set in line 1"),
    ("[a]\n[[a]]", "2:1 a is already set in line 1"),
    ("a = { b = 1, b = 2 }", "1:14 b is already set in line 1"),
    ("a = { b = 1, }", "1:14 found }, expected a key"),
    ("a = { b = 1", "1:12 found the end of the file, expected , or }"),
    ("a = [1 2]", "1:8 found 2, expected , or ]"),
    ("a = 1 b = 2", "1:7 found b, expected the end of the line"),
    ("a", "1:2 found the end of the file, expected ="),
    ("a.", "1:3 found the end of the file, expected a key"),
    ("= 1", "1:1 found =, expected a key"),
    ("a =\nb = 1", "1:4 found the end of the line, expected a value"),
    ("é = 1", "1:1 found é, expected a key"),
    ("'é' = x", "1:7 found x, expected a value"),
    ("a\u{200B} = 1", "1:2 found U+200B, expected ="),
    ("a\u{A0}= 1", "1:2 found U+00A0, expected ="),
    ("a = email", "1:5 found email, expected a value"),
    ("a = 01", "1:5 found 01, expected a value"),
    ("a = 1__0", "1:5 found 1__0, expected a value"),
    ("a = 0x", "1:5 found 0x, expected a value"),
    ("a = +0b1", "1:5 found +0b1, expected a value"),
    ("a = 9223372036854775808", "1:5 found 9223372036854775808, expected a value"),
    ("a = 1.", "1:5 found 1., expected a value"),
    ("a = .5", "1:5 found .5, expected a value"),
    ("a = 1e", "1:5 found 1e, expected a value"),
    ("a = 2021-02-30", "1:5 found 2021-02-30, expected a value"),
    ("a = 24:00:00", "1:5 found 24:00:00, expected a value"),
    ("a = \"b\nc\"", "1:5 the text has no closing quote in its line"),
    ("a = 'b", "1:5 the text has no closing quote in its line"),
    ("a = \"\"\"b\n\nc\"\"", "1:5 the text has no closing quotes"),
    ("a = \"C:\\new\\list\"", "1:12 found a backslash that starts no escape"),
    ("a = \"\\uD800\"", "1:6 found a backslash that starts no escape"),
    ("a = \"\\u12\"", "1:6 found a backslash that starts no escape"),
    ("a = \"b\u{1}\"", "1:7 found the control character U+0001 in a text"),
    ("a = 'b\rc'", "1:7 found the control character U+000D in a text"),
    ("# b\u{7F}", "1:4 found U+007F, expected no control characters in a comment"),
    ("a = 1\rb = 2", "1:6 found U+000D, expected the end of the line"),
  ])
  func `the first fault is told with its place`(text: String, expected: String) {
    #expect(fault(text) == expected)
  }

  @Test func `tables and lists inside each other have a limit, however they are written`() {
    let most = TOMLReader.mostDepth
    func nested(_ open: String, _ close: String, _ count: Int) -> String {
      "a = " + String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
    }
    func path(_ count: Int) -> String {
      (0..<count).map { "k\($0)" }.joined(separator: ".")
    }
    let sentence = "more than 32 tables and lists are inside each other"
    #expect(fault(nested("[", "]", most)).hasPrefix("read: "))
    #expect(fault(nested("[", "]", most + 1)) == "1:37 \(sentence)")
    #expect(fault(nested("[", "]", 500_000)) == "1:37 \(sentence)")
    #expect(fault(nested("{b=", "}", 200_000)) == "1:101 \(sentence)")
    #expect(fault("\(path(most)) = 1").hasPrefix("read: "))
    #expect(fault("\(path(most + 1)) = 1") == "1:123 \(sentence)")
    #expect(fault("[\(path(most))]").hasPrefix("read: "))
    #expect(fault("[\(path(most + 1))]") == "1:123 \(sentence)")
  }

  @Test func `a text of more than a mebibyte is refused`() {
    let text = String(repeating: "#", count: TOMLReader.mostBytes)
    #expect(fault(text) == "read: {}")
    #expect(fault(text + "#") == "1:1 the file has more than 1 MiB")
  }

  @Test func `a long line costs no more than many short ones`() throws {
    let fields = (0..<60_000).map { "k\($0)=1" }.joined(separator: ",")
    let table = try TOMLReader.table(of: "a={\(fields)}")
    #expect(table.entries[0].value.table?.entries.count == 60_000)
  }
}
