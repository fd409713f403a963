import Tabular
import Testing

@Suite struct `Word documents as Markdown` {
  private func read(
    _ body: String, styles: String = "", numbering: String = "", links: String = ""
  ) throws -> String {
    var zip = Zip()
    if !links.isEmpty {
      zip.add("word/_rels/document.xml.rels", "<Relationships>\(links)</Relationships>")
    }
    zip.add("word/document.xml", "<w:document xmlns:w='w'><w:body>\(body)</w:body></w:document>")
    if !styles.isEmpty { zip.add("word/styles.xml", "<w:styles xmlns:w='w'>\(styles)</w:styles>") }
    if !numbering.isEmpty {
      zip.add("word/numbering.xml", "<w:numbering xmlns:w='w'>\(numbering)</w:numbering>")
    }
    return try WordMarkdown.read(zip.bytes)
  }

  private func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  @Test func `headings are told by the name of their style, in any language`() throws {
    let styles = """
      <w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
      <w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
      <w:style w:styleId="Own"><w:name w:val="Chapter"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
      """
    #expect(
      try read(
        paragraph("Contribution", "<w:pStyle w:val='Titel'/>")
          + paragraph("WP1: Work *", "<w:pStyle w:val='berschrift2'/>")
          + paragraph("Sub", "<w:pStyle w:val='Own'/>") + paragraph("Text") + paragraph("  "),
        styles: styles)
        == "# Contribution\n\n## WP1: Work *\n\n### Sub\n\nText")
  }

  @Test func `lists, tables, bold and italic words stay`() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
      <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
      <w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
      """
    func item(_ text: String, _ level: Int) -> String {
      paragraph(text, "<w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='3'/></w:numPr>")
    }
    let bold = "<w:rPr><w:b/></w:rPr>"
    let off = "<w:rPr><w:b w:val='0'/><w:i/></w:rPr>"
    let cell = { (text: String) in "<w:tc><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>" }
    #expect(
      try read(
        "<w:p><w:r><w:t>Was </w:t></w:r><w:r>\(bold)<w:t>very </w:t></w:r>"
          + "<w:r>\(off)<w:t>good</w:t></w:r><w:r><w:br/><w:t>indeed</w:t></w:r></w:p>"
          + item("One", 0) + item("Two", 1) + paragraph("After")
          + "<w:tbl><w:tr>\(cell("A"))\(cell("B|C"))</w:tr><w:tr>\(cell("1"))</w:tr></w:tbl>",
        numbering: numbering)
          == """
          Was **very** *good*  
          indeed

          1. One
             - Two

          After

          | A | B\\|C |
          | --- | --- |
          | 1 |  |
          """)
  }

  @Test func `links lead where they led, and only to pages and mail boxes`() throws {
    func relation(_ id: String, _ target: String) -> String {
      "<Relationship Id='\(id)' Type='x/hyperlink' Target='\(target)' TargetMode='External'/>"
    }
    let text = { (text: String) in "<w:r><w:t>\(text)</w:t></w:r>" }
    let mark = { (type: String) in "<w:r><w:fldChar w:fldCharType='\(type)'/></w:r>" }
    let links =
      relation("r1", "https://example.org/a_(b)?c=1") + relation("r2", "javascript:alert(1)")
      + relation("r3", "mailto:ana@example.org")
    let paragraphs: [String] = [
      text("See ") + "<w:hyperlink r:id='r1'>\(text("the [page] "))</w:hyperlink>" + text("or")
        + "<w:hyperlink r:id='r2'>\(text(" this"))</w:hyperlink>",
      "<w:hyperlink r:id='r3'><w:r><w:rPr><w:b/></w:rPr><w:t>Ana</w:t></w:r></w:hyperlink>"
        + "<w:hyperlink w:anchor='top'>\(text(" above"))</w:hyperlink>",
      mark("begin") + "<w:r><w:instrText> HYPERLINK \"https://old.example\" </w:instrText></w:r>"
        + mark("separate") + text("old") + mark("end") + text(" one"),
      "<w:fldSimple w:instr='HYPERLINK \"https://s.example\"'>\(text("s"))</w:fldSimple>"
        + mark("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + mark("end") + text(" t"),
    ]
    let wanted = [
      "See [the \\[page\\]](<https://example.org/a_(b)?c=1>) or this",
      "[**Ana**](<mailto:ana@example.org>) above", "[old](<https://old.example>) one",
      "[s](<https://s.example>) t",
    ]
    #expect(
      try read(paragraphs.map { "<w:p>\($0)</w:p>" }.joined(), links: links)
        == wanted.joined(separator: "\n\n"))
  }

  @Test func `what Markdown would read as marks is text`() throws {
    #expect(
      try read(
        paragraph("# no heading") + paragraph("1. no item") + paragraph("- no item")
          + paragraph("5 * 3, *x*, a_b, _c_, `d`, &lt;b>, [e](f), g\\h"))
          == """
          \\# no heading

          1\\. no item

          \\- no item

          5 * 3, \\*x\\*, a_b, \\_c\\_, \\`d\\`, \\<b>, [e\\](f), g\\\\h
          """)
  }

  @Test func `what is no Word document is refused`() throws {
    var zip = Zip()
    zip.add("other.xml", "<a/>")
    #expect(throws: PublishedProblem.unknownKind) { try WordMarkdown.read(zip.bytes) }
    #expect(throws: PublishedProblem.empty) { try read(paragraph(" ")) }
    #expect(!WordMarkdown.isDocument(Array("# Text".utf8)))
    #expect(WordMarkdown.isDocument(zip.bytes))
  }
}
