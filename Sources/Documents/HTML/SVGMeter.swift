/// Meters as a table with a drawn bar in each row.
enum SVGMeter {
  static func html(of meters: [Meter]) -> String {
    guard !meters.isEmpty else { return "" }
    let rows = meters.map { meter in
      "<tr><td class=\"label\">\(HTMLEscaping.text(meter.label))</td>"
        + "<td class=\"bar\">\(bar(meter))</td>"
        + "<td class=\"n\">\(meter.figure)\(mark(meter.tone))</td>"
        + "<td class=\"detail\">\(HTMLEscaping.text(meter.detail ?? ""))</td></tr>\n"
    }
    return HTMLTable.frame("scroll meters", named: "Figures")
      + "<table><tbody>\n\(rows.joined())</tbody></table></div>\n"
  }

  private static func mark(_ tone: Tone) -> String {
    guard !tone.mark.isEmpty else { return "" }
    return " <span class=\"state \(tone.className)\">\(tone.mark)</span>"
  }

  private static func bar(_ meter: Meter) -> String {
    guard let filled = meter.filled(of: 200) else { return "" }
    return "<svg viewBox=\"0 0 200 12\" preserveAspectRatio=\"none\" role=\"img\">"
      + "<title>\(HTMLEscaping.attribute("\(meter.label): \(meter.figure)"))</title>\n"
      + SVGElement.rectangle(0, 1, 200, 10, "#e8edf6")
      + SVGElement.rectangle(0, 1, Double(filled), 10, Palette.fill(meter.tone))
      + "</svg>"
  }
}
