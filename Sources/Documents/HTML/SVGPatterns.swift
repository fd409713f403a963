/// Hatchings that tell tones apart on paper without colour.
enum SVGPatterns {
  /// The patterns of the tones that have one, under names that begin with `name`.
  static func definitions(name: String, tones: [Tone]) -> String {
    let patterns = tones.compactMap { tone in
      strokes(tone).map { strokes in
        "<pattern id=\"\(name)-\(tone.className)\" width=\"6\" height=\"6\""
          + " patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\""
          + " fill=\"\(Palette.fill(tone))\"/>\(strokes)</pattern>\n"
      }
    }
    return patterns.isEmpty ? "" : "<defs>\n\(patterns.joined())</defs>\n"
  }

  /// The fill of a tone: its pattern where it has one, else its colour.
  static func fill(_ tone: Tone, name: String) -> String {
    strokes(tone) == nil ? Palette.fill(tone) : "url(#\(name)-\(tone.className))"
  }

  private static func strokes(_ tone: Tone) -> String? {
    switch tone {
    case .plain, .good, .muted: nil
    case .warning: "<circle cx=\"3\" cy=\"3\" r=\"1.3\" fill=\"#fff\"/>"
    case .bad: "<path d=\"M-1 7L7 -1M-1 1L1 -1M5 7L7 5\" stroke=\"#fff\" stroke-width=\"1.2\"/>"
    }
  }
}
