/// The line below a time chart that explains its signs.
struct SVGGanttLegend {
  let gantt: Gantt
  let name: String

  /// The signs that the chart uses, from `left` on.
  func svg(y: Double, left: Double) -> String {
    var svg = ""
    var x = left
    if gantt.rows.contains(where: { $0.kind == .bar }) {
      append(
        SVGElement.rectangle(x, y - 7, 16, 8, Palette.fill(.plain), more: " rx=\"2\""),
        "duration", at: &x, y: y, to: &svg)
    }
    if gantt.rows.contains(where: { $0.kind == .point || !$0.markers.isEmpty }) {
      append(SVGElement.diamond(x + 8, y - 3, 6, Palette.accent), "due", at: &x, y: y, to: &svg)
    }
    for tone in gantt.tonesUsed {
      guard let word = gantt.words.word(for: tone) else { continue }
      let fill = SVGPatterns.fill(tone, name: name)
      append(
        SVGElement.rectangle(x, y - 7, 16, 8, fill, more: " rx=\"2\""), word,
        at: &x, y: y, to: &svg)
    }
    return svg
  }

  private func append(
    _ sign: String, _ word: String, at x: inout Double, y: Double, to svg: inout String
  ) {
    svg += sign + SVGElement.text(x + 21, y, word, size: 9.5, Palette.quiet)
    x += 21 + SVGTextWidth.of(word, size: 9.5) + 16
  }
}
