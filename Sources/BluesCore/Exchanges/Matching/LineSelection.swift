internal import Basics

/// Some lines of a list by their numbers, written as `1,3-5`.
package struct LineSelection: Sendable, Equatable {
  package let ranges: [ClosedRange<Int>]

  /// Numbers from 1 up and spans of them, separated by commas.
  package init?(_ text: String) {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = String(part).trimmed.split(separator: "-", omittingEmptySubsequences: false)
        .map { wholeNumber(String($0).trimmed.utf8) }
      guard let first = ends[0], let last = ends[ends.count - 1], ends.count <= 2,
        first >= 1, first <= last
      else { return nil }
      ranges.append(first...last)
    }
    self.ranges = ranges
  }

  package func contains(_ line: Int) -> Bool { ranges.contains { $0.contains(line) } }

  /// The highest number that is asked for.
  package var last: Int { ranges.map(\.upperBound).max() ?? 0 }
}
