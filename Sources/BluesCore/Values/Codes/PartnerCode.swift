internal import Basics

/// The short name of a partner, `BNPT`; case is kept but does not tell two partners apart.
package struct PartnerCode: Sendable {
  package let text: String

  /// Reads 1 to 20 ASCII letters, digits, spaces and `- & / . _`, at least one of them a letter.
  package init(_ text: String) throws(CodeProblem) {
    let bytes = text.trimmedBytes
    let fits = bytes.allSatisfy { $0.isAlphanumeric || " -&/._".utf8.contains($0) }
    guard (1...20).contains(bytes.count), fits, bytes.contains(where: \.isLetter) else {
      throw .partner(text.trimmed)
    }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  /// What two spellings of one short name share.
  package var key: String { text.asciiRaised }
}

extension PartnerCode: RecordCode, Comparable {
  package static func == (one: Self, other: Self) -> Bool { one.key == other.key }
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }
  package static func < (one: Self, other: Self) -> Bool { one.key < other.key }
  package var description: String { text }
}
