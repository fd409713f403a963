/// A word by which a record can be named, and what it stands for, for completion.
package struct NamedWord: Sendable, Equatable {
  package let word: String
  package let meaning: String

  package init(_ word: String, _ meaning: String) {
    self.word = word
    self.meaning = meaning
  }
}
