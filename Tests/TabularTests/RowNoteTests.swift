import Testing

@testable import Tabular

@Suite struct `What is worth a look` {
  /// What each row after the headings shows, and its note.
  private func shown(_ text: String) throws -> (cells: [[String]], notes: [RowNote?]) {
    let reader = try RowReader(source: .bytes(Array(text.utf8)))
    var cells: [[String]] = []
    var notes: [RowNote?] = []
    try reader.forEach { row in
      cells.append(row.shownTexts(in: reader.reading))
      notes.append(row.note)
    }
    return (cells, notes)
  }

  @Test func `quotes within a cell that is not quoted are noted`() throws {
    let found = try shown("a,b\n1,say \"x\" here\n\"2\",\"y\"\n3,5\" pipe\n")
    #expect(
      found.notes == [
        RowNote(line: 2, column: 2, kind: .quoteInBareCell), nil,
        RowNote(line: 4, column: 2, kind: .quoteInBareCell),
      ])
    #expect(found.cells == [["1", "say \"x\" here"], ["2", "y"], ["3", "5\" pipe"]])
  }

  @Test func `of a row that fell apart the cells that can be made out are shown`() throws {
    let found = try shown("a,b,c\n1,\"2,\"x, \"\"y\"\"\"\n3,\"4\n5,6,7\n")
    #expect(found.cells == [["1", "\"2", "x, \"y\""], ["3", "\"4"], ["5", "6", "7"]])
  }

  @Test func `the headings once more are a fault of that row`() throws {
    let table = try Table("a,b\n1,2\na,b\n3,4\na,c\n")
    #expect(table.faults == [RowFault(line: 3, column: 1, kind: .headingsAgain)])
    #expect(table.sound == [["a", "b"], ["1", "2"], ["3", "4"], ["a", "c"]])
  }
}
