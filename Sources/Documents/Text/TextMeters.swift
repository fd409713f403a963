internal import Basics

/// Meters as bars of ten steps: [██--------] 12 of 50.
enum TextMeters {
  /// One line for each meter; on a terminal labels are cut to fit it, and a long detail stands below.
  static func lines(_ meters: [Meter], width limit: Int?, ink: Ink) -> [String] {
    let fixed = meters.map { DisplayWidth.of((bar($0) ?? "") + $0.figure + $0.tone.mark) + 4 }
    let most = limit.map { max(1, min($0 * 2 / 5, $0 - (fixed.max() ?? 0))) } ?? Int.max
    let labels = meters.map { Wrapping.cut(VisibleText.line($0.label), to: most) }
    let width = labels.map { DisplayWidth.of($0) }.max() ?? 0
    return zip(meters, labels).flatMap { meter, label in
      let (bar, mark) = (bar(meter) ?? "", meter.tone.mark)
      let words = [ink.toned(bar, meter.tone), meter.figure, ink.toned(mark, meter.tone)]
      let used = width + 2 + DisplayWidth.of(bar + meter.figure + mark) + 4
      var line = DisplayWidth.padded(label, to: width) + "  "
      line += words.filter { !$0.isEmpty }.joined(separator: " ")
      let detail = meter.detail.map(VisibleText.line) ?? ""
      guard let limit, used + DisplayWidth.of(detail) > limit, !detail.isEmpty else {
        line += detail.isEmpty ? "" : "  " + detail
        return [Wrapping.withoutTrailingBlanks(line)]
      }
      let indent = min(width + 2, limit / 2)
      return [Wrapping.withoutTrailingBlanks(line)]
        + Wrapping.lines(detail, width: limit - indent)
        .map { String(repeating: " ", count: indent) + $0 }
    }
  }

  /// The bar in its brackets; nil without a target.
  static func bar(_ meter: Meter) -> String? {
    guard let filled = meter.filled(of: 10) else { return nil }
    return "[" + String(repeating: "█", count: filled)
      + String(repeating: "-", count: 10 - filled) + "]"
  }
}
