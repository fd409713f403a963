import ArgumentParser
import BluesCore
import Documents
import Testing

@testable import BluesCommands

@Suite struct `Exports of costs` {
  @Test func `a list has the forms of every list, and a journal one more`() throws {
    let forms = CostCommand.ExportForm.allCases
    #expect(
      forms.compactMap(\.format) == Format.allCases.filter { ![.vcard, .pdf, .docx].contains($0) })
    #expect(forms.filter { $0.format == nil } == [.hledger])
    let list = try parsed(
      "partner cost export --format xlsx -o costs.xlsx", as: CostCommand.Export.self)
    #expect(list.format == .xlsx)
    #expect(list.file.path == "costs.xlsx")
  }

  @Test(arguments: [
    ("partner cost export --format hledger --json", "A journal has no other form"),
    ("partner cost export --format hledger --template xlsx", "A journal has no other form"),
    ("partner cost export --format csv --template xlsx", "A template is a workbook"),
    ("partner cost export --format vcard", "The value 'vcard' is invalid"),
    ("partner cost sample --partner NP --period RP1 --seed 1 --count 0", "--count takes a number"),
  ])
  func `what cannot be is refused`(line: String, sentence: String) throws {
    let said = try #require(refusal(line))
    #expect(said.contains(sentence), "\(said)")
  }
}
