import Tabular
import Testing

@testable import BluesCore

@Suite struct `Inspecting a list` {
  private func inspection(
    _ text: String, limit: Int? = nil, hasHeader: Bool = true
  ) throws -> Inspection {
    let reader = try RowReader(
      source: .bytes(Array(text.utf8)), options: ReadingOptions(hasHeader: hasHeader))
    return try Inspection(reader, limit: limit)
  }

  @Test func `each column has its field and the reason for it`() throws {
    let found = try inspection("email;Firma;Nombre;Zzz\na@example.org;F;Ana;1\n")
    #expect(found.columns.map(\.field) == ["email", "organisation", "name", nil])
    #expect(
      found.columns.map(\.reason) == [
        "by the field's own name", "by a German heading",
        "by what the other headings leave", "no field matches it",
      ])
  }

  @Test
  func `a column goes by its values as in an import, and the values are told where they do not do`()
    throws
  {
    let text = "Firma;X;Y;Z\nAqua;ana@example.org;80-001;80-002\n"
    let rows = "Bora;bo@example.org;81-340;81-341\nCira;cy@example.org;00-950;00-951\n"
    let found = try inspection(text + rows)
    #expect(found.columns.map(\.field) == ["organisation", "email", nil, nil])
    #expect(found.columns[1].reason == "by its values, which look like e-mail addresses")
    #expect(found.columns[2].reason == "its heading is not known; its values look like postcodes")
    #expect(found.rows == 3)
  }

  @Test func `the columns of our own exports are known, and the lines of cards are kept`() throws {
    let own = try inspection("blues_id,organisation,partner\nC1@5,Aqua,AV\n")
    #expect(own.columns.map(\.field) == ["blues_id", "organisation", "partner"])
    let cards = try inspection("BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nX-A:1\nEND:VCARD\n")
    #expect(cards.columns.last?.heading == "vcard")
    #expect(cards.columns.last?.reason == "no field matches it, so it is kept")
    #expect(cards.rows == 1)
  }

  @Test func `rows, rows at fault and blank cells are counted`() throws {
    let found = try inspection("a,b\n1, \n,\n1,2,3\n4,5\n")
    #expect(found.rows == 4)
    #expect(found.columns.map(\.blank) == [1, 2])
    #expect(
      found.faults == [RowFault(line: 4, column: 3, kind: .ragged(expected: 2, found: 3))])
    #expect(found.first == [["1", " "], ["", ""], ["4", "5"]])
    #expect(!found.isCut)
  }

  @Test func `findings stand in the order of the lines, those that reject a row with their rule`()
    throws
  {
    let text = "List of 2026\na,b,c\n1,2,3\n4,5\n6,say \"x\",7\n8,9,0\n1,1,1\n2,2,2\n3,3,3\n"
    let reader = try RowReader(source: .bytes(Array(text.utf8)))
    let found = try Inspection(reader, limit: nil).findings(of: reader)
    #expect(found.map(\.line) == [1, 4, 5])
    #expect(found.map(\.rule) == [nil, "cells", nil])
    #expect(
      found.map(\.message) == [
        "This line is before the table and is left out.", "Found 2 cells, expected 3 cells.",
        "Found a quote within a cell that is not quoted; it is read as it is.",
      ])
  }

  @Test func `headings without a row below them are told`() throws {
    let reader = try RowReader(source: .bytes(Array("a,b\n".utf8)))
    let found = try Inspection(reader, limit: nil).findings(of: reader)
    #expect(found.map(\.message) == ["There are no rows below the headings."])
  }

  @Test func `a limit ends the reading`() throws {
    let found = try inspection("a,b\n1,2\n3,4\n5,6\n", limit: 2)
    #expect(found.rows == 2)
    #expect(found.isCut)
  }

  @Test func `without headings columns are numbered`() throws {
    let found = try inspection("1,2\n3,4\n", hasHeader: false)
    #expect(found.columns.map(\.heading) == ["column 1", "column 2"])
    #expect(found.columns.map(\.field) == [nil, nil])
  }
}
