import Testing

/// TAB in the three shells, each of which runs for real: `.ci/packages` installs them.
@Suite struct `Completion` {
  let place: Place

  init() throws {
    place = try Place.withProject()
    for shell in ["bash", "zsh", "fish"] { try place.must("blues completion \(shell) > \(shell)") }
  }

  /// What bash is given for a line, with the cursor behind it.
  private func bash(_ words: [String], at index: Int? = nil, point: Int? = nil) throws -> String {
    let line = words.joined(separator: " ")
      .replacing(" = ", with: "=").replacing(" =", with: "=")
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    try place.must(
      """
      cat > ask <<'END'
      source ./bash
      COMP_WORDS=(\(quoted))
      COMP_CWORD=\(index ?? words.count - 1)
      COMP_LINE='\(line)'
      COMP_POINT=\(point ?? line.count)
      _blues blues "${COMP_WORDS[COMP_CWORD]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      END
      """)
    return try place.must("bash ask")
  }

  private func fish(_ line: String) throws -> String {
    try place.must("HOME=$PWD fish --no-config -c 'source ./fish; complete -C \"\(line)\"'")
  }

  @Test func `bash: commands, options and ids`() throws {
    #expect(try bash(["blues", "wp", "d", "sub"]) == "submit\n")
    #expect(try bash(["blues", "wp", "d", "submit", "D5."]) == "D5.1\nD5.2\nD5.3\nD5.4\n")
    #expect(try bash(["blues", "wp", "list", "--form"]) == "--format\n")
    #expect(try bash(["blues", "completion", ""]) == "bash\nzsh\nfish\n")
    #expect(try bash(["blues", "wp", "list", "-o", ""]) == "\n")
  }

  @Test func `bash: only the last piece of a word with an equals sign is replaced`() throws {
    #expect(try bash(["blues", "wp", "list", "--format", "=", "js"]) == "json\njsonl\n")
    #expect(try bash(["blues", "completion", "x"]) == "\n")
  }

  @Test func `bash: the cursor may stand in the middle`() throws {
    #expect(
      try bash(["blues", "wp", "show", "--json"], at: 2, point: 11) == "show\n")
    #expect(
      try bash(["blues", "wp", "d", "show", "D1.1"], at: 3, point: 12) == "show\nset\nsubmit\n")
  }

  @Test func `bash: names with spaces and quotes are quoted`() throws {
    try place.must(#"blues partner organisation add "Zoe's \"Mill\" Ltd""#)
    #expect(
      try bash(["blues", "partner", "org", "show", "Zo"]) == #"Zoe\'s\ \"Mill\"\ Ltd"# + "\n")
  }

  @Test func `fish: commands, options and ids with what they mean`() throws {
    #expect(try fish("blues wp d sub") == "submit\tRecord that deliverables were submitted.\n")
    #expect(try fish("blues wp show WP5") == "WP5\tProject management\n")
    #expect(try fish("blues wp list --format=jsonl") == "--format=jsonl\n")
    #expect(try fish("blues wp list -o Fix") == "Fixtures/\n")
  }

  @Test(arguments: [
    ("wp d sub", "blues wp d submit "), ("wp show WP5", "blues wp show WP5 "),
    ("wp list --format=jsonl", "blues wp list --format=jsonl "),
    ("partner org show Zo", #"blues partner org show Zoe\'s\ \"Mill\" "#),
    ("wp list --where lat", "blues wp list --where late="),
    ("wp list -o ban", "blues wp list -o banner.txt "),
  ])
  func `zsh: a line is completed as at a terminal`(typed: String, completed: String) throws {
    try place.must(#"blues partner organisation add "Zoe's \"Mill\"""#)
    // TAB is pressed in a zsh at a terminal that another one makes; ^X then tells the line.
    try place.must(
      """
      touch banner.txt
      cat > ask <<'END'
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell "PS1= ; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; source ./zsh"
      zpty -w shell "tell() { print -r -- \\"<<\\$BUFFER>>\\" > told; exit }; zle -N tell; bindkey '^X' tell; print -r ready"
      zpty -r -m shell line '*ready*ready*'
      zpty -w -n shell $'blues \(typed)\\t\\x18'
      while zpty -r shell line; do :; done
      cat told
      END
      """)
    #expect(try place.must("HOME=$PWD TERM=xterm zsh -f ask") == "<<\(completed)>>\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a script is accepted by its shell, and short`(_ shell: String) throws {
    #expect(try place.run("\(shell) -n \(shell)") == Place.Ran(output: "", exit: 0))
    let lines = try place.must("cat \(shell)").split(separator: "\n").count
    #expect(lines < 60)
  }

  @Test(arguments: [
    "blues complete-words", "blues complete-words bash", "blues complete-words --nonsense",
    "blues complete-words bash 2 0 -- wp show '' --db nowhere.db",
    "blues complete-words bash 2 0 -- wp show '' --db Fixtures/members-fr.csv",
    "blues complete-words bash 2 0 -- wp show '' --db /dev/zero",
    "BLUES_TODAY=never blues complete-words bash 2 0 -- wp show ''",
    "cd / && blues complete-words bash 2 0 -- wp show ''",
  ])
  func `what goes wrong is not told`(_ line: String) throws {
    #expect(try place.run(line) == Place.Ran(output: "", exit: 0))
  }

  @Test func `completion leaves no trace`() throws {
    let before = try place.must("sha256sum blues.db")
    let files = try place.must("ls")
    let asked = try place.must("blues complete-words bash 2 0 -- wp show WP5")
    #expect(asked == ":words\nWP5\n")
    #expect(
      try place.must(
        "cd / && blues complete-words bash 2 0 -- wp show WP5 --db \(place.path)/blues.db") == asked
    )
    #expect(try place.must("sha256sum blues.db") == before)
    #expect(try place.must("ls") == files)
  }

  @Test func `the command that shells ask is not in the help`() throws {
    #expect(try !place.must("blues --help").contains("complete-words"))
    #expect(try !place.run("blues complete-wrds").output.contains("complete-words"))
  }
}
