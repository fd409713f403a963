/// Every text that the report needs is written.
enum TextsWritten: PeriodRequirement {
  static let name = "texts"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    let project = try context.store.project.overview().project
    guard try Programme.of(project).sections != nil else { return [] }
    return try context.store.reportTexts.missing(in: context.period.name).map { state in
      MissingItem(
        state.key.description, "Not written: \(state.section?.heading ?? state.key.section).",
        command: "blues report text edit \(state.key.words)")
    }
  }
}

/// Effort beyond the limit, or in a work package where nothing is planned, has its explanation: that
/// of every row that the report on effort says lacks one, also where nothing was worked.
enum EffortExplained: PeriodRequirement {
  static let name = "effort"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    let project = try context.store.project.overview().project
    let rows = try context.store.read { db in
      try EffortReport(store: context.store).rows(.pair, context.period, project, db)
    }
    return rows.filter { $0.isToExplain && $0.words == nil }
      .compactMap { row in
        guard let partner = row.partner, let package = row.workPackage,
          let deviation = row.lag
        else { return nil }
        let how =
          deviation.planned == .zero
          ? "no plan" : "\(deviation.planned.text(decimals: 2)) due"
        return MissingItem(
          "\(partner) \(package)",
          "No explanation: \(row.toDate.text(decimals: 2)) person-months to date, \(how).",
          command: "blues workpackage effort explain \(quoted(partner)) \(package) \"…\" "
            + "--period \(context.period.name)")
      }
  }
}

/// A word of a command line, in quotes where it has blanks.
func quoted(_ word: String) -> String {
  word.contains(" ") ? "\"\(word)\"" : word
}
