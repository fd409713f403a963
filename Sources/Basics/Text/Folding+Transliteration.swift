extension Folding {
  /// The text in Latin letters without accents, its capitals kept: what banks pass on.
  ///
  /// Ligatures and figures of other shapes become their letters and digits; signs without a shape,
  /// such as those that set the direction of writing, are dropped. Letters of scripts the tables
  /// do not know stay as they are.
  package static func transliterated(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar.value >= 0x80 else {
        out.append(scalar)
        continue
      }
      if let plain = plainSign(for: scalar) {
        out.append(contentsOf: plain.unicodeScalars)
        continue
      }
      var plain = Array(folded(String(scalar)).utf8)
      if scalar.properties.isUppercase, let first = plain.first { plain[0] = first.raised }
      out.append(contentsOf: String(decoding: plain, as: UTF8.self).unicodeScalars)
    }
    return String(out)
  }

  /// What stands for a sign that is no single letter; nil for those that are folded.
  private static func plainSign(for scalar: Unicode.Scalar) -> String? {
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format { return "" }
    switch scalar.value {
    case 0x2080...0x2089: return String(scalar.value - 0x2080)
    case 0x2160...0x216B: return romans[Int(scalar.value - 0x2160)]
    case 0x2170...0x217B: return romans[Int(scalar.value - 0x2170)].asciiLowered
    case 0x2070, 0x2074...0x2079: return String(scalar.value - 0x2070)
    case 0x2028, 0x2029: return " "
    default: return signs[scalar.value]
    }
  }

  private static let romans = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
  ]

  private static let signs: [UInt32: String] = [
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st", 0xAA: "a", 0xBA: "o", 0xB9: "1", 0xB2: "2", 0xB3: "3", 0xBC: "1/4", 0xBD: "1/2",
    0xBE: "3/4", 0xB7: ".", 0x2022: ".", 0x2024: ".", 0x2025: "..", 0x2026: "...", 0x2039: "'",
    0x203A: "'", 0x2044: "/", 0x20AC: "EUR", 0x2116: "No", 0x2117: "(P)", 0x2122: "(TM)",
    0xA9: "(C)", 0xAE: "(R)", 0xD7: "x", 0xB0: "o",
  ]
}
