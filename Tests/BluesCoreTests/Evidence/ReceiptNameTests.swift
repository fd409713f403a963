import Basics
import Testing

@testable import BluesCore

/// Numbers of invoices in the names of files.
@Suite struct `Names of receipts` {
  @Test(
    arguments: [
      ("F-2020-114.pdf", "F-2020-114", 8), ("f2020_0114 Rail", "F 2020/114", 8),
      ("2020-05-14 Hotel Elbe 77", "77", 2), ("rechnung nr. 0077 (2)", "77", 2),
      ("RE-20200114", "RE 2020/0114", 10), ("inv007", "INV-7", 4), ("ÚČ-12", "uc 12", 4),
    ] as [(String, String, Int)])
  func `case, punctuation and leading zeros make no difference`(
    file: String, invoice: String, length: Int
  ) {
    let number = ReceiptName(invoice)
    #expect(!ReceiptName(file).numbers.isDisjoint(with: number.keys))
    #expect(number.length == length)
  }

  @Test(
    arguments: [
      ("2020-05-14 hotel", "14"), ("20200514 hotel", "2020"), ("F-2020-1145", "F-2020-114"),
      ("14.05.2020 hotel", "5"), ("hotel", ""), ("hotel 78", "77"),
    ])
  func `a number is not found in a date, or in a longer number`(file: String, invoice: String) {
    #expect(ReceiptName(file).numbers.isDisjoint(with: ReceiptName(invoice).keys))
  }

  @Test func `days and suppliers are found`() throws {
    let name = ReceiptName("2020-05-14 Hotel-Elbe 77 20200601 3.6.2020")
    #expect(name.days.map(\.day.iso) == ["2020-05-14", "2020-06-01", "2020-06-03"])
    #expect(name.words(of: ReceiptName("Hotel Elbe GmbH")) == 2)
    #expect(ReceiptName("K12 hotel").cost == 12)
    #expect(ReceiptName("12 K").cost == nil)
  }
}
