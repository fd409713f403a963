internal import Basics

/// What a row of a time chart is drawn as, with its word beside it.
struct SVGGanttShape {
  let row: GanttRow
  let words: GanttWords
  let name: String
  let left: Double
  let chart: Double

  func svg(scale: TimeScale, middle: Double) -> String {
    guard row.from <= row.to else { return "" }
    let begin = scale.share(of: row.from)
    let end = row.kind == .point ? begin : scale.share(of: row.to.adding(days: 1))
    if row.kind == .point ? begin < 0 : end <= 0 { return arrow("‹", left + 2, middle, "start") }
    if begin >= 1 { return arrow("›", left + chart - 2, middle, "end") }
    let (x1, x2) = (left + max(0, begin) * chart, left + min(1, end) * chart)
    var svg = shape(x1, max(2, x2 - x1), middle)
    var right = row.kind == .point ? x1 + 8 : x2
    for marker in row.markers {
      let share = scale.share(of: marker.day)
      guard (0..<1).contains(share) else { continue }
      let x = left + share * chart
      right = max(right, x + 7)
      svg +=
        "<g><title>\(HTMLEscaping.attribute("\(marker.label), \(marker.day.spoken)"))</title>\n"
        + SVGElement.diamond(x, middle, 6, Palette.ink) + "</g>\n"
    }
    return svg + word(right: right, middle: middle)
  }

  private func shape(_ x: Double, _ width: Double, _ middle: Double) -> String {
    let fill = SVGPatterns.fill(row.tone, name: name)
    switch row.kind {
    case .group:
      let colour = row.tone == .plain ? Palette.accent : Palette.fill(row.tone)
      return SVGElement.rectangle(x, middle - 2.5, width, 5, colour)
    case .bar: return SVGElement.rectangle(x, middle - 5.5, width, 11, fill, more: " rx=\"2\"")
    case .point:
      let colour = row.tone == .plain ? Palette.accent : Palette.fill(row.tone)
      return SVGElement.diamond(x, middle, 6.5, colour)
    }
  }

  /// How wide the word of a tone is set; a very long one is cut.
  static func width(ofWord word: String) -> Double {
    SVGTextWidth.of(shown(word), size: wordSize, isBold: true)
  }

  private static let wordSize = 9.0

  private static func shown(_ word: String) -> String {
    let columns = SVGTextWidth.columns(of: word, in: 90, size: wordSize, isBold: true)
    return DisplayWidth.cut(VisibleText.line(word), to: columns)
  }

  /// The tone in a word to the right of the shape, never on the side of the labels.
  ///
  /// It stands on white, since the line of today often passes there.
  private func word(right: Double, middle: Double) -> String {
    guard let word = words.word(for: row.tone) else { return "" }
    let colour = row.tone == .muted ? Palette.quiet : Palette.fill(row.tone)
    return SVGElement.rectangle(
      right + 3, middle - 5.5, Self.width(ofWord: word) + 2, 11, "#fff",
      more: " fill-opacity=\"0.85\"")
      + SVGElement.text(
        right + 5, middle + 3.3, Self.shown(word), size: Self.wordSize, colour,
        more: " font-weight=\"600\"")
  }

  private func arrow(_ sign: String, _ x: Double, _ middle: Double, _ anchor: String) -> String {
    SVGElement.text(
      x, middle + 4, sign, size: 12, Palette.quiet, more: " text-anchor=\"\(anchor)\"")
  }
}
