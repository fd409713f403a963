/// Meters as bars of ten steps: [██--------] 12 of 50.
enum TextMeters {
  /// One line for each meter.
  static func lines(_ meters: [Meter], ink: Ink) -> [String] {
    let labels = meters.map { VisibleText.line($0.label) }
    let width = labels.map { DisplayWidth.of($0) }.max() ?? 0
    return zip(meters, labels).map { meter, label in
      var words: [String] = []
      if let bar = bar(meter) { words.append(ink.toned(bar, meter.tone)) }
      words.append(meter.figure)
      if !meter.tone.mark.isEmpty { words.append(ink.toned(meter.tone.mark, meter.tone)) }
      var line = DisplayWidth.padded(label, to: width) + "  " + words.joined(separator: " ")
      if let detail = meter.detail { line += "  " + VisibleText.line(detail) }
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
