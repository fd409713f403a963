internal import Documents

/// What a shell asks, and how it is answered.
struct CompletionRequest {
  let shell: CompletedShell
  /// The words before the cursor's, without their quotes.
  let before: [String]
  /// The cursor's word up to the cursor, as it was typed.
  let typed: String
  /// How many signs of it the shell leaves as they are.
  let cut: Int
  /// All words, for what is said behind the cursor, such as `--db`.
  let all: [String]

  /// Reads SHELL INDEX CUT -- WORDS; a place behind the last word is a new word.
  init?(_ words: [String]) {
    guard words.count >= 4, let shell = CompletedShell(rawValue: words[0]),
      let index = Int(words[1]), let cut = Int(words[2]), words[3] == "--"
    else { return nil }
    let typed = Array(words[4...])
    guard (0...typed.count).contains(index), cut >= 0 else { return nil }
    self.shell = shell
    all = typed.enumerated().map { ShellWord(shell, $1, isAtCursor: $0 == index).text }
    before = Array(all[..<index])
    self.typed = index < typed.count ? typed[index] : ""
    self.cut = min(cut, self.typed.count)
  }

  /// The lines that the shell's script reads; empty where nothing fits.
  func answer() -> String {
    let word = ShellWord(shell, typed, isAtCursor: true)
    let offer = Completer(LiveWords(among: all)).offer(for: word.text, after: before)
    if offer.isFile { return ":files\n" }
    let lines = offer.candidates.compactMap { line($0, word) }
    guard !lines.isEmpty else { return "" }
    return "\(offer.isOpen ? ":open" : ":words")\n\(lines.joined(separator: "\n"))\n"
  }

  /// One line; nil for a word that a terminal cannot be given.
  private func line(_ candidate: Candidate, _ word: ShellWord) -> String? {
    let text = candidate.word
    guard VisibleText.line(text) == text, !text.contains("\t") else { return nil }
    if shell == .bash { return word.inserted(text, behind: cut) }
    let meaning = VisibleText.line(candidate.meaning)
    return meaning.isEmpty ? text : "\(text)\t\(meaning)"
  }
}
