internal import Basics

/// A place of a template that was left as it was, such as `[insert name]` or `{medium}`.
enum Placeholder {
  /// The first ones of a text, each as it stands, at most so many.
  static func found(in text: String, most: Int = 5) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    var index = 0
    var looks = 0
    while index < bytes.count, found.count < most, looks < mostLooks {
      if "[{<".utf8.contains(bytes[index]) { looks += 1 }
      if let end = end(of: bytes, index) {
        let words = String(decoding: bytes[index...end], as: UTF8.self)
        let line = words.split { $0.isWhitespace }.joined(separator: " ")
        if !found.contains(line) { found.append(line) }
        index = end
      }
      index += 1
    }
    for words in ["lorem ipsum", "xxxxx"] where found.count < most {
      if Folding.folded(text).contains(words) { found.append(words) }
    }
    return found
  }

  /// The most brackets that are looked at.
  private static let mostLooks = 50_000

  /// The longest that a placeholder is.
  private static let longest = 160

  /// Where the placeholder ends that begins at a place; nil where none does.
  private static func end(of bytes: [UInt8], _ index: Int) -> Int? {
    let pairs: [UInt8: UInt8] = [
      UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "{"): UInt8(ascii: "}"),
      UInt8(ascii: "<"): UInt8(ascii: ">"),
    ]
    guard let close = pairs[bytes[index]] else { return nil }
    let window = bytes[(index + 1)...].prefix(longest)
    guard let end = window.firstIndex(of: close) else { return nil }
    let inside = String(decoding: bytes[index + 1..<end], as: UTF8.self).trimmed.asciiLowered
    return isPlaceholder(inside, in: bytes[index]) ? end : nil
  }

  private static func isPlaceholder(_ inside: String, in open: UInt8) -> Bool {
    guard inside.contains(where: \.isLetter) || inside.hasPrefix("...") || inside.hasPrefix("…")
    else { return false }
    if inside.hasPrefix("...") || inside.hasPrefix("…") { return open != UInt8(ascii: "{") }
    if open == UInt8(ascii: "{") {
      let name = inside.filter { $0 != "{" }
      return names.contains(name)
    }
    return starts.contains { inside.hasPrefix($0) }
  }

  /// How what is to be filled in begins.
  private static let starts = [
    "insert", "please insert", "add ", "enter ", "fill in", "your ", "name of", "title of",
    "date of", "number of the", "grant agreement n", "grant number", "project name",
    "project acronym", "project title", "programme name", "agency", "appropriate description",
    "description", "kind of item", "medium", "type of", "xxx", "tbc", "tbd", "to be completed",
    "e.g.", "einfügen", "bitte", "insérer", "à compléter", "insertar", "wstaw", "uzupełnij",
    "vložte", "doplňte",
  ]

  /// What stands in braces in our own templates and in those of mail programs.
  private static let names: Set<String> = [
    "agency", "medium", "project", "grant", "name", "title", "date", "acronym", "number",
    "first_name", "last_name", "firstname", "lastname",
  ]
}
