internal import Basics

/// Labels and values beside each other.
enum TextFacts {
  /// A line for each fact; on a terminal a long value goes on under itself.
  static func lines(_ facts: [Fact], width: Int?, ink: Ink) -> [String] {
    let labels = facts.map { VisibleText.line($0.label) }
    let longest = labels.map { DisplayWidth.of($0) }.max() ?? 0
    let margin = width.map { min(longest, max(8, $0 * 2 / 5)) } ?? longest
    let room = width.map { max(1, $0 - margin - 2) }
    let indent = String(repeating: " ", count: margin + 2)
    return zip(facts, labels).flatMap { fact, label in
      let label = DisplayWidth.cut(label, to: margin)
      let values = Wrapping.lines(VisibleText.line(fact.cell.shown), width: room)
      return values.enumerated().map { position, value in
        guard !value.isEmpty else { return label }
        let begin = position == 0 ? DisplayWidth.padded(label, to: margin) + "  " : indent
        return begin + ink.toned(value, fact.cell.tone)
      }
    }
  }
}
