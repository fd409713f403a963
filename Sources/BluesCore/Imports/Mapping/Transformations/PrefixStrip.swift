internal import Basics

/// Takes a word off that a list repeats before each value: `Typ: ` of `Typ: School`.
package struct PrefixStrip: Sendable, Equatable {
  package let prefix: String

  package init(_ prefix: String) {
    self.prefix = prefix
  }

  /// The text behind the prefix, without blanks around it; the whole text where there is no prefix.
  func stripped(_ text: String) -> String {
    let start = prefix.trimmedBytes
    let bytes = text.trimmedBytes
    guard bytes.starts(with: start) else { return text }
    return String(decoding: bytes.dropFirst(start.count), as: UTF8.self).trimmed
  }
}
