package import Basics
package import Documents

/// One thing of the plan with the days it takes: a row of the chart, and of the data behind it.
package struct PlanBar: Sendable, Equatable {
  package let kind: PlanSnapshot.Kind
  package let code: String
  package let title: String
  /// The first day; the only one of a deliverable or milestone.
  package let from: Day
  package let to: Day
  /// Where it stands, in words, such as `12 days late`.
  package let state: String
  package let tone: Tone
  /// Its first and last day in the baseline, where they were other ones.
  package var formerFrom: Day?
  package var formerTo: Day?
  /// The codes of the tasks that it begins after.
  package var after: [String] = []
  /// Whether others begin after it.
  package var isFollowed = false

  package static let fields: [Field<PlanBar>] = [
    Field("code", "No", "Its code.", rank: .key) { .text($0.code) },
    Field("title", "Title", "Its title.", rank: .main) { .text($0.title) },
    Field("kind", "Kind", "What it is, such as task.") { .text($0.kind.rawValue) },
    Field("start", "Start", "Its first day.", kind: .day) { .day($0.from) },
    Field("end", "End", "Its last day, or the day it is due.", kind: .day) { .day($0.to) },
    Field("state", "State", "Its status, such as 12 days late.") { .state($0.state, $0.tone) },
    Field("baseline_start", "Start then", "Its first day in the baseline, if it moved.", kind: .day)
    {
      .day(orEmpty: $0.formerFrom)
    },
    Field("baseline_end", "End then", "Its last day in the baseline, if it moved.", kind: .day) {
      .day(orEmpty: $0.formerTo)
    },
    Field("after", "After", "The tasks that it begins after.", kind: .list) { .list($0.after) },
  ]

  /// Whether it is a single day.
  var isPoint: Bool { kind == .deliverable || kind == .milestone }

  /// It as rows of a chart: as it is, and below it as it was.
  var rows: [GanttRow] {
    let own =
      isPoint
      ? GanttRow.point("\(code) \(title)", on: to, tone: tone)
      : GanttRow(
        label, kind: kind == .workPackage ? .group : .bar, from: from, to: to, tone: tone,
        name: isFollowed ? code : nil, after: after)
    guard let formerFrom, let formerTo else { return [own] }
    return [
      own,
      GanttRow(
        "\(code) as it was", kind: isPoint ? .point : .bar, from: formerFrom, to: formerTo,
        tone: .muted),
    ]
  }

  /// What of it a chart shows only as an arrow to its side, with the day.
  func named(outside gantt: Gantt) -> [String] {
    let isOutside: (Day, Day) -> Bool = { $1 < gantt.start || $0 > gantt.end }
    var names = isOutside(from, to) ? ["\(code) (\(to))"] : []
    if let formerFrom, let formerTo, isOutside(formerFrom, formerTo) {
      names.append("\(code) as it was (\(formerTo))")
    }
    return names
  }

  /// A task with those that it begins after, whose codes come before the title, which may be cut.
  private var label: String {
    after.isEmpty ? "\(code) \(title)" : "\(code) ← \(after.joined(separator: ", ")) \(title)"
  }
}

extension PlanBar {
  /// Work that takes months; what was recorded of it decides no more than whether it is over.
  static func work(
    _ kind: PlanSnapshot.Kind, _ code: String, _ title: String, from: Day, to: Day, today: Day,
    late: Int = 0
  ) -> PlanBar {
    let state = today < from ? "planned" : today > to ? "over" : "running"
    return PlanBar(
      kind: kind, code: code, title: title, from: from, to: to,
      state: late > 0 ? "\(counted(late, "deliverable")) late" : state,
      tone: late > 0 ? .bad : .plain)
  }

  /// Something that is due on a day.
  static func due(
    _ kind: PlanSnapshot.Kind, _ code: String, _ title: String, on day: Day, _ standing: Standing
  ) -> PlanBar {
    PlanBar(
      kind: kind, code: code, title: title, from: day, to: day, state: standing.words,
      tone: standing.tone)
  }
}
