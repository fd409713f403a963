import Glibc
import Testing

@testable import BluesCommands

@Suite struct `A list of money on its way in` {
  let folder: Folder

  init() throws {
    folder = try Folder.withProject()
  }

  private func write(_ text: String, _ name: String = "costs.csv") throws {
    let file = try #require(fopen(folder(name), "w"))
    fwrite(text, 1, text.utf8.count, file)
    fclose(file)
  }

  private func run(_ words: [String]) throws -> (code: Int32, text: String) {
    let code = Launch.run(words + ["--db", folder("p.db"), "-o", folder("out.txt"), "--force"])
    return (code, code == 0 || code == 3 ? try folder.text("out.txt") : "")
  }

  private func imported(
    _ words: String..., file: String = "costs.csv"
  ) throws -> (code: Int32, text: String) {
    try run(["partner", "cost", "import", folder(file)] + words)
  }

  @Test(arguments: ["Costs of NP 2020\n\n", "Costs of NP 2020;;;;;\n;;;;;\n"])
  func `has its headings found below a title`(title: String) throws {
    try write(
      title + "Partner;Kategorie;AP;Datum;Bezeichnung;Betrag\n"
        + "NP;D.1;AP1;31.05.2020;Bahn;12,50\nNP;Reise;AP2;05.06.2020;Hotel;100,00\n")
    let (code, text) = try imported()
    #expect(code == 0)
    #expect(text.contains("read 2 = created 2 + updated 0 + unchanged 0 + rejected 0"))
    #expect(text.contains("2 lines before the table left out"), "\(text)")
    #expect(try imported().text.contains("read 2 = created 0 + updated 0 + unchanged 2"))
  }

  @Test func `keeps its mapping by number for the rows that were rejected`() throws {
    try write(
      "Partner,Category,WP,Date,Description,X,Y\n"
        + "NP,D.1,WP1,2020-05-31,Train,12.50,a\nNP,D.1,WP1,2020-06-31,Hotel,100.00,b\n")
    let said = ["--map", "6=amount", "--map", "7=note"]
    #expect(try run(["partner", "cost", "import", folder("costs.csv")] + said).code == 3)
    let rejects = try folder.text("costs.rejects.csv")
    try write(
      rejects.replacing("NP,D.1,WP1,2020-06-31", with: "NP,D.1,WP1,2020-06-30"), "costs.rejects.csv"
    )
    let (code, text) = try imported(file: "costs.rejects.csv")
    #expect(code == 0)
    #expect(text.contains("read 1 = created 1 + updated 0 + unchanged 0 + rejected 0"), "\(text)")
    let rows = try run(["partner", "cost", "list", "--format", "csv", "--columns", "amount,note"])
    #expect(rows.text == "amount,note\n12.50,a\n100.00,b\n")
  }
}

@Suite struct `What is said of a record that is typed` {
  @Test(arguments: [
    ("receipts/k1.pdf", true), ("k1.JPEG", true), ("folder 3", false), ("p. 12", false),
    ("https://example.org/k1.pdf", false), ("Ordner 3.2", false), (".pdf", false), ("", false),
  ])
  func `a path is a name with an ending`(text: String, isPath: Bool) {
    #expect(EvidencePlace(text).isPath == isPath)
  }
}
