internal import Basics
internal import BluesCore
internal import Documents

/// What a period lacks before its lock as a page.
enum PeriodCheckPage {
  static func document(
    _ standing: Periods.Standing, _ missing: [MissingItem], title: String?
  ) -> Document {
    let name = standing.period.name
    let lock = standing.steps.last { $0.kind == .locked }
    let empty =
      standing.state.isLocked
      ? "\(name) is \(standing.state == .locked ? "" : "\(standing.state.rawValue), and ")locked since "
        + "\(lock?.on.iso ?? ""). What it lacked then: blues report period show \(name)"
      : "\(name) has everything that its report needs."
    let accepts = missing.contains { !$0.isFigure }
    return Document(
      schema: "blues.period-check/1", title: title,
      blocks: [
        .table(
          Table(
            noun: "missing", emptySentence: empty, fields: MissingItem.fields, rows: missing))
      ]
        + (accepts
          ? [
            .note(
              "What stays as it is can be accepted, on record: \(PeriodCheck.acceptance(of: name))",
              .plain)
          ] : [])
        + [
          .data("period", .string(name)), .data("state", .string(standing.state.rawValue)),
          .data(
            "locked_on", standing.state.isLocked ? lock.map { .string($0.on.iso) } ?? .null : .null),
        ])
  }
}

/// Something that was missing when a period was locked in spite of it.
struct MissingThen {
  let on: Day
  let requirement: String
  /// The record and what was missing, the record named once.
  let what: String

  /// Takes apart what the lock keeps, such as `costs K7: It has no receipt.`.
  init(on day: Day, _ kept: String) {
    on = day
    let parts = kept.split(separator: " ", maxSplits: 1).map(String.init)
    requirement = parts.first ?? ""
    let rest = parts.count > 1 ? parts[1] : kept
    let code = rest.prefix { $0 != ":" }
    // Earlier versions named the record twice.
    what = rest.hasPrefix("\(code): \(code): ") ? String(rest.dropFirst(code.count + 2)) : rest
  }
}
