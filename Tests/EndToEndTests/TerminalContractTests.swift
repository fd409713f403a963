import Testing

/// What scripts and terminals may rely on, as far as it takes the real program to see it.
@Suite struct `The contract with the terminal` {
  let place: Place

  init() throws {
    place = try Place.withProject()
  }

  @Test(arguments: [
    "blues partner list", "blues workpackage deliverable list --sort title",
    "blues report status --json", "blues partner list --where name~ASOCIACIÓN --format csv",
  ])
  func `the bytes are the same in every locale`(_ line: String) throws {
    let plain = try place.must(line)
    for locale in ["C", "de_DE.UTF-8", "tr_TR.UTF-8", "pl_PL.ISO-8859-2"] {
      #expect(try place.must(line, environment: ["LC_ALL": locale, "LANG": locale]) == plain)
    }
  }

  @Test func `who did it is asked of the system where the environment says nothing`() throws {
    let nobody = "env -u BLUES_USER -u USER -u LOGNAME"
    try place.must("\(nobody) blues partner set AV --city Nice")
    let who = try place.must("blues history --limit 1 --columns who --format csv --no-header")
    #expect(try who == place.must("id -un"))
  }

  @Test func `a column to sort by may begin with a minus`() throws {
    let line = "blues workpackage deliverable list --columns code --format csv --limit 2"
    #expect(try place.must("\(line) --sort -code") == "code\nD5.4\nD5.3\n")
    #expect(try place.must("\(line) --sort=-code") == "code\nD5.4\nD5.3\n")
  }

  @Test func `colour comes only where it is asked for or shown`() throws {
    let line = "blues workpackage deliverable list --late"
    let plain = try place.must(line)
    #expect(!plain.contains("\u{1B}"))
    #expect(try place.must(line, environment: ["NO_COLOR": "1"]) == plain)
    #expect(try place.must("\(line) --color never") == plain)
    #expect(try place.must(line, environment: ["CLICOLOR_FORCE": "0"]) == plain)
    let coloured = try place.must("\(line) --color always")
    #expect(coloured.contains("\u{1B}["))
    #expect(try place.must(line, environment: ["CLICOLOR_FORCE": "1"]) == coloured)
    let both = ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]
    #expect(try place.must(line, environment: both) == plain)
    #expect(try place.must("\(line) --color always", environment: ["NO_COLOR": "1"]) == coloured)
  }

  @Test func `a pipe that closes early ends the command quietly`() throws {
    try place.must(
      """
      { echo organisation; seq -f 'Invented firm %g of a long and tedious name' 4000; } > many.csv
      blues partner contact import many.csv
      """)
    let ran = try place.run("blues partner contact list --format csv 2> complaints | head -1")
    #expect(ran.exit == 0)
    #expect(ran.output.split(separator: "\n").count == 1)
    #expect(try place.must("cat complaints") == "")
  }

  @Test(arguments: ["ILL", "TRAP", "ABRT", "SEGV", "BUS", "FPE"])
  func `a defect ends a command with one sentence, and nothing else is printed`(
    _ signal: String
  ) throws {
    // The command waits for the rest of a list; what libraries print goes nowhere by then.
    let ran = try place.run(
      """
      mkfifo list && exec 3<>list && printf 'name' >&3
      blues inspect list 3<&- &
      until [ "$(readlink /proc/$!/fd/2)" = /dev/null ]; do :; done
      kill -\(signal) $!
      wait $!
      """)
    #expect(
      ran
        == Place.Ran(
          output: """
            blues: A defect in blues ended the command.
            hint: please report what you typed; blues history shows what was done

            """, exit: 70))
  }

  @Test func `an answer that cannot be written is an error`() throws {
    let ran = try place.run("blues partner list > /dev/full")
    #expect(
      ran
        == Place.Ran(
          output: "blues: standard output cannot be written: No space left on device.\n", exit: 74))
  }

  @Test func `an output file is private, whole, and never overwritten unasked`() throws {
    try place.must("blues report status -o status.html")
    #expect(try place.must("stat -c %a status.html blues.db") == "600\n600\n")
    let before = try place.must("sha256sum status.html")
    let again = try place.run("blues report status -o status.html")
    #expect(
      again
        == Place.Ran(
          output: """
            blues: status.html already exists.
            hint: add --force to overwrite it, or choose another name

            """, exit: 73))
    #expect(try place.must("sha256sum status.html") == before)
    try place.must("blues partner list --format html -o status.html --force")
    #expect(try place.must("sha256sum status.html") != before)
    #expect(try place.must("ls") == "Fixtures\nblues.db\nstatus.html\n")
  }

  @Test(arguments: [
    "blues workpackage deliverable submit D1.1", "blues workpackage deliverable remove D1.1 --yes",
    "blues workpackage add WP6 'Sixth'", "blues project amend --end 2022-11-30 --because Extension",
    "blues partner contact import Fixtures/members-fr.csv --partner AV", "blues undo",
    "blues partner contact add --name 'Ana Ejemplo'", "blues partner set AV --city Nîmes",
  ])
  func `a dry run leaves the file as it was, to the byte`(_ line: String) throws {
    let before = try place.must("sha256sum blues.db")
    let told = try place.must("\(line) --dry-run")
    #expect(told.lowercased().contains(line == "blues undo" ? "would undo" : "dry run"))
    #expect(try place.must("sha256sum blues.db") == before)
    #expect(try place.must("ls") == "Fixtures\nblues.db\n")
  }

  @Test func `a question leaves no trace`() throws {
    let before = try place.must("sha256sum blues.db")
    try place.must("blues report status && blues history && blues workpackage gantt")
    #expect(try place.must("sha256sum blues.db") == before)
    #expect(try place.must("ls") == "Fixtures\nblues.db\n")
  }

  @Test func `the project file is found from a folder below`() throws {
    let here = try place.must("blues partner list")
    #expect(try place.must("mkdir -p a/b && cd a/b && blues partner list") == here)
    #expect(try place.must("cd / && BLUES_DB=\(place.path)/blues.db blues partner list") == here)
    #expect(try place.must("cd / && blues partner list --db \(place.path)/blues.db") == here)
  }

  @Test func `a list is read from standard input`() throws {
    try place.must("cat Fixtures/members-fr.csv | blues partner contact import - --partner AV")
    #expect(try place.must("blues partner contact list --format csv | wc -l") == "9\n")
  }

  @Test func `an error leaves standard output empty`() throws {
    let wrong = [
      "blues workpackage show WP9", "blues nonsense", "blues partner list --db nowhere.db",
      "blues partner contact import Fixtures/members-pl-cp1250.csv",
    ]
    for line in wrong {
      let ran = try place.run("\(line) 2> complaints")
      #expect(ran.exit != 0)
      #expect(ran.output == "", "\(line)")
    }
  }

  @Test func `control and bidirectional characters are made visible`() throws {
    try place.must(
      #"""
      printf 'organisation\n"Evil \033[31mred \342\200\256txt"\n' > evil.csv
      blues partner contact import evil.csv
      """#)
    let list = "blues partner contact list --columns organisation --no-header"
    #expect(try place.must(list) == "Evil ␛[31mred <U+202E>txt\n")
    #expect(try !place.must("\(list) --format html").contains("\u{202E}"))
  }
}
