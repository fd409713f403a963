import ArgumentParser
import Basics
import BluesCore
import Documents
import Tabular
import Testing

@testable import BluesCommands

@Suite struct `The rejects file` {
  let folder: Folder
  let store: Store

  init() throws {
    folder = try Folder()
    let today = try #require(Day(iso: "2020-09-01"))
    store = try Store.inMemory(
      invocation: Invocation(
        command: "init", who: "tester", at: "2020-09-01T12:00:00Z", today: today))
    _ = try store.project.start(from: .named("blues"), .init())
  }

  /// Imports a list under a name in the folder; the outcome, and where rejects went.
  @discardableResult
  func run(
    _ text: String, _ name: String, header: Bool = true, wanted: String? = nil,
    isRehearsal: Bool = false, _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> (outcome: ImportOutcome, rejects: String?) {
    var request = ImportRequest(fileName: name, source: "members")
    change(&request)
    let rejects = RejectsFile(wanted, of: folder(name), isRehearsal: isRehearsal)
    let reader = try RowReader(
      source: .bytes(Array(text.utf8)),
      options: ReadingOptions(encoding: .utf8, delimiter: 0x2C, hasHeader: header))
    let outcome = try store.contactImport.run(reader, request, rejects: rejects)
    return (outcome, rejects.path)
  }

  static let list = #"""
    organisation,name,email,note
    Aqua,Ana,ana@example.org,
    Aqua,Berta,berta@,"two
    lines, ""quoted"""
    ,,,nobody
    Aqua,Carla,c@example.org,,more

    """#

  @Test func `it has five columns of ours before the list's own`() throws {
    let (outcome, path) = try run(Self.list, "members.csv")
    #expect([outcome.created, outcome.rejected] == [1, 3])
    #expect(path == folder("members.rejects.csv"))
    #expect(folder.names == ["members.rejects.csv"])
    let text = try folder.text("members.rejects.csv")
    #expect(
      text == #"""
        blues_line,blues_column,blues_value,blues_rule,blues_reason,organisation,name,email,note
        3,3,berta@,email,The e-mail address has a domain that cannot exist.,Aqua,Berta,berta@,"two
        lines, ""quoted"""
        5,,,nameless,"The row has no organisation, name or e-mail address.",,,,nobody
        6,5,5 cells,cells,"Found 5 cells, expected 4 cells.",Aqua,Carla,c@example.org,,more

        """#)
  }

  @Test func `mended, it comes in and our columns are passed over`() throws {
    try run(Self.list, "members.csv")
    let mended = try folder.text("members.rejects.csv")
      .replacing("Aqua,Berta,berta@,", with: "Aqua,Berta,berta@example.org,")
      .replacing("address.\",,,,nobody", with: "address.\",,Bora,,nobody")
      .replacing("c@example.org,,more", with: "c@example.org,more")
    let (outcome, path) = try run(mended, "members.rejects.csv")
    #expect([outcome.created, outcome.rejected] == [3, 0])
    #expect(path == nil)
    #expect(try store.contacts.all().map(\.title) == ["Ana", "Berta", "Bora", "Carla"])
    #expect(try store.contacts.one("C2").contact.known[.note] == "two\nlines, \"quoted\"")
    #expect(try store.contacts.one("C2").kept == [])
  }

  @Test func `rejected again, a row has our columns once`() throws {
    try run(Self.list, "members.csv")
    let (outcome, path) = try run(folder.text("members.rejects.csv"), "members.rejects.csv")
    #expect([outcome.read, outcome.rejected] == [3, 3])
    #expect(path == folder("members.rejects-2.csv"))
    let text = try folder.text("members.rejects-2.csv")
    #expect(
      text.hasPrefix(
        "blues_line,blues_column,blues_value,blues_rule,blues_reason,organisation,name,email,note\n"
          + "2,8,berta@,email,The e-mail address has a domain that cannot exist.,Aqua,Berta,berta@,"
      ))
  }

  @Test func `of a list without headings it keeps the numbers of the columns`() throws {
    let change = { (request: inout ImportRequest) in
      request.assignments = ["1=name", "3=email"].compactMap { .init($0) }
      request.unmapped = .keep
    }
    let (outcome, _) = try run(
      "Ana,x,a@example.org\nBerta,y,@\n", "bare.csv", header: false, change)
    #expect([outcome.created, outcome.rejected] == [1, 1])
    #expect(
      try folder.text("bare.rejects.csv")
        == "blues_line,blues_column,blues_value,blues_rule,blues_reason,column 1,column 2,column 3\n"
        + "2,3,@,email,The e-mail address has characters before the @ that are not allowed there.,Berta,y,@\n"
    )
    let mended = try folder.text("bare.rejects.csv").replacing("y,@", with: "y,b@example.org")
    let (again, _) = try run(mended, "bare.rejects.csv", change)
    #expect([again.created, again.rejected] == [1, 0])
    let found = try store.contacts.one("C2")
    #expect(found.contact.known[.email] == "b@example.org")
    #expect(found.kept.map { "\($0.heading)=\($0.text)" } == ["column 2=y"])
  }

  @Test func `another is written beside one that has other rows`() throws {
    try run(Self.list, "members.csv")
    let (_, path) = try run("organisation,name,email,note\n,,,nobody\n", "members.csv")
    #expect(path == folder("members.rejects-2.csv"))
    #expect(folder.names == ["members.rejects-2.csv", "members.rejects.csv"])
  }

  @Test func `the same rows again are in the file that is there`() throws {
    try run(Self.list, "members.csv")
    let (outcome, path) = try run(Self.list, "members.csv")
    #expect(outcome.rejected == 3)
    #expect(path == folder("members.rejects.csv"))
    #expect(folder.names == ["members.rejects.csv"])
    let again = try folder.text("members.rejects.csv")
    #expect(try run(again, "members.rejects.csv").rejects == folder("members.rejects-2.csv"))
    #expect(try run(again, "members.rejects.csv").rejects == folder("members.rejects-2.csv"))
    #expect(folder.names == ["members.rejects-2.csv", "members.rejects.csv"])
  }

  @Test func `where it is wanted it goes, but over nothing`() throws {
    #expect(
      try run(Self.list, "members.csv", wanted: folder("mine.csv")).rejects == folder("mine.csv"))
    let contacts = try store.contacts.all()
    #expect(throws: OutputProblem.thereAlready(folder("mine.csv"))) {
      try run("name,email\nDora,d@example.org\nE,@\n", "other.csv", wanted: folder("mine.csv"))
    }
    #expect(try store.contacts.all() == contacts)
    #expect(folder.names == ["mine.csv"])
  }

  @Test func `without rejected rows, in a rehearsal or after giving up there is none`() throws {
    #expect(try run("name\nAna\n", "fine.csv").rejects == nil)
    #expect(try run(Self.list, "members.csv", isRehearsal: true).rejects == nil)
    #expect(throws: ImportProblem.tooManyRejected(1)) {
      try run(Self.list, "members.csv") { $0.mostRejected = 1 }
    }
    #expect(folder.names == [])
  }

  @Test func `it is read as ours with the options of the list it came from`() throws {
    try run("Ana,x,a@example.org\nBerta,Łódź,@\n", "bare.csv", header: false) {
      $0.assignments = ["1=name", "2=city", "3=email"].compactMap { .init($0) }
    }
    let path = folder("bare.rejects.csv")
    let options = try ImportOptions.parse([
      path, "--no-header", "--encoding", "windows-1250", "--delimiter", "semicolon",
    ])
    let reader = try options.list.reader(Progress(), options.request())
    #expect(reader.header?.starts(with: Mapping.ownHeadings) == true)
    var cities: [String] = []
    try reader.forEach { cities.append($0.text(6)) }
    #expect(cities == ["Łódź"])
    #expect(RejectedText.delimiter(of: folder("nothing.csv")) == nil)
  }

  @Test func `of older versions, without reasons, it comes in the same way`() throws {
    let old = "blues_line,blues_column,blues_value,blues_rule,name,email\n3,2,@,email,Ana,@\n"
    let (outcome, path) = try run(old, "old.rejects.csv")
    #expect(outcome.rejected == 1)
    #expect(
      try folder.text("old.rejects.csv")
        == "blues_line,blues_column,blues_value,blues_rule,blues_reason,name,email\n"
        + "2,6,@,email,The e-mail address has characters before the @ that are not allowed there.,Ana,@\n"
    )
    #expect(path == folder("old.rejects.csv"))
  }

  /// Imports bytes as a command does; where the rejects went.
  private func runLike(_ bytes: [UInt8], _ name: String) throws -> String? {
    let rejects = RejectsFile(nil, of: folder(name), isRehearsal: false)
    let reader = try RowReader(source: .bytes(bytes))
    rejects.follow(reader.reading)
    _ = try store.contactImport.run(reader, ImportRequest(fileName: name), rejects: rejects)
    return rejects.path
  }

  @Test func `it is written as the list was, and read again`() throws {
    let text = "\u{FEFF}Firma;E-Mail\r\nAqua;@\r\nBora;b@example.org\r\n"
    let path = try #require(try runLike(Array(text.utf8), "liste.csv"))
    let written = try folder.text("liste.rejects.csv")
    #expect(
      Array(written.utf8)
        == Array(
          ("\u{FEFF}blues_line;blues_column;blues_value;blues_rule;blues_reason;Firma;E-Mail\r\n"
            + "2;2;@;email;The e-mail address has characters before the @ that are not allowed there.;Aqua;@\r\n")
            .utf8))
    let options = try ImportOptions.parse([path, "--delimiter", "tab"])
    let reader = try options.list.reader(Progress(), options.request())
    #expect(reader.header?.last == "E-Mail")
    #expect(reader.width == 7)
  }

  @Test func `of a list with tabs it has tabs, and the ending that says so`() throws {
    let path = try runLike(Array("Firma\tE-Mail\nAqua\t@\n".utf8), "liste.TSV")
    #expect(path == folder("liste.rejects.tsv"))
    #expect(
      try folder.text("liste.rejects.tsv")
        == "blues_line\tblues_column\tblues_value\tblues_rule\tblues_reason\tFirma\tE-Mail\n"
        + "2\t2\t@\temail\tThe e-mail address has characters before the @ that are not allowed "
        + "there.\tAqua\t@\n")
  }

  @Test func `of a workbook it is a workbook, with the cell at fault marked`() throws {
    var bytes: [UInt8] = []
    try WorkbookWriter.inMemory(scratch: folder(""), day: nil) { book in
      let sheet = try book.addSheet(
        named: "List", columns: [SheetColumn("Firma"), SheetColumn("E-Mail"), SheetColumn("Land")])
      try sheet.write(["Aqua", "@", "ES"], marked: nil)
      try sheet.write(["Bora", "b@example.org", "Atlantis"], marked: nil)
    } to: {
      bytes += $0
    }
    let path = try #require(try runLike(bytes, "liste.xlsx"))
    #expect(path == folder("liste.rejects.xlsx"))
    let options = try ImportOptions.parse([path])
    let reader = try options.list.reader(Progress(), options.request())
    #expect(reader.header == Mapping.ownHeadings + ["Firma", "E-Mail", "Land"])
    var rows: [[String]] = []
    try reader.forEach { rows.append($0.texts) }
    #expect(
      rows == [
        [
          "2", "2", "@", "email",
          "The e-mail address has characters before the @ that are not allowed there.", "Aqua", "@",
          "ES",
        ],
        [
          "3", "3", "Atlantis", "country", "No country has this name or code.", "Bora",
          "b@example.org", "Atlantis",
        ],
      ])
  }
}
