import Basics
import Glibc
import Testing

@testable import BluesCommands

@Suite struct `Files that no answer replaces` {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    #expect(Launch.run(["init", "--db", folder("p.db"), "-o", folder("init.txt")]) == 0)
  }

  private func run(_ words: String...) -> Int32 { Launch.run(words + ["--db", folder("p.db")]) }

  private func write(_ text: String, _ name: String) throws {
    let file = try #require(fopen(folder(name), "w"))
    fputs(text, file)
    fclose(file)
  }

  private func kind(_ name: String) -> mode_t {
    var found = stat()
    return lstat(folder(name), &found) == 0 ? found.st_mode & S_IFMT : 0
  }

  @Test func `the project, however it is spelled, and whichever command writes`() throws {
    let before = try folder.text("p.db")
    link(folder("p.db"), folder("twin"))
    symlink(folder("p.db"), folder("link"))
    for name in ["p.db", "./p.db", "twin", "link", "p.db-wal", "p.db-shm", "p.db-journal"] {
      let output = ["--force", "-o", folder(name), "--db", folder("p.db")]
      #expect(Launch.run(["partner", "list", "--format", "csv"] + output) == 73)
      #expect(Launch.run(["partner", "add", "XX", "Example", "--format", "csv"] + output) == 73)
      #expect(
        Launch.run(["partner", "contact", "export", "--format", "csv"] + output) == 73)
      #expect(Launch.run(["exchange", "calendar"] + output) == 73)
    }
    #expect(
      Launch.run(["inspect", folder("init.txt"), "--json", "--force", "-o", folder("p.db")]) == 73)
    #expect(
      Launch.run(["init", "--db", folder("q.db"), "--json", "-o", folder("q.db")]) == 73)
    #expect(try folder.text("p.db") == before)
    #expect(run("partner", "show", "XX", "-o", folder("xx.txt")) == 4)
    #expect(folder.names == ["init.txt", "link", "p.db", "twin"])
  }

  @Test func `whatever else an option reads, also in a rehearsal`() throws {
    try write("given name,email\nAda,ada@example.org\n", "list.csv")
    try write("[columns]\n", "m.toml")
    try write("# Letter\n", "letter.md")
    try write("Scanned.\n", "scan.txt")
    let list = folder("list.csv")
    for file in ["m.toml", "./m.toml"] {
      let words = ["partner", "contact", "import", list, "--mapping", folder("m.toml")]
      let output = ["--format", "json", "--force", "-o", folder(file), "--db", folder("p.db")]
      #expect(Launch.run(words + ["-n"] + output) == 73)
      #expect(Launch.run(words + output) == 73)
    }
    let scan = folder("scan.txt")
    #expect(
      run("wp", "deliverable", "submit", "D1.1", "--evidence", scan, "--force", "-o", scan) == 73)
    #expect(run("project", "document", "add", "WP1", scan, "--force", "-o", scan) == 73)
    #expect(try folder.text("m.toml") == "[columns]\n")
    #expect(try folder.text("scan.txt") == "Scanned.\n")
    #expect(run("partner", "contact", "show", "C1", "-o", folder("c.txt")) == 4)
  }

  @Test func `an empty name, and a list without columns, are refused`() throws {
    #expect(run("wp", "list", "--format", "csv", "-o", "") == 64)
    #expect(OutputProblem.noName.message == "The name of the output file is empty.")
    for columns in ["", ",", " "] {
      #expect(run("wp", "list", "--columns", columns, "-o", folder("list.txt")) == 64)
    }
    #expect(folder.names == ["init.txt", "p.db"])
  }

  @Test func `the folder of the registered files, before it is there`() throws {
    for name in ["p.papers", "./p.papers"] {
      #expect(run("wp", "list", "--format", "csv", "-o", folder(name)) == 73)
    }
    #expect(run("wp", "list", "--format", "csv", "-o", folder("q.papers")) == 0)
    #expect(folder.names == ["init.txt", "p.db", "q.papers"])
  }

  @Test func `the list that is read, also in a rehearsal`() throws {
    try write("code,name\nXX,Example\n", "list.csv")
    let list = folder("list.csv")
    let text = try folder.text("list.csv")
    #expect(run("partner", "import", list, "-n", "--force", "-o", list) == 73)
    #expect(run("partner", "import", list, "--force", "-o", list) == 73)
    #expect(run("partner", "import", list, "--force", "--save-mapping", list) == 73)
    #expect(run("partner", "contact", "import", list, "-n", "--force", "-o", list) == 73)
    #expect(run("exchange", "propose", "--file", list, "--force", "-o", list) == 73)
    #expect(run("exchange", "reconcile", list, "--force", "-o", list) == 73)
    #expect(Launch.run(["inspect", list, "--force", "-o", list]) == 73)
    #expect(
      Launch.run(["inspect", list, "--rows", "--format", "json", "--force", "-o", list]) == 73)
    #expect(try folder.text("list.csv") == text)
    #expect(run("partner", "show", "XX", "-o", folder("xx.txt")) == 4)
  }

  @Test func `a registered paper, which is asked for only when a file is there`() throws {
    try write("report\n", "report.pdf")
    var asked = 0
    let kept = KeptFiles(papers: {
      asked += 1
      return [self.folder("./report.pdf")]
    })
    try kept.check(folder("new.pdf"))
    #expect(asked == 0)
    #expect(throws: OutputProblem.kept(folder("report.pdf"), "a registered paper")) {
      try kept.check(folder("report.pdf"))
    }
    #expect(asked == 1)
    let problem = OutputProblem.kept("a.pdf", "a registered paper")
    #expect(problem.message == "a.pdf is a registered paper: blues does not overwrite it.")
    #expect(problem.hint == "choose another name")
    #expect(problem.kind == .cannotCreate)
  }

  @Test func `a symbolic link is neither written through nor replaced`() throws {
    try write("mine\n", "precious.csv")
    symlink(folder("precious.csv"), folder("link.csv"))
    symlink(folder("nowhere"), folder("dangling.csv"))
    for name in ["link.csv", "dangling.csv"] {
      #expect(run("partner", "list", "-o", folder(name)) == 73)
      #expect(run("partner", "list", "--force", "-o", folder(name)) == 73)
      #expect(kind(name) == S_IFLNK)
    }
    #expect(try folder.text("precious.csv") == "mine\n")
    #expect(!folder.names.contains("nowhere"))
    let problem = OutputProblem.link("a")
    #expect(
      problem.message == "a is a symbolic link: blues does not write over it or through it.")
    #expect(problem.hint == "name the file that the link leads to, or choose another name")
  }

  @Test func `a pipe and a device are written into and stay what they are`() throws {
    mkfifo(folder("pipe.csv"), 0o600)
    let reader = open(folder("pipe.csv"), O_RDWR | O_NONBLOCK)
    defer { close(reader) }
    let pipe = folder("pipe.csv")
    #expect(run("partner", "list", "--columns", "code", "--where", "code=AV", "-o", pipe) == 0)
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = read(reader, &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "code\nAV\n")
    #expect(kind("pipe.csv") == S_IFIFO)
    #expect(run("partner", "list", "-o", "/dev/null") == 0)
    #expect(run("partner", "list", "--format", "xlsx", "-o", "/dev/null") == 0)
    #expect(run("partner", "list", "-o", "/dev/full") == 74)
    var found = stat()
    #expect(stat("/dev/null", &found) == 0 && found.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func `what the shell opened is written to as it is`() throws {
    let file = open(folder("a.txt"), O_RDWR | O_CREAT, 0o600)
    defer { close(file) }
    #expect(run("partner", "set", "AV", "--city", "Nice", "-o", "/dev/fd/\(file)") == 0)
    #expect(try folder.text("a.txt") == "Changed partner AV.\n")
  }

  @Test func `a folder is told before anything is changed`() throws {
    mkdir(folder("sub"), 0o700)
    defer { rmdir(folder("sub")) }
    let words = ["partner", "add", "XX", "Example", "--force", "-o", folder("sub")]
    #expect(Launch.run(words + ["--db", folder("p.db")]) == 73)
    #expect(run("partner", "show", "XX", "-o", folder("xx.txt")) == 4)
  }

  @Test func `an ending that no format has is refused before anything is done`() throws {
    let before = folder.names
    #expect(run("partner", "add", "XX", "Example", "-o", folder("a.odt")) == 64)
    #expect(run("report", "status", "-o", folder("status.odt")) == 64)
    #expect(folder.names == before)
    #expect(run("partner", "show", "XX", "-o", folder("xx")) == 4)
    let problem = OutputProblem.unknownEnding("status.odt", "odt")
    #expect(
      problem.message
        == "status.odt: no format has the ending odt. Known endings: txt, csv, tsv, json, jsonl, "
        + "md, html, xlsx, pdf, docx, vcf.")
    #expect(problem.hint == "choose one of them, or name the format with --format")
  }

  @Test(arguments: ["p.db", "p.db-wal", "p.db-shm"])
  func `that a file must stay is told before its ending`(name: String) throws {
    #expect(run("partner", "list", "-o", folder(name), "--force") == 73)
    #expect(run("partner", "set", "AV", "--city", "Nice", "-o", folder(name), "--force") == 73)
    #expect(run("partner", "list", "-o", folder("other.db"), "--force") == 64)
  }

  @Test(arguments: ["a", "v1.2/a", ".hidden", "a.", "a.CSV", "-", "/dev/stdout", "/dev/fd/1"])
  func `other names keep their form`(name: String) {
    #expect(refusal("partner list -o \(name)") == nil)
  }

  @Test func `a form that is named wins over the ending`() throws {
    #expect(run("partner", "list", "--format", "csv", "-o", folder("a.dat")) == 0)
    #expect(try folder.text("a.dat").hasPrefix("code,"))
    #expect(run("partner", "show", "AV", "--json", "-o", folder("b.dat")) == 0)
    #expect(try folder.text("b.dat").hasPrefix("{"))
  }
}
