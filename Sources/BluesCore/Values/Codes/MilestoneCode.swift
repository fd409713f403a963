/// The code of a milestone, `MS2`.
package struct MilestoneCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let number: Int

  /// A milestone by its number, 1 to 9999.
  package init?(number: Int) {
    guard (1...9999).contains(number) else { return nil }
    self.number = number
  }

  /// Reads `MS2` in any case, and nothing else: `M2` is a project month.
  package init(_ text: String) throws(CodeProblem) {
    guard let number = codeNumber(text.trimmedBytes[...], prefix: "MS") else {
      throw .milestone(text.trimmed)
    }
    self.number = number
  }

  /// Reads the number column of a milestone list, where `2`, `M2` and `MS2` all mean MS2.
  ///
  /// Only for such a column, since `M2` is a project month everywhere else.
  package init?(numberLike text: String) {
    let bytes = text.trimmedBytes[...]
    let found =
      codeNumber(bytes) ?? codeNumber(bytes, prefix: "M") ?? codeNumber(bytes, prefix: "MS")
    guard let found else { return nil }
    number = found
  }

  package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
  package var description: String { "MS\(number)" }
}
