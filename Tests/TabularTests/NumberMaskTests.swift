import Testing

@testable import Tabular

@Suite struct `Numbers as the sheet shows them` {
  @Test(arguments: [
    ("00000", "1067", "01067"), ("00000", "110000", "110000"), ("00000", "0", "00000"),
    ("00\\-000", "950", "00-950"), ("000\\ 00", "11000", "110 00"),
    ("000\" \"00", "1000", "010 00"),
    ("\"D-\"00000", "1067", "D-01067"), ("[$-407]\"D\"-00000", "1067", "D-01067"),
    ("\"C\"0", "17", "C17"), ("\"M\"0", "6", "M6"), ("\"D\"0.0", "1.1", "D1.1"),
    ("\"+\"0", "493515550120", "+493515550120"),
    ("+0", "493515550120", "+493515550120"), ("\"DE\"000000000", "123456789", "DE123456789"),
    ("0#\" \"##\" \"##\" \"##\" \"##", "123456789", "01 23 45 67 89"),
    ("[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "5550120", "555-0120"),
    ("[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "3515550120", "(351) 555-0120"),
    ("0000.0", "12.34", "0012.3"), ("00000", "1066.9999999999999", "01067"),
    ("00000;-00000;\"none\"", "5", "00005"), ("\"C\"General", "5", "C5"), ("000_)", "7", "007"),
    ("00000\" (D)\"", "1067", "01067 (D)"), ("[Red]000", "7", "007"),
  ])
  func `zeros and text in a code are read`(format: String, number: String, shown: String) throws {
    let mask = try #require(NumberMask(format))
    #expect(mask.shown(number) == shown)
  }

  @Test(arguments: [
    "General", "0", "0.00", "#,##0", "#,##0.00\" €\"", "\"€ \"#,##0.00", "\"€\"0.00",
    "[$€-407]0.00", "0%", "0.0E+00",
    "# ?/?", "#\\ ##0", "#\" \"##0.00", "#'##0", "0\" km\"", "\"ca. \"0", "\"EUR\"0",
    "0.00;[Red]-0.00", "@",
    "_-* #,##0.00\\ \"€\"_-;-* #,##0.00\\ \"€\"_-", "(0)", "0_);(0)",
  ])
  func `what shows an amount changes nothing`(format: String) {
    #expect(NumberMask(format) == nil)
  }

  @Test func `a number below zero or too long for it is read as it is`() throws {
    let mask = try #require(NumberMask("00000"))
    #expect(mask.shown("-5") == nil)
    #expect(mask.shown("1e300") == nil)
    #expect(mask.shown("x") == nil)
  }

  @Test(arguments: [
    ("0.0%", "0.625", "62.5%"), ("0%", "0.625", "62.5%"), ("0%", "1", "100%"), ("0%", "0", "0%"),
    ("0.00%", "0.33333333333333331", "33.33%"), ("0.000%", "0.123456", "12.346%"),
    ("0\\ %", "7.0000000000000007E-2", "7%"), ("#,##0.0%;[Red]-#,##0.0%", "-0.05", "-5%"),
    ("0%", "12.5", "1250%"), ("_-* 0%_-", "0.005", "0.5%"), ("0\"% of 100\"", "62.5", "62.5"),
  ])
  func `a percentage is read as the sheet shows it`(
    format: String, number: String, shown: String
  ) throws {
    let text = format.replacing("\"", with: "&quot;")
    var book = Book(
      rows: "<row><c t='str'><v>Share</v></c></row><row><c s='1'><v>\(number)</v></c></row>")
    book.styles =
      "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='\(text)'/></numFmts>"
      + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>"
    #expect(try Table(book.bytes).sound == [["Share"], [shown]])
  }

  @Test(arguments: [(9, "50%"), (10, "50%"), (1, "0.5")])
  func `and by the formats that have a number`(format: Int, shown: String) throws {
    var book = Book(
      rows: "<row><c t='str'><v>Share</v></c></row><row><c s='1'><v>0.5</v></c></row>")
    book.styles =
      "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='\(format)'/></cellXfs></styleSheet>"
    #expect(try Table(book.bytes).sound == [["Share"], [shown]])
  }

  @Test(arguments: [
    ("10115.0", "10115"), ("4.93E10", "49300000000"), ("4.93E+10", "49300000000"),
    ("49.999999999999993", "50"), ("1999999.9999999998", "2000000"), ("0.30000000000000004", "0.3"),
    ("18374.150000000001", "18374.15"), ("124599.99999999999", "124600"),
    ("1.1000000000000001E2", "110"),
    ("-0.30000000000000004", "-0.3"), ("12.50", "12.5"), ("0.1", "0.1"), ("-0.0", "0"),
    ("1234567890123456", "1234567890123456"),
    ("1234567890123456.5", "1234567890123456.5"),
    ("0.000012345678901234567", "0.0000123456789012346"),
    ("999999999999999.96", "1000000000000000"), ("1E-7", "0.0000001"), ("x.y", "x.y"), (".", "."),
  ])
  func `a number has the fifteen digits a sheet keeps`(xml: String, text: String) {
    #expect(CellNumber.text(xml) == text)
  }

  @Test(arguments: [
    ("2021-03-31T00:00:00", false, "2021-03-31"), ("2021-03-31T00:00:00.000Z", false, "2021-03-31"),
    ("2021-03-31T18:00:00", true, "2021-03-31"),
    ("2021-03-31T18:00:00", false, "2021-03-31T18:00:00"),
    ("2021-03-31", true, "2021-03-31"), ("T00:00", true, "T00:00"),
    ("2021-03-31x", true, "2021-03-31x"),
  ])
  func `a day is shown without its midnight`(text: String, isDay: Bool, day: String) {
    #expect(String(decoding: ExcelDate.day(Array(text.utf8), isDay: isDay), as: UTF8.self) == day)
  }

  @Test func `a sheet of masks, days and fractions`() throws {
    var book = Book(
      rows: """
        <row><c t='str'><v>a</v></c><c t='str'><v>b</v></c><c t='str'><v>c</v></c></row>
        <row><c s='1'><v>1067</v></c><c s='2'><v>44286.75</v></c><c s='3'><v>44286.75</v></c></row>
        <row><c s='1'><v>1067.0</v></c><c s='2' t='d'><v>2021-03-31T12:00:00</v></c>\
        <c t='d'><v>2021-03-31T00:00:00</v></c></row>
        """)
    book.styles = """
      <styleSheet><numFmts><numFmt numFmtId='164' formatCode='00000'/>\
      <numFmt numFmtId='165' formatCode='yyyy-mm-dd'/>\
      <numFmt numFmtId='166' formatCode='yyyy-mm-dd hh:mm'/></numFmts>\
      <cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/></cellXfs>\
      </styleSheet>
      """
    #expect(
      try Table(book.bytes).lines.map(\.cells) == [
        ["01067", "2021-03-31", "2021-03-31T18:00:00"], ["01067", "2021-03-31", "2021-03-31"],
      ])
  }
}
