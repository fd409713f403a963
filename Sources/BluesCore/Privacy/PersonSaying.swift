internal import Basics

extension PersonWords {
  /// What was found in a text.
  struct Look: Equatable {
    /// The text without the person; nil where it names nobody.
    var text: String?
    /// Whether a family name stays in small letters, which may be another word.
    var mayName = false
  }

  /// A street, a website or a note of the person, which other texts may repeat.
  struct Saying: Equatable {
    let field: ContactField
    /// As the person's own row has it.
    let text: String
    /// The words of it, in each way that it is written; none where it says too little to tell anybody.
    let wordings: [[String]]

    init(_ field: ContactField, _ text: String) {
      self.field = field
      self.text = text
      let words = PersonWords.folded(text)
      switch field {
      case .website: wordings = Self.addresses(words)
      case .street:
        wordings = Self.isTelling(words, 2) && text.contains(where: \.isNumber) ? [words] : []
      default: wordings = Self.isTelling(words, 3) ? [words] : []
      }
    }

    /// The longest word, by which nearly every text can be left out.
    var rarest: String? { wordings.last?.max { $0.utf8.count < $1.utf8.count } }

    private static func isTelling(_ words: [String], _ least: Int) -> Bool {
      words.count >= least && words.joined().utf8.count >= 8
    }

    /// An address of the web with and without what it begins with; the shortest is the last.
    private static func addresses(_ words: [String]) -> [[String]] {
      let bare = Array(words.drop { ["http", "https", "www"].contains($0) })
      guard isTelling(bare, 2) else { return [] }
      return [["https", "www"], ["http", "www"], ["https"], ["http"], ["www"], []].map { $0 + bare }
    }
  }
}
