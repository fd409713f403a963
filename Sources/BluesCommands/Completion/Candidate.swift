/// A word that can stand at the cursor, and what it means.
struct Candidate: Equatable, Sendable {
  let word: String
  let meaning: String

  init(_ word: String, _ meaning: String = "") {
    self.word = word
    self.meaning = meaning
  }

  /// Whether what is typed begins this word; case is no matter, as nowhere in ids.
  func fits(_ typed: String) -> Bool { word.lowercased().hasPrefix(typed.lowercased()) }
}

/// What is offered for the word at the cursor.
struct Offer: Equatable, Sendable {
  var candidates: [Candidate] = []
  /// Whether the word goes on behind the candidate, as behind `country=`.
  var isOpen = false
  /// Whether the shell is to offer files.
  var isFile = false

  static let nothing = Offer()
  static let files = Offer(isFile: true)

  /// The candidates that begin with what is typed, written behind what stands before them.
  static func words(
    _ candidates: [Candidate], _ typed: String, behind start: String = "", isOpen: Bool = false
  ) -> Offer {
    Offer(
      candidates: candidates.filter { $0.fits(typed) }.map {
        Candidate(start + $0.word, $0.meaning)
      }, isOpen: isOpen)
  }
}
