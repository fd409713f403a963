import BluesCore
import Documents
import Tabular
import Testing

@testable import BluesCommands

@Suite struct `The template for partners` {
  /// The workbook a partner sends back, with these rows in its list.
  private func filled(_ rows: [[String: String]]) throws -> [UInt8] {
    let columns = TemplateColumn.all
    var bytes: [UInt8] = []
    try WorkbookWriter.inMemory(scratch: "/dev/shm", day: nil) { book in
      try FormWorkbook.contacts.write(
        book,
        rows: rows.map { row in
          columns.map { row[$0.field.key].map { .text($0) } ?? .empty }
        })
    } to: {
      bytes += $0
    }
    return bytes
  }

  @Test func `filled in, it imports without any option`() throws {
    let project = try ExportedStore()
    let outcome = try project.store.contactImport.run(
      RowReader(
        source: .bytes(
          filled([
            [
              "organisation": "Wasser e.V.", "country": "Germany", "postcode": "07743",
              "phone": "+49 3641 555 010", "given_name": "Jörg", "family_name": "Muster",
              "email": "muster@example.org", "organisation_type": "sme", "language": "de",
            ],
            ["organisation": "Agua S.L.", "country": "ES", "note": "=1+1"],
          ]))),
      ImportRequest(fileName: "members.xlsx"),
      rejects: RejectsFile(nil, of: "members.xlsx", isRehearsal: true))
    #expect([outcome.read, outcome.created, outcome.rejected] == [2, 2, 0])
    let columns = ["organisation", "family_name", "phone", "postcode", "country", "note"]
    #expect(
      try project.csv(Listing(columns: columns)) == """
        organisation,family_name,phone,postcode,country,note
        Wasser e.V.,Muster,+49 3641 555 010,07743,DE,
        Agua S.L.,,,,ES,'=1+1

        """)
  }

  @Test func `the import knows every heading as the field it is for`() throws {
    let columns = TemplateColumn.all
    let reader = try RowReader(source: .bytes(filled([["organisation": "A"]])))
    #expect(reader.header == FormWorkbook.contacts.columns.map(\.heading))
    let outcome = try ExportedStore().store.contactImport.run(
      reader, ImportRequest(fileName: "members.xlsx"),
      rejects: RejectsFile(nil, of: "members.xlsx", isRehearsal: true))
    #expect(
      outcome.mapping.columns.map(\.target)
        == columns.map { .field($0.field.key) })
  }

  @Test func `its example imports too`() throws {
    let project = try ExportedStore()
    let reader = try RowReader(
      source: .bytes(filled([])), options: ReadingOptions(sheet: "Example"))
    let outcome = try project.store.contactImport.run(
      reader, ImportRequest(fileName: "members.xlsx"),
      rejects: RejectsFile(nil, of: "members.xlsx", isRehearsal: true))
    #expect([outcome.created, outcome.rejected] == [3, 0])
  }

  @Test func `a figure that is stored as a number has its point before decimals`() throws {
    var bytes: [UInt8] = []
    try WorkbookWriter.inMemory(scratch: "/dev/shm", day: nil) { book in
      let headings = ["Organisation", "Country", "Employees", "Turnover"]
      let sheet = try book.addSheet(named: "List", columns: headings.map { SheetColumn($0) })
      try sheet.write([.text("Aqua"), .text("DE"), .decimal("9.125"), .decimal("1999.999")])
      try sheet.write([.text("Bora"), .text("DE"), .text("1.234"), .text("2.000.000")])
    } to: {
      bytes += $0
    }
    let project = try ExportedStore()
    #expect(try project.take(bytes, "list.xlsx").created == 2)
    #expect(
      try project.csv(Listing(columns: ["organisation", "employees", "turnover"])) == """
        organisation,employees,turnover
        Aqua,9.13,2000
        Bora,1.234,2.000.000

        """)
  }

  @Test func `there is an example for every column and row`() {
    #expect(TemplateColumn.all.allSatisfy { $0.examples.count == TemplateColumn.examples })
    #expect(TemplateColumn.all.filter(\.isNeeded).map(\.field) == [.organisation, .country])
    #expect(TemplateColumn.all.first { $0.field == .country }?.values.first == "Austria")
  }
}
