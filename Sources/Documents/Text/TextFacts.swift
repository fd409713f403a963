internal import Basics

/// Labels and values beside each other.
enum TextFacts {
  /// A line for each fact; on a terminal a long label and a long value go on under themselves.
  static func lines(_ facts: [Fact], width: Int?, ink: Ink) -> [String] {
    let labels = facts.map { VisibleText.line($0.label) }
    let longest = labels.map { DisplayWidth.of($0) }.max() ?? 0
    let margin = width.map { min(longest, max(8, $0 * 2 / 5)) } ?? longest
    let room = width.map { max(1, $0 - margin - 2) }
    return zip(facts, labels).flatMap { fact, label in
      let labels = WrappedCell.lines(label, width: margin)
      let values = Wrapping.lines(VisibleText.line(fact.cell.shown), width: room)
      return (0..<max(labels.count, values.count)).map { position in
        let label = position < labels.count ? labels[position] : ""
        guard position < values.count, !values[position].isEmpty else { return label }
        return DisplayWidth.padded(label, to: margin) + "  "
          + ink.toned(values[position], fact.cell.tone)
      }
    }
  }
}
