import Testing

@testable import BluesCore

@Suite struct `The line of the headings` {
  private func line(_ rows: [String], mapped: [String] = []) -> Int? {
    HeadingLine(RecordList.costs.fields, mapped: mapped).find(
      in: rows.enumerated().map { number, row in
        HeadingLine.Line(
          number: number + 1,
          cells: row.split(separator: ";", omittingEmptySubsequences: false).map(String.init))
      })
  }

  @Test(arguments: [
    (["Costs of NP 2020", "", "Partner;Category;Amount", "NP;D.1;12"], 3),
    (["Costs of NP 2020;;", ";;", "Partner;Category;Amount"], 3),
    (["Project;BLUES", "Partner;NP", "Datum;Bezeichnung;Betrag", "2020-05-01;Bahn;12"], 3),
    (["Report", "Partner;Amount", "NP;12"], 2),
  ])
  func `is found below a title and a few notes`(rows: [String], number: Int) {
    #expect(line(rows) == number)
  }

  @Test(arguments: [
    ["Partner;Category;Amount", "NP;D.1;12"], ["", "Partner;Category;Amount"],
    ["Who;What;How much", "Partner;Category;Amount"], ["# Costs", "Partner;Category;Amount"],
    ["sep=;", "Partner;Category;Amount"], ["Costs", "a;b;c", "d;e;f"], [],
  ])
  func `is the first one where nothing else is sure`(rows: [String]) {
    #expect(line(rows) == nil)
  }

  @Test func `is known by the headings that are mapped`() {
    let rows = ["Costs", "Wer;Wofür;Wieviel"]
    #expect(line(rows) == nil)
    #expect(line(rows, mapped: ["Wer", "Wieviel"]) == 2)
  }
}
