internal import ArgumentParser

/// Answers a shell that asks for the words that fit: `blues complete-words bash INDEX CUT -- WORDS`.
///
/// The words are those after the program's name, as they were typed, and INDEX is the place of the
/// one at the cursor, counted from 0; CUT signs of it are there already and are not given again.
/// Whatever goes wrong, nothing is printed and the exit code is 0: a shell in the middle of a line
/// is no place for a complaint.
struct CompleteWordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete-words", abstract: "Offer the words that fit, for completion scripts.",
    discussion: examples("blues complete-words bash 1 0 -- wp d"), shouldDisplay: false)

  // Taken as they come, so that nothing typed so far can be wrong usage of this command.
  @Argument(parsing: .captureForPassthrough, help: "The shell, the place, the cut, the words.")
  var words: [String] = []

  func run() throws {
    guard let request = CompletionRequest(words) else { return }
    let text = request.answer()
    if !text.isEmpty { try? OpenOutput.standard.write(Array(text.utf8)) }
  }
}
