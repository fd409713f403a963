internal import Basics

/// What the report says has its evidence: papers of exchanges with their signatures, documents of
/// deliverables, the source of readings.
enum EvidenceKept: PeriodRequirement {
  static let name = "evidence"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    try papers(context) + documents(context) + readings(context)
  }

  private static func papers(_ context: PeriodContext) throws -> [MissingItem] {
    let store = context.store
    let project = try store.project.overview().project
    guard try Programme.of(project).scheme != nil else { return [] }
    let held = Set(
      try store.exchanges.all().filter {
        !$0.state.isExit && context.days.contains($0.lastDay) && $0.lastDay <= context.today
      }.map(\.code))
    return try store.papers.missing().filter { $0.isNext && held.contains($0.paper.exchange) }
      .map { missing in
        MissingItem(
          missing.paper.exchange.description,
          "The \(missing.paper.kind.title) \(missing.paper.lack).",
          command: missing.paper.remedy.replacing("DATE", with: context.today.iso))
      }
  }

  /// Deliverables that were sent in the period and have no document here.
  private static func documents(_ context: PeriodContext) throws -> [MissingItem] {
    let documented = Set(try context.store.documents.all().compactMap(\.record))
    return try context.store.deliverables.all().filter { item in
      guard let sent = item.submittedOn, context.days.contains(sent) else { return false }
      return !documented.contains(item.code.description)
    }.map { item in
      MissingItem(
        item.code.description, "No document of what was sent: \(item.title).",
        command: "blues project document add \(item.code) FILE --kind report")
    }
  }

  /// Readings of the period without a source and without evidence.
  private static func readings(_ context: PeriodContext) throws -> [MissingItem] {
    let indicators = context.store.indicators
    return try indicators.all().filter { $0.source == nil }.flatMap { indicator in
      try indicators.readings(indicator.code).filter {
        context.days.contains($0.on) && $0.source == nil && $0.evidence == nil
      }.map { reading in
        MissingItem(
          indicator.code.description, "The reading of \(reading.on) names no source or evidence.",
          command: "blues workpackage indicator set \(indicator.code) --source \"…\"")
      }
    }
  }
}
