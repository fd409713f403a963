import Testing

/// Every report of a whole project, made by one command and read by programs that share no code with it.
@Suite struct `Reports read back` {
  /// A project with two periods, five partners and fifty exchanges, and all reports of its periods.
  private static let prepared = Result {
    let place = try Place()
    try place.must("sh \(Repository.root)/Tests/Reports/project.sh")
    return place
  }

  /// The second period without Word documents and PDF files, which are made from its pages as the first
  /// one's are.
  @Test(arguments: [("RP1", 7), ("RP2", 5)])
  func `every figure is the same in every format, and every sum is that of SQL`(
    period: String, forms: Int
  ) throws {
    let place = try Self.prepared.get()
    try place.must("mkdir -p few && ln -sf \"$(command -v blues)\" few/blues")
    let path = forms == 7 ? "" : "PATH=$PWD/few "
    try place.must("\(path)blues report all --period \(period) -o \(period)")
    let read = try place.run(
      "/usr/bin/python3 \(Repository.root)/Tests/Reports/read_back.py \(period) blues.db \(period)")
    #expect(read.output.contains(" reports agree in \(forms) formats, "), "\(read.output)")
    #expect(read.exit == 0)
    // The same project gives the same bytes, also where a report is made by itself.
    for (report, options) in [("technical", ""), ("financial-NP", "--partner NP")] {
      for ending in ["docx", "pdf", "xlsx", "html", "json"].suffix(forms - 2) {
        let again = "again-\(period)-\(report).\(ending)"
        let words = "\(report.prefix { $0 != "-" }) \(options) --period \(period)"
        try place.must("blues report \(words) -o \(again)")
        let same = try place.run("cmp \(again) \(period)/\(report).\(ending)")
        #expect(same == Place.Ran(output: "", exit: 0))
      }
    }
  }

  @Test func `an engine that fails leaves its files out, and the others are made`() throws {
    let place = try Place()
    try place.must("blues init --template blues 2>&1")
    try place.must(
      "mkdir broken && printf '#!/bin/sh\necho \"weasyprint 57\"; exit 3\n' > broken/weasyprint"
        + " && chmod +x broken/weasyprint")
    let ran = try place.run(
      "PATH=$PWD/broken:$PATH blues report all --period RP1 -o reports 2>&1")
    #expect(ran.exit == 3)
    #expect(ran.output.contains("\nstatus.pdf is left out: weasyprint failed: code 3.\n"))
    #expect(try place.run("ls reports/*.pdf").exit == 2)
    #expect(try place.must("ls reports/status.*").split(separator: "\n").count == 4)
    #expect(try !place.must("cat reports/index.html").contains(".pdf"))
  }

  @Test func `every missing program is named, and what needs none of them is made`() throws {
    let place = try Place()
    try place.must("blues init --template blues 2>&1")
    try place.must("mkdir few && ln -s \"$(command -v blues)\" few/blues")
    #expect(
      try place.must("PATH=$PWD/few blues report all --period RP1 -o reports 2>&1")
        == """
        52 files in reports: open reports/index.html.
        PDF files are written with weasyprint, which is not installed. apt install weasyprint adds these files.
        Pictures in Word documents are drawn with rsvg-convert, which is not installed. apt install librsvg2-bin adds these files.
        Word documents are written with pandoc, which is not installed. apt install pandoc adds these files.

        """)
  }

  @Test func `a project without periods is told how to add one`() throws {
    let place = try Place()
    try place.must(
      "blues init --template interreg --acronym X --start 2026-01-01 --end 2027-12-31 --yes 2>&1")
    #expect(
      try place.run("blues report all -o reports 2>&1")
        == Place.Ran(
          output: "blues: Unknown period: RP1.\nhint: blues project period add --to M12\n", exit: 4)
    )
  }
}
