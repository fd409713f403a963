import Documents
import Testing

@Suite struct `Formats` {
  @Test func `a file's ending picks the format`() {
    let names = [
      "a.CSV", "b.md", "c.tar.jsonl", "d.htm", "e.txt", "f.ndjson", "g.xlsx", "g.xls", "csv", "h.",
    ]
    let formats: [Format?] = [
      .csv, .markdown, .jsonl, .html, .text, .jsonl, .xlsx, nil, nil, nil,
    ]
    #expect(names.map { Format(fileName: $0) } == formats)
  }
}
