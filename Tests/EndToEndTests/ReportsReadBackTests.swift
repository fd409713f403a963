import Testing

/// Every report of a whole project, made by one command and read by programs that share no code with it.
@Suite(.serialized) struct `Reports read back` {
  /// A project with two periods, five partners and fifty exchanges, and all reports of its periods.
  private static let prepared = Result {
    let place = try Place()
    try place.must("sh \(Repository.root)/Tests/Reports/project.sh")
    return place
  }

  @Test(arguments: ["RP1", "RP2"])
  func `every figure is the same in every format, and every sum is that of SQL`(
    period: String
  ) throws {
    let place = try Self.prepared.get()
    try place.must("blues report all --period \(period) -o \(period)")
    let read = try place.run(
      "/usr/bin/python3 \(Repository.root)/Tests/Reports/read_back.py \(period) blues.db \(period)")
    #expect(read.output.contains(" reports agree in 7 formats, "), "\(read.output)")
    #expect(read.exit == 0)
  }

  @Test func `the same project gives the same bytes`() throws {
    let place = try Self.prepared.get()
    for name in ["first", "second"] {
      try place.must("mkdir \(name)")
      for ending in ["docx", "pdf", "xlsx", "html", "json"] {
        try place.must("blues report technical --period RP1 -o \(name)/technical.\(ending)")
        try place.must("blues report financial --partner NP --period RP2 -o \(name)/np.\(ending)")
      }
    }
    #expect(try place.run("diff -r first second") == Place.Ran(output: "", exit: 0))
  }
}
