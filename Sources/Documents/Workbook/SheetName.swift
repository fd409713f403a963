internal import Basics

/// Names of sheets that Excel takes, no two alike.
struct SheetNames {
  private var taken: Set<String> = []

  /// A legal name as near as can be to the one wanted: without the signs that Excel forbids, at
  /// most 31 UTF-16 units, and with a number behind it where another sheet has it already.
  mutating func name(for wanted: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in wanted.unicodeScalars {
      let isBlank = scalar == " " || Self.forbidden.contains(scalar) || scalar.isControl
      // "WP1: tasks" as "WP1 tasks".
      if isBlank, scalars.last == " " { continue }
      scalars.append(isBlank ? " " : scalar)
    }
    var base = String(scalars)
    base = String(base.drop { Self.isEdge($0) })
    while let last = base.last, Self.isEdge(last) { base.removeLast() }
    if base.isEmpty { base = "Sheet" }
    // Excel keeps this name for itself.
    if base.lowercased() == "history" { base += " " + "list" }
    var name = Self.cut(base, to: SheetLimit.name)
    var number = 1
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      let mark = " \(number)"
      name = Self.cut(base, to: SheetLimit.name - mark.utf16.count) + mark
    }
    return name
  }

  /// The first of some names that fits whole; else the last, which may be cut.
  static func fitting(_ names: [String?]) -> String {
    let names = names.compactMap(\.self)
    return names.first { !$0.isEmpty && $0.utf16.count <= SheetLimit.name } ?? names.last ?? ""
  }

  private static let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\"]

  private static func isEdge(_ character: Character) -> Bool {
    character == " " || character == "'"
  }

  private static func cut(_ text: String, to units: Int) -> String {
    var text = text
    while text.utf16.count > units { text.removeLast() }
    while let last = text.last, isEdge(last) { text.removeLast() }
    return text
  }
}
