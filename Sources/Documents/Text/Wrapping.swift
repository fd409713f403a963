/// Breaking paragraphs into lines of a terminal.
package enum Wrapping {
  /// The lines of a text, broken at blanks; a longer word stands alone, uncut.
  ///
  /// Without a width only the text's own line ends break it.
  package static func lines(_ text: String, width: Int?) -> [String] {
    let lines = VisibleText.lines(text).map(withoutTrailingBlanks)
    guard let width else { return lines }
    return lines.flatMap { wrapped($0, width: max(1, width)) }
  }

  static func withoutTrailingBlanks(_ text: String) -> String {
    guard text.utf8.last == 0x20 else { return text }
    var bytes = text.utf8[...]
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(bytes) ?? text
  }

  /// The text cut to a width, the cut shown by "…": at a blank, unless that leaves less than a third.
  static func cut(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    let cut = DisplayWidth.cut(text, to: width)
    let kept = cut.dropLast()
    let isWhole = text.dropFirst(kept.count).first == " " || kept.last == " "
    guard !isWhole else { return cut }
    guard let blank = kept.lastIndex(of: " "),
      DisplayWidth.of(String(kept[..<blank])) * 3 >= width
    else { return cut }
    return "\(kept[..<blank]) …"
  }

  private static func wrapped(_ line: String, width: Int) -> [String] {
    guard DisplayWidth.of(line) > width else { return [line] }
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in line.split(separator: " ") {
      let wide = DisplayWidth.of(String(word))
      if !current.isEmpty, used + 1 + wide > width {
        lines.append(current)
        (current, used) = ("", 0)
      }
      if !current.isEmpty {
        current += " "
        used += 1
      }
      current += word
      used += wide
    }
    return lines + [current]
  }
}
