internal import Basics

/// The code of a milestone, `MS2`.
package struct MilestoneCode: NumberedCode {
  package static let form = CodeForm("MS", "milestone", example: "MS2")
  package let number: Int

  package init(checked number: Int) { self.number = number }

  /// Reads the number column of a milestone list, where `2`, `M2` and `MS2` all mean MS2.
  ///
  /// Only for such a column, since `M2` is a project month everywhere else.
  package init(listed text: String) throws(CodeProblem) {
    let bytes = text.trimmedBytes[...]
    guard let number = codeNumber(bytes) ?? codeNumber(bytes, prefix: "M") else {
      try self.init(text)
      return
    }
    self.init(checked: number)
  }
}
