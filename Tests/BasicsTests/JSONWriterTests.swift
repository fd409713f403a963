import Basics
import Testing

@Suite struct `Writing JSON` {
  private func written(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONWriter.write(string: text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", #""""#), ("Łódź 水", #""Łódź 水""#), ("a\"b\\c", #""a\"b\\c""#),
    ("\n\r\t\u{0}\u{1F}", #""\n\r\t\u0000\u001f""#),
    ("\u{7F}\u{85}\u{A0}", "\"\\u007f\\u0085\u{A0}\""),
    ("\u{202E}x\u{2028}", #""\u202ex\u2028""#), ("é€", #""é€""#),
  ])
  func `controls are escaped, all else stands as it is`(text: String, json: String) {
    #expect(written(text) == json)
  }

  @Test func `values keep the order of their members`() {
    let value = JSONValue.object([
      JSONMember("b", .array([.null, .bool(true), .integer(-1)])), JSONMember("a", .number("1.50")),
      JSONMember("c", .number("007")), JSONMember("d", .object([])), JSONMember("e", .array([])),
    ])
    #expect(
      String(decoding: JSONWriter.lines([value]), as: UTF8.self)
        == #"{"b":[null,true,-1],"a":1.50,"c":"007","d":{},"e":[]}"# + "\n")
    #expect(
      String(decoding: JSONWriter.pretty(value), as: UTF8.self) == """
        {
          "b": [
            null,
            true,
            -1
          ],
          "a": 1.50,
          "c": "007",
          "d": {},
          "e": []
        }

        """)
  }
}
