package import Basics

/// A time chart of rows over the months of a project.
package struct Gantt: Hashable, Sendable {
  /// The first and the last day shown.
  package let start: Day
  package let end: Day
  /// The day marked as today.
  package let today: Day?
  /// One label for each month counted from the start day, "M1" first.
  package let monthLabels: [String]
  package let rows: [GanttRow]
  package let words: GanttWords

  /// Without labels of their own the months are counted M1, M2 and on.
  package init(
    start: Day, end: Day, today: Day? = nil, monthLabels: [String]? = nil,
    rows: [GanttRow], words: GanttWords = GanttWords()
  ) {
    self.start = start
    self.end = end
    self.today = today
    self.monthLabels = monthLabels ?? Self.counted(from: start, to: end)
    self.rows = rows
    self.words = words
  }

  /// The tones that rows have, in the order of the legend.
  var tonesUsed: [Tone] {
    Tone.allCases.filter { tone in tone != .plain && rows.contains { $0.tone == tone } }
  }

  private static func counted(from start: Day, to end: Day) -> [String] {
    var labels: [String] = []
    while labels.count < 120_000, start.adding(months: labels.count) <= end {
      labels.append("M\(labels.count + 1)")
    }
    return labels
  }
}

/// What the tones of a time chart mean, in words.
package struct GanttWords: Hashable, Sendable {
  package let good: String
  package let warning: String
  package let bad: String
  package let muted: String
  /// What the sign of one row after another means.
  package let after: String

  package init(
    good: String = "done", warning: String = "at risk", bad: String = "late",
    muted: String = "inactive", after: String = "after"
  ) {
    self.good = good
    self.warning = warning
    self.bad = bad
    self.muted = muted
    self.after = after
  }

  func word(for tone: Tone) -> String? {
    switch tone {
    case .plain: nil
    case .good: good
    case .warning: warning
    case .bad: bad
    case .muted: muted
    }
  }
}
