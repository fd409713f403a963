import Testing

@testable import Tabular

@Suite struct `Values of cells` {
  @Test(arguments: [
    (1.0, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (25_569, "1970-01-01"),
    (45_351, "2024-02-29"), (46_053.5, "2026-01-31T12:00:00"), (46_053.999_999_9, "2026-02-01"),
    (2_958_465, "9999-12-31"),
  ])
  func `a day counted from 1900`(serial: Double, text: String) {
    #expect(ExcelDate.date(serial, epoch: .year1900) == text)
  }

  @Test(arguments: [(0.0, "1904-01-01"), (1, "1904-01-02"), (60, "1904-03-01")])
  func `a day counted from 1904`(serial: Double, text: String) {
    #expect(ExcelDate.date(serial, epoch: .year1904) == text)
  }

  @Test(arguments: [(0.0, "00:00:00"), (0.5, "12:00:00"), (0.75, "18:00:00")])
  func `before the first day counted from 1900 there is only a time`(
    serial: Double, text: String
  ) {
    #expect(ExcelDate.date(serial, epoch: .year1900) == text)
  }

  @Test(arguments: [
    (0.5, "12:00:00", "12:00:00"), (1.25, "06:00:00", "30:00:00"), (1, "24:00:00", "24:00:00"),
    (44_286.5, "12:00:00", "1062876:00:00"),
  ])
  func `a time of day is without the days before it, a duration is whole`(
    serial: Double, time: String, duration: String
  ) {
    #expect(ExcelDate.timeOfDay(serial) == time)
    #expect(ExcelDate.duration(serial) == duration)
  }

  @Test(arguments: [
    ("1.9E+18", true), ("1234567890123456", true), ("-1234567890123456", true),
    ("123456789012345", false), ("1E+3", false), ("0.1234567890123456789", false),
    ("1000000000000000000", true),
  ])
  func `a code that a spreadsheet may have rounded is noted`(xml: String, isDoubtful: Bool) {
    #expect(CellNumber.isDoubtful(xml) == isDoubtful)
  }

  @Test(arguments: [-1, 60, 2_958_466, 1e300, Double.nan])
  func `a number that is no day`(serial: Double) {
    #expect(ExcelDate.date(serial, epoch: .year1900) == nil)
  }

  @Test(arguments: [
    ("General", NumberFormats.Shown.number), ("0.00", .number), ("#,##0 \"days\"", .number),
    ("[Red]0.0", .number), ("dd/mm/yyyy", .day), ("[$-407]d. mmmm yyyy", .day),
    ("mmm-yy", .day), ("h:mm:ss", .time), ("mm:ss", .time), ("[h]:mm", .duration),
    ("[$-407]h:mm", .time), ("[mm]:ss", .duration), ("mmmm", .day),
    ("yyyy-mm-dd hh:mm", .date), ("0\\d", .number), ("0_d", .number), ("0;\"d\"d", .number),
  ])
  func `a format shows a number, a date or a time`(code: String, shown: NumberFormats.Shown) {
    #expect(NumberFormats.shown(by: code) == shown)
  }

  @Test(arguments: [
    ("0171", "0171"), ("123456789012345678", "123456789012345678"), ("1e3", "1000"),
    ("-1.25E2", "-125"), ("1E-5", "0.00001"), ("12.5e0", "12.5"), ("0.10000000000000001", "0.1"),
    ("1e9999", "1e9999"), ("x", "x"), ("0.1234567890123456", "0.123456789012346"),
  ])
  func `a number is told as it was typed`(xml: String, text: String) {
    #expect(CellNumber.text(xml) == text)
  }
}
