extension Folding {
  /// The text in Latin letters without accents, its capitals kept: what banks pass on.
  ///
  /// Letters of scripts the tables do not know stay as they are.
  package static func transliterated(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar.value >= 0x80 else {
        out.append(scalar)
        continue
      }
      var plain = Array(folded(String(scalar)).utf8)
      if scalar.properties.isUppercase, let first = plain.first { plain[0] = first.raised }
      out.append(contentsOf: String(decoding: plain, as: UTF8.self).unicodeScalars)
    }
    return String(out)
  }
}
