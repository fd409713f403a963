package import Basics

/// One row of a time chart.
package struct GanttRow: Hashable, Sendable {
  /// What the row is drawn as: a group over its members, a bar, or a single day.
  package enum Kind: Hashable, Sendable {
    case group, bar, point
  }

  package let label: String
  package let kind: Kind
  /// The first day; the only one of a point.
  package let from: Day
  /// The last day, included.
  package let to: Day
  package let tone: Tone
  package let markers: [GanttMarker]
  /// What other rows call this one; nil where none begins after it.
  package let name: String?
  /// The names of the rows that it begins after.
  package let after: [String]

  package init(
    _ label: String, kind: Kind = .bar, from: Day, to: Day, tone: Tone = .plain,
    markers: [GanttMarker] = [], name: String? = nil, after: [String] = []
  ) {
    self.label = label
    self.kind = kind
    self.from = from
    self.to = to
    self.tone = tone
    self.markers = markers
    self.name = name
    self.after = after
  }

  /// A row with a single day.
  package static func point(_ label: String, on day: Day, tone: Tone = .plain) -> GanttRow {
    GanttRow(label, kind: .point, from: day, to: day, tone: tone)
  }
}

/// A named day upon a row of a time chart.
package struct GanttMarker: Hashable, Sendable {
  package let label: String
  package let day: Day

  package init(_ label: String, day: Day) {
    self.label = label
    self.day = day
  }
}
