import Basics
import CZlib
import Tabular
import Testing

@Suite struct `Published texts` {
  private func read(_ text: String) throws -> PublishedText {
    try PublishedText.read(.bytes(Array(text.utf8)))
  }

  /// Words with one blank between them.
  private func words(_ text: PublishedText) -> String {
    text.text.split { $0.isWhitespace }.joined(separator: " ")
  }

  private func problem(_ bytes: [UInt8]) -> PublishedProblem? {
    #expect(throws: PublishedProblem.self) { try PublishedText.read(.bytes(bytes)) }
  }

  @Test func `a page gives its text without tags, scripts and comments`() throws {
    let page = try read(
      """
      <!DOCTYPE html><html><head><style>p{}</style><script>if (a < b) "x"</script></head>
      <body><!-- a <p>note</p> --><h1>The B<b>LU</b>ES project</h1><p>Grant&nbsp;n&deg; 874467
      &amp; more&hellip; &#233;t&#xE9; 5 < 6</p>
      <img src="/img/eu_flag.png" alt='Emblem > of the EU'></body></html>
      """)
    #expect(page.kind == .page)
    #expect(words(page) == "The BLUES project Grant n° 874467 & more… été 5 < 6")
    #expect(page.images?.count == 1)
    #expect(page.images?.first?.contains("Emblem > of the EU") == true)
  }

  @Test func `a page is read in its own encoding`() throws {
    let head = Array("<html><meta charset=\"windows-1250\"><p>Projekt ".utf8)
    let page = try PublishedText.read(.bytes(head + [0x9E, 0x6C, 0x75, 0x9D]))
    #expect(words(page) == "Projekt žluť")
    let plain = try PublishedText.read(.bytes([0x63, 0x61, 0x66, 0xE9]))
    #expect(plain == PublishedText(kind: .text, text: "café", images: nil))
  }

  @Test func `a broken page ends, however it is broken`() throws {
    for page in [
      "<html><p a=\"", "<html><!-- ", "<html><script>", "<html>&#xFFFFFFFF; &x", "<html><",
    ] {
      _ = try? read(page)
    }
    let many = String(repeating: "<p a='", count: 200_000)
    #expect(try read("<html>word\(many)").text.hasPrefix("\nword"))
  }

  @Test func `a document with a password says so, in either form`() throws {
    var zip = Zip()
    zip.add("mimetype", "application/vnd.oasis.opendocument.text")
    zip.add("content.xml", "\u{1}\u{2}no XML")
    zip.add(
      "META-INF/manifest.xml",
      """
      <manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml">
      <manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>
      """)
    #expect(problem(zip.bytes) == .encrypted)
    let office: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let gap = [UInt8](repeating: 0, count: 120)
    var name: [UInt8] = []
    for byte in "EncryptedPackage".utf8 { name += [byte, 0] }
    #expect(problem(office + gap + name + gap) == .encrypted)
    #expect(problem(office) == .unknownKind)
    #expect(
      PublishedProblem.tooLarge(most: 32 << 20).message
        == "The file has more than 32 MiB, as it is or unpacked.")
  }

  @Test func `a document gives the text of its paragraphs, headers and footers`() throws {
    var zip = Zip()
    zip.add(
      "word/document.xml",
      """
      <w:document xmlns:w="w" xmlns:wp="p"><w:p><w:r><w:t>Grant </w:t></w:r><w:r><w:t>8744</w:t></w:r>
      <w:r><w:t>67</w:t></w:r><w:instrText>PAGE</w:instrText></w:p>
      <w:p><wp:docPr id="1" name="Picture 1" descr="EU emblem"/><w:t>End</w:t></w:p></w:document>
      """)
    zip.add("word/footer1.xml", "<w:ftr xmlns:w='w'><w:p><w:t>Footer</w:t></w:p></w:ftr>")
    let document = try PublishedText.read(.bytes(zip.bytes))
    #expect(document.kind == .document)
    #expect(words(document) == "Grant 874467 End Footer")
    #expect(document.images == ["EU emblem Picture 1"])
  }

  @Test func `an OpenDocument text is read, and another archive is not`() throws {
    var zip = Zip()
    zip.add("mimetype", "application/vnd.oasis.opendocument.text")
    zip.add("content.xml", "<o:d xmlns:o='o'><o:p>One</o:p><o:p>Two<o:s/>three</o:p></o:d>")
    #expect(words(try PublishedText.read(.bytes(zip.bytes))) == "One Two three")
    var other = Zip()
    other.add("a.txt", "text")
    #expect(problem(other.bytes) == .unknownKind)
    var broken = Zip()
    broken.add("word/document.xml", "<a><b></a>")
    #expect(
      problem(broken.bytes)?.message.hasPrefix(
        "The file is damaged: word/document.xml: line 1 of its XML") == true)
    var doctype = Zip()
    doctype.add("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    #expect(
      problem(doctype.bytes) == .damaged(detail: "word/document.xml declares a document type"))
  }

  /// A PDF with one content stream.
  private func pdf(_ content: String, packed: Bool = true) -> [UInt8] {
    var data = Array(content.utf8)
    if packed {
      var count = compressBound(uLong(data.count))
      var room = [UInt8](repeating: 0, count: Int(count))
      compress(&room, &count, data, uLong(data.count))
      data = Array(room[..<Int(count)])
    }
    let filter = packed ? "/Filter /FlateDecode " : ""
    return Array("%PDF-1.4\n4 0 obj\n<< \(filter)/Length \(data.count) >>\nstream\n".utf8) + data
      + Array("\nendstream\nendobj\n%%EOF\n".utf8)
  }

  @Test(arguments: [true, false])
  func `a PDF with simple fonts gives its text`(packed: Bool) throws {
    let text = try PublishedText.read(
      .bytes(
        pdf(
          """
          BT /F1 12 Tf 72 700 Td (The \\(BLUES\\) project is) Tj 0 -14 Td
          [(fun) 20 (ded by) -300 (the European Union)] TJ T* <4772616E74> Tj
          (n\\260 874467) ' ET
          """, packed: packed)))
    #expect(text.kind == .pdf)
    #expect(
      words(text) == "The (BLUES) project is funded by the European Union Grant n° 874467")
  }

  /// A PDF of one page whose font has numbers of glyphs and, where it is given, a map to letters.
  private func glyphPDF(_ content: String, map: String?) -> [UInt8] {
    let font = map == nil ? "" : " /ToUnicode 7 0 R"
    let objects = [
      "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj",
      "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font 5 0 R >> >>\nendobj",
      "3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents [4 0 R] >>\nendobj",
      "4 0 obj\n<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream\nendobj",
      "5 0 obj\n<< /F1 6 0 R >>\nendobj",
      "6 0 obj\n<< /Type /Font /Subtype /Type0 /Encoding /Identity-H\(font) >>\nendobj",
      map.map { "7 0 obj\n<< /Length \($0.utf8.count) >>\nstream\n\($0)\nendstream\nendobj" } ?? "",
    ]
    return Array("%PDF-1.4\n\(objects.joined(separator: "\n"))\n%%EOF\n".utf8)
  }

  /// Codes 1 to 26 are letters, 27 a blank, 28 an accent, 29 and 30 two further signs.
  private static let map = """
    /CIDInit /ProcSet findresource begin 12 dict begin begincmap
    1 begincodespacerange <0000> <FFFF> endcodespacerange
    2 beginbfchar <001B> <0020> <001C> <00E9> endbfchar
    2 beginbfrange <0001> <001A> <0061> <001D> <001E> [<0066006C> <D83DDCA7>] endbfrange
    endcmap end
    """

  private func codes(_ text: String) -> String {
    text.utf8.map { byte in
      let code = byte == 0x20 ? 27 : Int(byte) - 0x60
      return "00" + (code < 16 ? "0" : "") + String(code, radix: 16)
    }.joined()
  }

  @Test func `a PDF whose fonts are numbers of glyphs is read by their maps`() throws {
    let content = """
      BT /F1 12 Tf <\(codes("funded by the european"))> Tj T*
      [<\(codes("union"))> -400 <001C001D001E>] TJ ET
      """
    let text = try PublishedText.read(.bytes(glyphPDF(content, map: Self.map)))
    #expect(words(text) == "funded by the european union éfl💧")
    #expect(problem(glyphPDF(content, map: nil)) == .noLetters)
  }

  @Test func `a map that is damaged gives no letters and no harm`() throws {
    let content = "BT /F1 12 Tf <\(codes("funded by the european union"))> Tj ET"
    for map in ["beginbfchar <0001", "beginbfrange <0001> <FFFFFFFF> <0061> endbfrange", "<", "["] {
      #expect(problem(glyphPDF(content, map: map)) == .noLetters)
    }
    let loop = String(decoding: glyphPDF(content, map: Self.map), as: UTF8.self)
      .replacing("/Parent 2 0 R", with: "/Parent 3 0 R").replacing("6 0 R", with: "6 0 obj")
    _ = try? PublishedText.read(.bytes(Array(loop.utf8)))
    let deep = "%PDF-1.4\n1 0 obj\n" + String(repeating: "[", count: 100_000)
    #expect(problem(Array(deep.utf8)) == .noLetters)
  }

  @Test func `a PDF whose text cannot be read says so`() throws {
    let glyphs = pdf("BT <000100020003000400050006000700080009> Tj ET")
    #expect(problem(glyphs) == .noLetters)
    #expect(PublishedProblem.noLetters.kind == .badData)
    #expect(problem(Array("%PDF-1.4\n/Encrypt 5 0 R".utf8)) == .encrypted)
    #expect(problem(Array("%PDF-1.4\n<< /FlateDecode >> stream\n\u{1}\u{2}".utf8)) == .noLetters)
  }

  @Test func `what is too large or of another kind is refused`() {
    #expect(
      problem([UInt8](repeating: 0x61, count: (32 << 20) + 1)) == .tooLarge(most: 32 << 20))
    #expect(problem([0xD0, 0xCF, 0x11, 0xE0, 1]) == .unknownKind)
    #expect(problem([]) == .empty)
    let bomb = pdf(String(repeating: " ", count: 70 << 20))
    #expect(problem(bomb) == .tooLarge(most: 64 << 20))
  }
}
