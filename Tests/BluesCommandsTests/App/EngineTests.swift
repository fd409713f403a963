import Basics
import Testing

@testable import BluesCommands
@testable import Documents

/// PDF and Word documents, made by the real programs and read back by others.
@Suite struct `Engines` {
  static let document = Document(
    schema: "x", title: "BLUES: Přehled — číslo 7", subtitle: "Žluťoučký kůň",
    blocks: [
      .section("Práce"),
      .prose("Went *well*, see [the page](https://blues.example).\n\n- one\n- two"),
      .facts(Facts([Fact("amount", "Amount", .money(cents: 123_456_789, currency: "EUR"))])),
      .meters([Meter("Exchanges", value: 12, target: 50, tone: .bad)]),
      .heading("Těžké", level: 3),
      .table(
        Table(
          noun: "rows", columns: [Column("who", "Partner"), Column("pm", "PM")],
          rows: [[.text("Plzeň"), .decimal("1.50")], [.text("Zürich"), .decimal("2.25")]],
          total: [.text("Total"), .decimal("3.75")]), title: "Effort"),
      .gantt(
        Gantt(
          start: "2020-01-01", end: "2020-06-30",
          rows: [GanttRow("WP1", from: "2020-01-01", to: "2020-03-31", tone: .bad)])),
      .note("Late.", .bad), .signatures([SignatureLine(party: "Host", name: "ACME")]),
    ], footer: ["Funded by the Union."],
    imprint: Imprint(
      author: "BLUES", running: "BLUES · grant agreement 874", day: "2021-03-31",
      emblem: "Emblem of the European Union", state: "Data of 31 March 2021.",
      command: "blues report x"))

  static let wide = Document(
    schema: "x", title: "Wide",
    blocks: [
      .paragraph("Before."),
      .table(Table(noun: "a", columns: [Column("a", "A")], rows: [[.text("x")]])),
      .table(Table(noun: "b", columns: [Column("a", "A")], rows: [[.text("y")]])),
      .section("Broad"),
      .table(
        Table(
          noun: "c", columns: (1...10).map { Column("c\($0)", "Column number \($0)") },
          rows: [(1...10).map { .text("A rather long text \($0)") }])),
      .paragraph("After."),
    ], imprint: Self.document.imprint)

  static func made(_ document: Document, _ format: Format) throws -> [UInt8] {
    try document.bytes(Rendering(format: format, engines: EngineProcess.run))
  }

  /// What another program reads in a file; it finds it as its first attachment.
  static func read(_ bytes: [UInt8], _ program: String, _ arguments: [String]) throws -> String {
    let call = EngineCall(
      Engine(program: program, package: program, least: []), arguments, input: bytes,
      attachments: [bytes], instant: 0)
    return String(decoding: try EngineProcess.run(call), as: UTF8.self)
  }

  static let file = "/proc/self/fd/100"

  @Test func `a PDF has figures, accents, title, language and tags`() throws {
    let pdf = try Self.made(Self.document, .pdf)
    // Poppler may write a narrow space as a plain one.
    let text = try Self.read(pdf, "pdftotext", ["-layout", "-", "-"])
      .replacing("\u{202F}", with: " ")
    for words in [
      "Přehled", "Žluťoučký kůň", "Práce", "Plzeň", "1 234 567.89", "12 of 50",
      "3.75",
      "Funded by the Union.", "Data of 31 March 2021. Made by: blues report x",
      "BLUES · grant agreement 874", "WP1",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let info = try Self.read(pdf, "pdfinfo", ["-"])
    #expect(info.contains("BLUES: Přehled — číslo 7"))
    #expect(info.contains("Tagged:          yes"))
    #expect(info.contains("Author:          BLUES"))
    let checked = try Self.read(pdf, "qpdf", ["--check", Self.file])
    #expect(checked.contains("No syntax or stream encoding errors found"))
    let catalogue = try Self.read(
      pdf, "qpdf", ["--qdf", "--object-streams=disable", Self.file, "-"])
    #expect(catalogue.contains("/Lang (en)"))
    #expect(catalogue.contains("/Outlines"))
  }

  @Test func `a Word document has the same words`() throws {
    let docx = try Self.made(Self.document, .docx)
    let text = try Self.read(
      docx, "pandoc", ["--from", "docx", "--to", "plain", "--wrap=none", Self.file])
    for words in [
      "Práce", "Plzeň", "1\u{202F}234\u{202F}567.89", "12 of 50", "3.75", "Funded by the Union.",
      "Went well, see the page.", "Data of 31 March 2021. Made by: blues report x", "Host", "Late.",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let page = try Self.read(docx, "pandoc", ["--from", "docx", "--to", "html", "-s", Self.file])
    #expect(page.contains("<title>BLUES: Přehled — číslo 7</title>"))
    #expect(page.contains("alt=\"Time chart from 1 January 2020 to 30 June 2020\""))
    #expect(page.contains("alt=\"Emblem of the European Union\""))
  }

  /// A part of a Word document.
  private static func part(_ name: String, of docx: [UInt8]) throws -> String {
    let program =
      "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())"
    return try read(docx, "python3", ["-c", program, file, name])
  }

  @Test func `a Word document has what its readers need`() throws {
    let docx = try Self.made(Self.document, .docx)
    let text = try Self.part("word/document.xml", of: docx)
    // The items of lists have the letters of the text, not those of tables.
    #expect(try #/<w:numId [^>]*>\s*</w:numPr>\s*</w:pPr>/#.firstMatch(in: text) != nil)
    // A table that follows another one at once would be a part of it.
    #expect(!text.contains("</w:tbl><w:tbl>"))
    #expect(text.contains("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"TableEnd\""))
    // Letters without a colour of their own take that of the table's head and of the tones.
    let styles = try Self.part("word/styles.xml", of: docx)
    #expect(!styles.contains("KeywordTok"))
    #expect(styles.contains("w:styleId=\"SourceCode\""))
    let defaults = styles.split(separator: "</w:docDefaults>").first ?? ""
    #expect(!defaults.isEmpty && !defaults.contains("<w:color"))
  }

  @Test func `a table of many columns has small letters in a Word document`() throws {
    let row = Array(repeating: Cell.money(cents: 123_456_789, currency: "EUR"), count: 12)
    let table = Table(
      noun: "a", columns: (1...12).map { Column("c\($0)", "Column \($0)") }, rows: [row])
    let document = Document(schema: "x", title: "Many", blocks: [.table(table, title: "T")])
    let text = try Self.part("word/document.xml", of: Self.made(document, .docx))
    #expect(text.split(separator: "w:val=\"Dense\"").count == 25)
    #expect(!text.contains("w:val=\"Compact\""))
    #expect(text.split(separator: "w:val=\"TableCaption\"").count == 2)
  }

  @Test(arguments: [Format.pdf, .docx])
  func `the same input gives the same bytes`(format: Format) throws {
    #expect(try Self.made(Self.document, format) == Self.made(Self.document, format))
  }

  @Test func `a wide table has broad pages, the others are upright`() throws {
    #expect(Self.wide.pageGroups.map(\.isWide) == [false, true, false])
    // The closing stays on the last page, whatever programs read behind it.
    let closed = Document(
      schema: "x", blocks: Self.wide.blocks.dropLast() + [.data("a", .null)])
    #expect(closed.pageGroups.map(\.isWide) == [false, true])
    let pdf = try Self.made(Self.wide, .pdf)
    let info = try Self.read(pdf, "pdfinfo", ["-l", "9", "-"])
    #expect(info.contains("Page    1 size:  595.276 x 841.89"))
    #expect(info.contains("Page    2 size:  841.89 x 595.276"))
    #expect(info.contains("Page    3 size:  595.276 x 841.89"))
  }

  @Test func `a workbook's cover has no grid and room for its texts, headings stand over figures`()
    throws
  {
    let long = Document(
      schema: "x", title: "Long", blocks: Self.document.blocks,
      footer: [String(repeating: "many words ", count: 20)], imprint: Self.document.imprint)
    let book = try long.bytes(Rendering(format: .xlsx))
    let cover = try Self.part("xl/worksheets/sheet1.xml", of: book)
    #expect(cover.contains("showGridLines=\"0\""))
    #expect(!cover.contains("gridLines=\"1\""))
    #expect(cover.contains("<row r=\"1\" ht=\"27\" customHeight=\"1\""))
    #expect(cover.contains(" ht=\"45\" customHeight=\"1\""))
    let effort = try Self.part("xl/worksheets/sheet4.xml", of: book)
    let heads = effort.matches(of: #/<c r="[AB]1" s="(\d+)"/#).compactMap { Int($0.1) }
    let styles = try Self.part("xl/styles.xml", of: book)
    let cells = styles.split(separator: "<cellXfs").last?.split(separator: "<xf ").dropFirst()
    let sides = heads.map { (cells?.dropFirst($0).first ?? "").contains("horizontal=\"right\"") }
    #expect(sides == [false, true])
  }

  @Test func `a long line of code and a long word end on the page`() throws {
    let text = String(repeating: "x", count: 500), word = String(repeating: "w", count: 900)
    let document = Document(
      schema: "x", title: "Long", blocks: [.prose("```\n\(text)\n```\n\n\(word)")])
    let read = try Self.read(Self.made(document, .pdf), "pdftotext", ["-", "-"])
    #expect(read.count { $0 == "x" } == 500)
    #expect(read.count { $0 == "w" } == 900)
  }

  @Test func `a missing program is one sentence with the line that installs it`() {
    let engine = Engine(program: "no-such-program", package: "no-such-package", least: [1])
    let problem = #expect(throws: EngineProblem.self) {
      try EngineProcess.run(EngineCall(engine, [], input: [], instant: 0))
    }
    #expect(problem == .missing(engine))
    #expect(problem?.kind == .cannotCreate)
    #expect(
      EngineProblem.missing(.weasyprint).message
        == "PDF files are written with weasyprint, which is not installed.")
    #expect(EngineProblem.missing(.weasyprint).hint == "apt install weasyprint")
    #expect(EngineProblem.missing(.pandoc).hint == "apt install pandoc")
  }

  @Test func `a program that takes too long is ended`() throws {
    let engine = Engine(program: "sleep", package: "coreutils", least: [1])
    let call = EngineCall(engine, ["60"], input: [], instant: 0)
    let end = try EngineProcess.end(of: "/bin/sleep", call, seconds: 1).end
    #expect(end.isLate)
    #expect(end.code == 137)
  }

  @Test func `a program that fails says why`() {
    let engine = Engine(program: "pandoc", package: "pandoc", least: [2])
    #expect(throws: EngineProblem.self) {
      try EngineProcess.run(EngineCall(engine, ["--no-such-option"], input: [], instant: 0))
    }
    #expect(Engine.pandoc.isTooOld("pandoc 1.19.2"))
    #expect(!Engine.pandoc.isTooOld("pandoc 2.17.1.1"))
    #expect(!Engine.pandoc.isTooOld("pandoc 3.1"))
    #expect(Engine.weasyprint.isTooOld("WeasyPrint version 52.5"))
  }

  @Test func `bytes are written in base 64`() {
    let texts = ["", "f", "fo", "foo", "foobar"].map { Base64.text(Array($0.utf8)) }
    #expect(texts == ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYmFy"])
  }

  @Test func `the emblem has twelve stars of its geometry`() {
    let svg = Emblem.svg(title: "Emblem of the European Union")
    #expect(svg.split(separator: "<polygon").count == 13)
    #expect(svg.contains("<title id=\"emblem\">Emblem of the European Union</title>"))
    #expect(svg.contains("points=\"405,60 411.7,80.7 433.5,80.7 415.9,93.5 422.6,114.3"))
  }
}
