internal import Basics

/// The code of an exchange, `EX-017`.
package struct ExchangeCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let number: Int

  /// An exchange by its number, 1 to 9999.
  package init?(number: Int) {
    guard (1...9999).contains(number) else { return nil }
    self.number = number
  }

  /// Reads `EX-017`, `ex-17`, `EX17` or `17`.
  package init(_ text: String) throws(CodeProblem) {
    let bytes = text.trimmedBytes[...]
    let found =
      codeNumber(bytes, prefix: "EX-") ?? codeNumber(bytes, prefix: "EX") ?? codeNumber(bytes)
    guard let found else { throw .exchange(text.trimmed) }
    number = found
  }

  package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
  package var description: String { "EX-\(padded(number, to: 3))" }
}
