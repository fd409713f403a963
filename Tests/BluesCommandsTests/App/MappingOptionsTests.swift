import ArgumentParser
import Basics
import BluesCore
import Glibc
import Tabular
import Testing

@testable import BluesCommands

@Suite struct `Mapping files on the command line` {
  let folder: Folder

  init() throws {
    folder = try Folder()
  }

  func write(_ text: String, _ name: String) throws {
    let file = try OutputFile(folder(name), overwriting: true)
    try file.append(Array(text.utf8))
    try file.finish()
  }

  /// Settles the headings of a list by the options, as an import does, and keeps the mapping.
  func take(
    _ list: String, _ words: [String], overwriting: Bool = false
  ) throws -> (columns: [String], reader: RowReader) {
    try write(list, "list.csv")
    let options = try ImportOptions.parse([folder("list.csv")] + words)
    let request = try options.request()
    var opened: RowReader?
    let write = try WriteOptions.parse(overwriting ? ["--force"] : [])
    let outcome = try ListSaying(list: options).take(request, for: write) { reader, _ in
      opened = reader
      return ImportOutcome(
        mapping: try Mapping.settle(
          header: reader.header, width: reader.width, fields: ContactHeadings.fields,
          request: request), reading: [])
    }
    return (
      outcome.mapping.columns.map { $0.target.fields.first ?? "-" }, try #require(opened)
    )
  }

  @Test func `a file settles reading and mapping, and options go before it`() throws {
    try write(
      "delimiter = ';'\nheader = false\nunmapped = 'keep'\nsource = 's'\n[columns]\n1 = 'email'\n",
      "m.toml")
    let path = folder("m.toml")
    let options = try ImportOptions.parse(["x.csv", "--mapping", path])
    let request = try options.request()
    #expect(request.unmapped == .keep)
    #expect(request.source == "s")
    let list = "a|1;b\nc|2;d\ne|3;f\n"
    #expect(try take(list, ["--mapping", path]).columns == ["email", "-"])
    #expect(try take(list, ["--mapping", path]).reader.header == nil)
    let words = ["--mapping", path, "--delimiter", "|", "--map", "2=email"]
    #expect(try take(list, words).columns == ["-", "email"])
    let refusing = try ImportOptions.parse(["x.csv", "--mapping", path, "--unmapped", "refuse"])
    #expect(try refusing.request().unmapped == .refuse)
  }

  @Test func `what was settled is written, not over another file, and reads as the same`() throws {
    let path = folder("new.toml")
    let words = ["--unmapped", "keep", "--map", "b=phone", "--save-mapping", path]
    #expect(try take("email,b,c\n1,2,3\n", words).columns == ["email", "phone", "-"])
    let text = try folder.text("new.toml")
    #expect(
      text.hasSuffix(
        #"""
        unmapped = "keep"

        # Heading, or number of the column = field, "keep" or "ignore".
        [columns]
        "email" = "email"  # by the field's own name
        "b" = "phone"  # as given
        "c" = "keep"

        """#))
    #expect(
      try take("email,b,c\n1,2,3\n", ["--mapping", path]).columns == ["email", "phone", "-"])
    #expect(throws: OutputProblem.self) { try take("email,b,c\n1,2,3\n", words) }
    #expect(try folder.text("new.toml") == text)
    _ = try take("email\n1\n", words.suffix(2), overwriting: true)
    #expect(
      try folder.text("new.toml").hasSuffix("\"email\" = \"email\"  # by the field's own name\n"))
  }

  @Test func `nothing is written when the list is refused`() throws {
    #expect(throws: MappingProblem.self) {
      try take("email,b\n1,2\n", ["--save-mapping", folder("new.toml")])
    }
    #expect(folder.names == ["list.csv"])
  }

  @Test func `a file that is missing or no mapping is told by its name`() throws {
    let missing = try ImportOptions.parse(["x.csv", "--mapping", folder("no.toml")])
    do {
      _ = try missing.request()
      Issue.record("there was a file")
    } catch let problem as any Problem {
      #expect(problem.kind == .missingInput)
    }
    try write(String(repeating: "# x\n", count: 300_000), "big.toml")
    let big = try ImportOptions.parse(["x.csv", "--mapping", folder("big.toml")])
    #expect(
      throws: MappingFileProblem(
        message: "big.toml: the file is too large for a mapping file.")
    ) { try big.request() }
  }
}
