import Testing

/// Inputs that are no files: pipes, devices, and what never ends.
@Suite struct `Pipes and devices` {
  let place: Place

  init() throws {
    place = try Place.withProject()
    try place.must("mkfifo pipe")
  }

  @Test(arguments: [
    "blues inspect pipe", "blues partner contact import pipe",
    "blues workpackage deliverable import pipe", "blues exchange reconcile pipe",
  ])
  func `a pipe that nobody writes to is not waited for`(line: String) throws {
    let ran = try place.run("timeout 60 \(line)")
    #expect(
      ran
        == Place.Ran(
          output: "blues: pipe cannot be read: it is a pipe without a writer.\n", exit: 74))
  }

  @Test func `a pipe that nobody reads from is waited for, and that is said`() throws {
    let list = try place.must("blues partner list")
    let ran = try place.run(
      "(timeout 60 blues partner list -o pipe 2> said &); until test -s said; do true; done; "
        + "timeout 60 cat pipe; cat said")
    #expect(
      ran.output
        == list + "blues: pipe is a pipe that no program reads from yet; waiting for one\n")
    #expect(try place.must("test -p pipe && echo yes") == "yes\n")
  }

  @Test func `a pipe that somebody writes to is read to its end`() throws {
    let list = "printf 'organisation,e-mail\\nFirm,a@example.org\\n'"
    let line = "timeout 60 blues partner contact import pipe --country ES"
    let counts = { (created: Int) in
      "read 1 = created \(created) + updated 0 + unchanged \(1 - created) + rejected 0\n"
    }
    #expect(try place.must("\(list) > pipe & \(line)").hasSuffix(counts(1)))
    #expect(try place.must("\(list) > pipe & \(line)").hasSuffix(counts(0)))
    #expect(try place.run("true > pipe & \(line)").output == "blues: pipe: The file is empty.\n")
  }

  @Test(arguments: ["pipe", "/dev/zero", "/dev/null"])
  func `a mapping or a project is a file`(name: String) throws {
    try place.must("printf 'organisation\\nFirm\\n' > list.csv")
    #expect(
      try place.run("timeout 60 blues partner contact import list.csv --mapping \(name)")
        == Place.Ran(
          output: "blues: \(name) cannot be read: it is a pipe or a device, not a file.\n", exit: 74
        ))
    #expect(
      try place.run("timeout 60 blues partner list --db \(name)")
        == Place.Ran(
          output: "blues: \(name) is not a file, but a folder, a pipe or a device.\n"
            + "hint: name the project file with --db PATH\n", exit: 65))
  }

  @Test func `an inspection of what has no end ends, and says where`() throws {
    let ran = try place.run("yes 'Firm,a@example.org' | timeout 300 blues inspect -")
    #expect(ran.exit == 0)
    #expect(ran.output.contains("Ended early  after 8 MiB of a pipe"), "\(ran.output)")
    let list = try place.run("(echo '['; yes '{\"a\":1},') | timeout 300 blues inspect -")
    #expect(list.output.contains("after 8 MiB"), "\(list.output)")
    let sentence = "The input has not ended after 8 MiB, the maximum read from a pipe."
    let note = String(repeating: "x", count: 900)
    let card = try place.run(
      "yes $'BEGIN:VCARD\\nFN:Ana\\nNOTE:\(note)\\nEND:VCARD'"
        + " | timeout 300 blues inspect - --rows --json 2> /dev/null | tail -c 150")
    #expect(card.output.contains(sentence), "\(card.output)")
    let book = try place.run("(printf 'PK\\003\\004'; yes) | timeout 300 blues inspect -")
    #expect(
      book
        == Place.Ran(
          output: "blues: standard input: \(sentence)\n"
            + "hint: Save it to a file and name that, or look at fewer rows.\n", exit: 65))
  }

  @Test func `a project far from our time is asked about`() throws {
    let line = "blues init --template empty --acronym OLD --start 1850-01-01 --end 2020-12-31"
    let question = "The project would start on 1850-01-01. Is that right?"
    let refused = Place.Ran(
      output: "blues: \(question) Answering needs a terminal.\nhint: add --yes\n", exit: 64)
    #expect(try place.run("\(line) --db old.db") == refused)
    #expect(try place.must("ls") == "Fixtures\nblues.db\npipe\n")
    try place.must("\(line) --db old.db --yes")
    let months = "blues project show --db old.db --json | grep -o '\"months\": *[0-9]*'"
    #expect(try place.must(months).hasSuffix("2052\n"))
    let amend = "blues project amend --end 2100-12-31 --because Long"
    #expect(
      try place.run(amend)
        == Place.Ran(
          output: "blues: The project would end on 2100-12-31. Is that right? "
            + "Answering needs a terminal.\nhint: add --yes\n", exit: 64))
    #expect(try place.must("\(amend) -n").hasPrefix("Dry run, nothing was changed: "))
    #expect(try place.must("\(amend) --yes").hasPrefix("Amendment 1: "))
  }

  @Test func `a due date is typed as any date is`() throws {
    let set = "blues workpackage deliverable set D1.1 --json --due"
    for (typed, due) in [
      ("today", "2021-03-31"), ("+2w", "2021-04-14"), ("eom", "2021-03-31"),
      ("RP1.end", "2021-01-31"), ("M9", "M9"),
    ] {
      #expect(try place.must("\(set) \(typed)").contains("\"due\": \"\(due)\""), "\(typed)")
    }
    #expect(
      try place.must("blues workpackage milestone add MS9 Late --due eoy").hasPrefix(
        "Added MS9, due 2021-12-31"))
    #expect(
      try place.must("blues workpackage deliverable postpone D1.1 --to +1m --because x").hasPrefix(
        "D1.1 is now due 2021-04-30"))
  }
}
