/// About how wide text will be set in SVG, where nothing wraps or cuts it.
enum SVGTextWidth {
  /// The width in units of the picture, no narrower than the widest font of the list sets it.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    VisibleText.line(text).reduce(0) { $0 + ems($1) } * size * (isBold ? boldness : 1)
  }

  /// How many columns of the text fit a width, were all its letters as wide as the average one.
  static func columns(
    of text: String, in width: Double, size: Double, isBold: Bool = false
  ) -> Int {
    let line = VisibleText.line(text)
    let whole = of(line, size: size, isBold: isBold)
    guard whole > width else { return DisplayWidth.of(line) }
    return Int(Double(DisplayWidth.of(line)) * width / whole)
  }

  /// A text in one line, cut where it is wider than its place.
  static func cut(_ text: String, to width: Double, size: Double) -> String {
    Wrapping.cut(VisibleText.line(text), to: max(1, columns(of: text, in: width, size: size)))
  }

  /// How much wider bold letters are.
  private static let boldness = 1.12

  /// The width of a letter as a share of its height, after DejaVu Sans, the widest likely font.
  private static func ems(_ character: Character) -> Double {
    switch character {
    case "i", "j", "l", "I", " ", ".", ",", ";", ":", "'", "|", "!": 0.34
    case "f", "r", "t", "(", ")", "[", "]", "-", "/": 0.42
    case "m", "w", "M", "W", "@", "%", "…", "—", "⏎": 1
    case _ where character.isUppercase: 0.74
    default: DisplayWidth.of(character) == 1 ? 0.64 : Double(DisplayWidth.of(character)) / 1.9
    }
  }
}
