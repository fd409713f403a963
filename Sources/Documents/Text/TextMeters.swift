internal import Basics

/// Meters as bars of ten steps: [██--------] 12 of 50.
enum TextMeters {
  /// One line for each meter; on a terminal labels and details are cut to fit it.
  static func lines(_ meters: [Meter], width limit: Int?, ink: Ink) -> [String] {
    let fixed = meters.map { DisplayWidth.of((bar($0) ?? "") + $0.figure + $0.tone.mark) + 4 }
    let most = limit.map { max(1, min($0 * 2 / 5, $0 - (fixed.max() ?? 0))) } ?? Int.max
    let labels = meters.map { Wrapping.cut(VisibleText.line($0.label), to: most) }
    let width = labels.map { DisplayWidth.of($0) }.max() ?? 0
    return zip(meters, labels).map { meter, label in
      let (bar, mark) = (bar(meter) ?? "", meter.tone.mark)
      let words = [ink.toned(bar, meter.tone), meter.figure, ink.toned(mark, meter.tone)]
      let used = width + 2 + DisplayWidth.of(bar + meter.figure + mark) + 4
      var line = DisplayWidth.padded(label, to: width) + "  "
      line += words.filter { !$0.isEmpty }.joined(separator: " ")
      if let detail = meter.detail.map(VisibleText.line) {
        let room = limit.map { max(0, $0 - used) } ?? Int.max
        line += "  " + Wrapping.cut(detail, to: room)
      }
      return Wrapping.withoutTrailingBlanks(line)
    }
  }

  /// The bar in its brackets; nil without a target.
  static func bar(_ meter: Meter) -> String? {
    guard let filled = meter.filled(of: 10) else { return nil }
    return "[" + String(repeating: "█", count: filled)
      + String(repeating: "-", count: 10 - filled) + "]"
  }
}
