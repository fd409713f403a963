import Testing

/// Letters to contacts, as they are typed and as they are read.
@Suite struct `Letters` {
  private let place: Place

  init() throws {
    place = try Place()
    let people = [
      "organisation;given_name;family_name;salutation;title;country;basis;basis_date;opt_out",
      "../../etc/passwd;Ana;Alvarez;Ms;Dr;ES;consent;2021-01-05;",
      "*Bold* & <b>Sons</b>;Jan;Novák;Mr;;CZ;consent;2021-01-05;",
      "No Basis;Eva;Kowalska;Ms;;PL;;;",
      "Opted Out;Max;Richter;Mr;;DE;consent;2021-01-05;2021-02-01",
      "Also Out;Eve;Martin;Ms;;FR;consent;2021-01-05;yes",
    ]
    let lines = people.map { "'\($0)'" }.joined(separator: " ")
    try place.must("blues init --template blues && printf '%s\\n' \(lines) > people.csv")
    try place.must("blues partner contact import people.csv --delimiter ';'")
    try place.must(
      "printf 'Dear {salutation} {title} {family_name},\\n\\n**{organisation}** is invited.\\n' "
        + "> letter.md")
  }

  private static let remark =
    "Left out: 2 contacts opted out, 1 contact without a legal basis.\n"

  @Test func `fields are filled, an unknown title leaves no blank, and who is left out is counted`()
    throws
  {
    #expect(
      try place.must("blues partner contact letter letter.md --sort country --format markdown")
        == "Dear Mr Novák,\n\n**\\*Bold\\* & \\<b\\>Sons\\</b\\>** is invited.\n\n---\n\n"
        + "Dear Ms Dr Alvarez,\n\n**../../etc/passwd** is invited.\n" + Self.remark)
    #expect(
      try place.must("blues partner contact letter letter.md --where country=CZ --format html")
        .contains("<strong>*Bold* &amp; &lt;b&gt;Sons&lt;/b&gt;</strong> is invited."))
  }

  @Test(arguments: ["docx", "pdf", "html", "md"])
  func `a folder has a file for each contact, named by its code`(ending: String) throws {
    let format = ending == "md" ? "markdown" : ending
    #expect(
      try place.must("blues partner contact letter letter.md -o letters --format \(format)")
        == "2 letters in letters.\n" + Self.remark)
    #expect(try place.must("ls letters") == "C1.\(ending)\nC2.\(ending)\n")
    #expect(
      try place.run("blues partner contact letter letter.md -o letters --format \(format)").exit
        == 73)
    try place.must(
      "blues partner contact letter letter.md -o letters --format \(format) --force")
  }

  @Test func `no module of the current folder is run by what prints`() throws {
    for module in ["weasyprint", "signal", "html", "re"] {
      try place.must("echo 'open(\"run\", \"w\")' > \(module).py")
    }
    try place.must("blues partner contact letter letter.md -o letters --format pdf")
    #expect(try place.must("ls letters") == "C1.pdf\nC2.pdf\n")
    #expect(try place.run("ls run").exit == 2)
  }

  @Test func `a Word document and a PDF have the words of each letter`() throws {
    try place.must("blues partner contact letter letter.md -o letters.docx")
    let plain = try place.must("pandoc -t plain --wrap=none letters.docx")
    try place.must("blues partner contact letter letter.md -o letters.pdf")
    let printed = try place.must("pdftotext -layout letters.pdf -")
    for words in [
      "Dear Ms Dr Alvarez,", "Dear Mr Novák,", "../../etc/passwd is invited.",
      "*Bold* & <b>Sons</b> is invited.",
    ] {
      #expect(plain.contains(words), "\(words)")
      #expect(printed.contains(words), "\(words)")
    }
  }

  @Test func `an unknown field is refused by its line, with a near one`() throws {
    try place.must("printf 'Hello\\nDear {familyname}\\n' > bad.md")
    let ran = try place.run("blues partner contact letter bad.md -o letters.docx")
    #expect(ran.exit == 65)
    #expect(
      ran.output.hasPrefix(
        "blues: bad.md:2: contacts have no field familyname.\nhint: did you mean family_name? "))
    #expect(try place.run("ls letters.docx").exit == 2)
  }

  @Test(arguments: ["# Heading", "1. Item", "- Item", "+49 30 1", "---", "=====", "> Quote"])
  func `a field at the start of a line makes no heading, list or rule`(note: String) throws {
    try place.must("blues partner contact set C1 --note='\(note)'")
    try place.must(
      "printf 'Dear {given_name},\n{note}\n\n{note}\n\n- {note}\n' > note.md")
    let page = try place.must("blues partner contact letter note.md --where code=C1 --format html")
    for tag in ["<h1", "<h2", "<ol", "<hr", "<blockquote"] {
      #expect(!page.contains(tag), "\(tag)")
    }
    let shown = note.replacing(">", with: "&gt;")
    #expect(page.contains("<p>\(shown)</p>\n<ul>\n<li>\(shown)</li>\n</ul>"), "\(page)")
  }
}
