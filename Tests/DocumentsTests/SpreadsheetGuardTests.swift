import Documents
import Testing

@Suite struct `Spreadsheet guard` {
  @Test(arguments: [
    "=1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠x", "+cmd|x", "-2+A1", "＋a", "－a", "-",
    "+", "=cmd|' /C calc'!A0", "'=1", "''=1", "'-x",
  ])
  func `what would run is guarded`(text: String) {
    #expect(SpreadsheetGuard.guarded(text) == "'" + text)
    #expect(SpreadsheetGuard.unguarded("'" + text) == text)
  }

  @Test(arguments: [
    "+49 511 123-45", "+33 (0)1 23.45.67", "-12.50", "-1,5", "+1/2", "－5", "a=1", "'n Dorp",
    "''", "'", "", "O'Brien", "１", "-1\u{202F}000",
  ])
  func `what is harmless stays as it is`(text: String) {
    #expect(SpreadsheetGuard.guarded(text) == text)
    #expect(SpreadsheetGuard.unguarded(text) == text)
  }

  @Test(arguments: UInt64(0)..<20)
  func `unguarding gives back the bytes`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters = Array("''''=@+-＝＠＋－\t\r\n 0a(é\u{301}|".unicodeScalars)
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        text.unicodeScalars.append(letters[Int.random(in: letters.indices, using: &random)])
      }
      let back = SpreadsheetGuard.unguarded(SpreadsheetGuard.guarded(text))
      #expect(Array(back.utf8) == Array(text.utf8))
    }
  }

  @Test func `numbers are never guarded, texts in number columns are`() {
    let cells: [Cell] = [
      .integer(-5), .money(cents: -5, currency: "EUR"), .decimal("-5.5"), .decimal("-x"),
      .list(["=1", "b"]), .state("@x", .bad), .link("=x"),
    ]
    #expect(
      Sample.table(cells).written(.csv)
        == "cell\n-5\n-0.05\n-5.5\n'-x\n'=1; b\n'@x\n'=x\n")
  }

  @Test func `raw data is not guarded`() throws {
    let raw = Rendering(format: .csv, guarded: false)
    let bytes = try Sample.table([.text("=1+1")]).bytes(raw)
    #expect(bytes == Array("cell\n=1+1\n".utf8))
  }

  @Test func `CSV quotes and TSV escapes`() {
    let cells: [Cell] = [.text("a,b"), .text("a\"b"), .text("a\r\nb"), .text("\ta\\b"), .empty]
    let document = Sample.table(cells)
    #expect(
      document.written(.csv)
        == "cell\n\"a,b\"\n\"a\"\"b\"\n\"a\r\nb\"\n'\ta\\b\n\"\"\n")
    #expect(document.written(.tsv) == "cell\na,b\na\"b\na\\r\\nb\n'\\ta\\\\b\n\n")
  }

  @Test func `facts and meters are tables too`() {
    let facts = Document(
      schema: "x",
      blocks: [.facts(Facts([Fact("name", "Name", .money(cents: 5, currency: "EUR"))]))])
    #expect(facts.written(.csv) == "name,value\nname,0.05\n")
    #expect(facts.written(.jsonl) == #"{"name":{"amount":"0.05","currency":"EUR"}}"# + "\n")
    let meters = Document(schema: "x", blocks: [.meters([Meter("SMEs", value: 3, target: 5)])])
    #expect(meters.written(.csv, header: false) == "SMEs,3,5,\n")
    #expect(Document(schema: "x", blocks: []).written(.csv) == "")
  }
}
