import Testing

@testable import Documents

@Suite struct `Rows as JSON with numbers and lists` {
  private func written(_ make: (@escaping ByteTarget) -> JSONRows, _ rows: [[String?]]) throws
    -> String
  {
    var bytes: [UInt8] = []
    let sink = make { bytes += $0 }
    for row in rows {
      let cells = row.map { text in text.map { Cell.text($0) } ?? .empty }
      try sink.write(cells: cells)
    }
    try sink.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a number stands bare, a list is split at line feeds, what is absent is null`() throws
  {
    let text = try written(
      { JSONRows(lines: ["a", "b", "c"], kinds: [.text, .number, .list], to: $0) },
      [["x", "72.50", "one \"1\"\ntwo"], [nil, nil, nil]])
    #expect(
      text == """
        {"a":"x","b":72.50,"c":["one \\"1\\"","two"]}
        {"a":null,"b":null,"c":[]}

        """)
  }

  @Test func `columns without a kind are texts`() throws {
    let text = try written(
      { JSONRows(schema: "s/1", noun: "rows", keys: ["a", "b"], kinds: [.list], to: $0) },
      [["p\nq", "1"]])
    #expect(
      text == """
        {
          "schema": "s/1",
          "rows": [
            {
              "a": ["p", "q"],
              "b": "1"
            }
          ]
        }

        """)
  }
}
