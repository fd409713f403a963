/// The few SVG elements charts are drawn with, styled by attributes.
///
/// WeasyPrint does not apply the page's style sheet within SVG.
enum SVGElement {
  static let font =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"

  /// A length with at most one decimal.
  static func length(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)")"
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String, more: String = ""
  ) -> String {
    "<line x1=\"\(length(x1))\" y1=\"\(length(y1))\" x2=\"\(length(x2))\" y2=\"\(length(y2))\""
      + " stroke=\"\(colour)\"\(more)/>\n"
  }

  static func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: String, more: String = ""
  ) -> String {
    "<rect x=\"\(length(x))\" y=\"\(length(y))\" width=\"\(length(width))\""
      + " height=\"\(length(height))\" fill=\"\(fill)\"\(more)/>\n"
  }

  static func diamond(_ x: Double, _ y: Double, _ radius: Double, _ fill: String) -> String {
    let points = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
      .map { "\(length($0.0)),\(length($0.1))" }
    return "<polygon points=\"\(points.joined(separator: " "))\" fill=\"\(fill)\""
      + " stroke=\"#fff\"/>\n"
  }

  static func text(
    _ x: Double, _ y: Double, _ text: String, size: Double, _ fill: String, more: String = ""
  ) -> String {
    "<text x=\"\(length(x))\" y=\"\(length(y))\" font-size=\"\(length(size))\""
      + " fill=\"\(fill)\"\(more)>\(HTMLEscaping.attribute(text))</text>\n"
  }
}
