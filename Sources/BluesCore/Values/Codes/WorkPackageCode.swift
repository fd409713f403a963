internal import Basics

/// The code of a work package, `WP3`.
package struct WorkPackageCode: NumberedCode {
  package static let form = CodeForm("WP", "work package", example: "WP3")
  package let number: Int

  package init(checked number: Int) { self.number = number }

  /// Reads a cell of a list: `3`, `WP3`, or the word of another language, as `AP3` and `Lot 3`.
  package init(listed text: String) throws(CodeProblem) {
    let text = text.trimmed
    let folded = Array(Folding.folded(text).utf8)
    let digits = folded.reversed().prefix { $0.isDigit }.reversed()
    let word = folded.dropLast(digits.count).filter { $0.isLetter }
    guard let number = codeNumber(Array(digits)[...]),
      word.isEmpty || Self.words.contains(String(decoding: word, as: UTF8.self)),
      folded.dropLast(digits.count).allSatisfy({ $0.isLetter || " .-:_#".utf8.contains($0) }),
      !word.isEmpty || digits.count == folded.count
    else {
      try self.init(text)
      return
    }
    self.init(checked: number)
  }

  /// What plans in other languages call one, folded and without blanks.
  private static let words: Set<String> = [
    "wp", "workpackage", "workpackageno",
    "ap", "arbeitspaket", "paket",
    "lp", "lt", "gt", "lot", "lotdetravail", "lotdetravaux", "groupedetravail", "module",
    "pt", "paquete", "paquetedetrabajo",
    "pr", "pp", "pz", "pakiet", "pakietroboczy", "pakietprac", "pakietzadan",
    "pb", "balicek", "pracovnibalicek",
  ]
}
