/// The code of a work package, `WP3`.
package struct WorkPackageCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let number: Int

  /// A work package by its number, 1 to 9999.
  package init?(number: Int) {
    guard (1...9999).contains(number) else { return nil }
    self.number = number
  }

  init(checked number: Int) { self.number = number }

  /// Reads `WP3` in any case.
  package init(_ text: String) throws(CodeProblem) {
    guard let number = codeNumber(text.trimmedBytes[...], prefix: "WP") else {
      throw .workPackage(text.trimmed)
    }
    self.number = number
  }

  package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
  package var description: String { "WP\(number)" }
}
