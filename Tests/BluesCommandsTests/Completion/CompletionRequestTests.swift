import Testing

@testable import BluesCommands

@Suite struct `An answer to a shell` {
  private func answer(_ shell: String, _ index: Int, _ words: [String], cut: Int = 0) -> String? {
    CompletionRequest([shell, "\(index)", "\(cut)", "--"] + words)?.answer()
  }

  @Test func `bash gets words, the others what they mean as well`() {
    #expect(answer("bash", 1, ["wp", "g"]) == ":words\ngantt\n")
    #expect(
      answer("zsh", 1, ["wp", "g"]) == ":words\ngantt\tDraw the plan over the project months.\n")
    #expect(
      answer("fish", 1, ["wp", "g"]) == ":words\ngantt\tDraw the plan over the project months.\n")
  }

  @Test func `words that go on, files, and nothing`() {
    #expect(answer("bash", 3, ["wp", "list", "--columns", "titl"]) == ":open\ntitle\n")
    #expect(answer("bash", 3, ["wp", "list", "-o", ""]) == ":files\n")
    #expect(answer("bash", 1, ["wp", "zzz"]) == "")
  }

  @Test func `bash is given what is behind the cut`() {
    #expect(answer("bash", 2, ["wp", "list", "--format=js"], cut: 9) == ":words\njson\njsonl\n")
    #expect(
      answer("bash", 2, ["wp", "list", "--format=js"]) == ":words\n--format=json\n--format=jsonl\n")
  }

  @Test func `words behind the cursor do not matter`() {
    #expect(answer("bash", 1, ["wp", "g", "--json"]) == ":words\ngantt\n")
    #expect(answer("bash", 1, ["wp"]) == answer("bash", 1, ["wp", ""]))
  }

  @Test(arguments: [
    [], ["bash"], ["tcsh", "0", "0", "--", ""], ["bash", "x", "0", "--", ""],
    ["bash", "0", "0", ""], ["bash", "2", "0", "--", ""], ["bash", "-1", "0", "--", ""],
    ["bash", "0", "-1", "--", ""],
  ])
  func `what is no request has no answer`(words: [String]) {
    #expect(CompletionRequest(words)?.answer() == nil)
  }

  @Test(arguments: [
    ("", #"Zoë\'s\ \"Mill\"\ \$1"#), ("Zo", #"Zoë\'s\ \"Mill\"\ \$1"#),
    ("\"Zo", #"Zoë's \"Mill\" \$1"#), ("'Zo", #"Zoë'\''s "Mill" $1"#),
  ])
  func `bash is given words as they are quoted`(typed: String, inserted: String) {
    let word = ShellWord(.bash, typed, isAtCursor: true)
    #expect(word.inserted("Zoë's \"Mill\" $1", behind: 0) == inserted)
  }

  @Test(arguments: [
    (#"a\ b"#, "a b"), (#""a \"b\" \x"#, #"a "b" \x"#), ("'it'\\''s'", "it's"),
    ("a\"b c\"d", "ab cd"),
    ("\\", ""),
  ])
  func `a word is read without its quotes`(typed: String, text: String) {
    #expect(ShellWord(.bash, typed, isAtCursor: false).text == text)
    #expect(ShellWord(.zsh, typed, isAtCursor: false).text == typed)
  }
}
