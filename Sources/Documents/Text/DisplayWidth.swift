internal import Basics

/// How many columns of a terminal a text takes.
package enum DisplayWidth {
  /// The columns of a whole text that holds no control characters.
  package static func of(_ text: String) -> Int {
    if isASCII(text) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// Combining marks take none, East Asian wide characters and emoji two.
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    // No picture comes before the watch, and asking what a scalar is takes long.
    let isPicture = scalars.contains {
      $0.value >= 0x231A && ($0.properties.isEmojiPresentation || $0.value == 0xFE0F)
    }
    if isPicture { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  /// The text cut to a width, the cut shown by "…".
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    guard width > 0 else { return "" }
    var result = ""
    var used = 0
    for character in text {
      let next = of(character)
      if used + next > width - 1 { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }

  /// The text filled with blanks to a width.
  static func padded(_ text: String, to width: Int, _ alignment: Alignment = .leading) -> String {
    let blanks = String(repeating: " ", count: max(0, width - of(text)))
    return alignment == .leading ? text + blanks : blanks + text
  }

  private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    // The vowels and final consonants that complete a Hangul syllable.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    // Wide and full-width in Unicode Standard Annex 11, East Asian Width.
    case 0x1100...0x115F, 0x2329, 0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18DFF, 0x1B000...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
