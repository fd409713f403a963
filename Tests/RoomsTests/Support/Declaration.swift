/// A type as the sources declare it.
struct Declaration {
  let name: String
  let isTopLevel: Bool
  /// Says itself what it is: a doc comment, or the abstract that a command prints.
  let isDescribed: Bool
  /// `path:line name`.
  let place: String

  private static let kinds: Set<Substring> = ["struct", "enum", "class", "actor", "protocol"]
  private static let modifiers: Set<Substring> = [
    "package", "private", "fileprivate", "internal", "public", "final", "indirect", "static",
  ]

  static func of(_ file: SourceFile) -> [Declaration] {
    file.code.enumerated().compactMap { index, line in
      let words = line.split(separator: " ").drop { modifiers.contains($0) || $0.hasPrefix("@") }
      guard let kind = words.first, kinds.contains(kind), let next = words.dropFirst().first else {
        return nil
      }
      let name = String(next.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      guard let initial = name.first, initial.isUppercase else { return nil }
      return Declaration(
        name: name, isTopLevel: !line.hasPrefix(" "), isDescribed: isDescribed(index, in: file),
        place: "\(file.path):\(index + 1) \(name)")
    }
  }

  private static func isDescribed(_ index: Int, in file: SourceFile) -> Bool {
    if ["ParsableCommand", "ChangingCommand", "StepCommand", "DuplicatesCommand"].contains(
      where: file.code[index].contains)
    {
      return true
    }
    var above = index - 1
    while above >= 0, file.lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
    return above >= 0 && file.lines[above].drop { $0 == " " }.hasPrefix("///")
  }
}
