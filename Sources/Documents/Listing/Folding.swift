/// Text without case and accents, for finding and ordering.
enum Folding {
  /// Lower case, letters without their accents, combining marks dropped.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      if let plain = letters[scalar] {
        result += plain
      } else if scalar.properties.generalCategory != .nonspacingMark {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The accented letters of the European Union's languages, in all three scripts.
  private static let letters: [Unicode.Scalar: String] = {
    let families = [
      ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
      ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"),
      ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"),
      ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("ae", "æ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"),
      ("α", "ά"), ("ε", "έ"), ("η", "ή"), ("ι", "ίϊΐ"), ("ο", "ό"), ("υ", "ύϋΰ"), ("ω", "ώ"),
      ("σ", "ς"), ("и", "йѝ"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (plain, accented) in families {
      for scalar in accented.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}
