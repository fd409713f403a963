internal import Basics
internal import Documents

/// What the project knows of deviations in a period: late work, effort beyond the limit, costs that
/// Annex 1 does not foresee.
struct DeviationBlocks {
  let context: TechnicalContext

  init(_ context: TechnicalContext) { self.context = context }

  /// Late deliverables and missed milestones of all work packages.
  var tasks: [Block] {
    let late = context.lateDeliverables()
    let missed = context.missedMilestones()
    var blocks: [Block] = []
    if !late.isEmpty {
      blocks.append(
        .table(
          PackageProgress.table("late_deliverables", late, context.day),
          title: "Late deliverables"))
    }
    if !missed.isEmpty {
      blocks.append(
        .table(
          PackageProgress.table("missed_milestones", missed, context.day),
          title: "Missed milestones"))
    }
    return blocks
  }

  /// Person-months beyond the limit, each with its explanation.
  var resources: [Block] {
    let rows = context.deviations
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        PackageProgress.table("effort_deviations", rows, packages: true),
        title: "Person-months that deviate from the plan")
    ]
      + rows.filter { $0.words == nil }.prefix(1).map { row in
        .note(
          "An explanation is missing: blues workpackage effort explain "
            + "\(row.partner ?? "") \(row.workPackage?.description ?? "") \"…\" "
            + "--period \(context.period.name)", .warning)
      }
  }

  /// Subcontracts of the period that Annex 1 does not foresee.
  func subcontracting() throws -> [Block] {
    guard context.programme.categories != nil else { return [] }
    let costs = try context.store.costs.all().filter { cost in
      cost.category.hasPrefix(CostCategory.subcontracting) && cost.isForeseen == .no
        && (cost.incurredOn.map { context.days.contains($0) } ?? false)
    }
    guard !costs.isEmpty else { return [] }
    return [
      .table(
        Table(
          noun: "unforeseen_subcontracts",
          fields: [
            Field("code", "No", rank: .key) { .text($0.code.description) },
            Field("partner", "Partner") { .text($0.partner) },
            Field("supplier", "Subcontractor") { .text(orEmpty: $0.supplier) },
            Field("description", "Tasks", rank: .main) { .text($0.description) },
            Field("amount", "Amount") { .amount($0.eligible) },
            Field("note", "Remark") { .text(orEmpty: $0.note) },
          ], rows: costs), title: "Subcontracts that Annex 1 does not foresee")
    ]
  }
}
