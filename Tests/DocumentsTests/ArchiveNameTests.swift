import Documents
import Testing

@Suite struct `Names in an archive` {
  @Test(arguments: [
    ("scan.pdf", "scan.pdf"), ("Rechnung 3 – Łódź.pdf", "Rechnung 3 – Łódź.pdf"),
    ("a:b?c*d.pdf", "a_b_c_d.pdf"), ("<\"a\">|b\\c/d.pdf", "__a___b_c_d.pdf"),
    ("a\u{1}b\nc\u{7F}.pdf", "a_b_c_.pdf"), ("scan.", "scan"), ("scan. . ", "scan"),
    ("scan\u{A0}", "scan"), ("...", "_"), (" ", "_"), ("", "_"), (".hidden", ".hidden"),
    ("fdp\u{202E}.exe", "fdp.exe"), ("a\u{200B}b", "ab"), ("CON", "_CON"), ("con.pdf", "_con.pdf"),
    ("Nul.tar.gz", "_Nul.tar.gz"), ("COM1.pdf", "_COM1.pdf"), ("lpt².txt", "_lpt².txt"),
    ("COM0", "COM0"), ("CONTRACT.pdf", "CONTRACT.pdf"), ("aux .pdf", "_aux .pdf"),
  ])
  func `a name can be unpacked on Windows`(wanted: String, name: String) {
    #expect(ArchiveName.safe(wanted) == name)
  }

  @Test func `a long name is cut before its ending`() {
    let long = String(repeating: "é", count: 100)
    #expect(ArchiveName.safe("\(long).pdf") == String(repeating: "é", count: 58) + ".pdf")
    #expect(ArchiveName.safe(long) == String(repeating: "é", count: 60))
    #expect(
      ArchiveName.safe("\(long).an ending of many letters") == String(repeating: "é", count: 60))
  }
}
