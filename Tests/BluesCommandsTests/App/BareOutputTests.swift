import Documents
import Testing

@testable import BluesCommands

@Suite struct `Texts as they are on a terminal` {
  @Test(arguments: [
    (Format.csv, true), (.tsv, true), (.vcard, true), (.json, false), (.jsonl, false),
  ])
  func `rows and cards are made visible there, and JSON is visible by itself`(
    format: Format, isBare: Bool
  ) {
    #expect(OutputOptions.isBare(format.traits.features) == isBare)
  }

  @Test func `a card keeps its line ends`() {
    let card = "BEGIN:VCARD\r\nFN:a\u{202E}b\u{9B}c\r\nEND:VCARD\r\n"
    #expect(
      VisibleText.rows(card) == "BEGIN:VCARD\r\nFN:a<U+202E>b<U+009B>c\r\nEND:VCARD\r\n")
  }
}
