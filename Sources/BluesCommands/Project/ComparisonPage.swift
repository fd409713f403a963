internal import BluesCore
internal import Documents

/// What differs between two states of the plan, as a page.
enum ComparisonPage {
  static func document(
    _ comparison: PlanComparison, before: String, after: String, isPage: Bool
  ) -> Document {
    var blocks: [Block] = [
      .facts(
        Facts([
          Fact("before", "From", .text(before)), Fact("after", "To", .text(after)),
          Fact(
            "person_months_before", "Person-months then", .decimal(comparison.effort.before.text)),
          Fact("person_months_after", "Person-months now", .decimal(comparison.effort.after.text)),
        ])),
      .section("In numbers"), .table(counts(comparison)),
      .section("Work packages"), .table(packages(comparison)),
    ]
    blocks += [.section("What changed"), .table(changes(comparison))]
    return Document(
      schema: "blues.comparison/1",
      title: isPage ? "What changed in the plan: \(before) to \(after)" : nil, blocks: blocks)
  }

  private static func counts(_ comparison: PlanComparison) -> Table {
    Table(
      noun: "counts",
      fields: [
        Field("kind", "Kind", rank: .key) { .text($0.thing.rawValue) },
        Field("before", "Then", kind: .number) { .integer($0.before) },
        Field("after", "Now", kind: .number) { .integer($0.after) },
        Field("added", "Added", kind: .number) { .integer($0.added) },
        Field("removed", "Removed", kind: .number) { .integer($0.removed) },
        Field("changed", "Changed", kind: .number) { .integer($0.changed) },
      ], rows: comparison.counts)
  }

  private static func packages(_ comparison: PlanComparison) -> Table {
    Table(
      noun: "packages", emptySentence: "The plan has no work packages.",
      fields: [
        Field("work_package", "WP", rank: .key) { .text("WP\($0.number)") },
        Field("deliverables_before", "Deliverables then", kind: .number) {
          .integer($0.deliverables.before)
        },
        Field("deliverables_after", "now", kind: .number) { .integer($0.deliverables.after) },
        Field("milestones_before", "Milestones then", kind: .number) {
          .integer($0.milestones.before)
        },
        Field("milestones_after", "now", kind: .number) { .integer($0.milestones.after) },
        Field("person_months_before", "PM then", kind: .number) { .decimal($0.effort.before.text) },
        Field("person_months_after", "now", kind: .number) { .decimal($0.effort.after.text) },
        Field("changes", "Changes", kind: .number, rank: .key) { .integer($0.changes) },
      ], rows: comparison.packages)
  }

  private static func changes(_ comparison: PlanComparison) -> Table {
    Table(
      noun: "changes", emptySentence: "Nothing changed.",
      fields: [
        Field("work_package", "WP") {
          .text(orEmpty: $0.workPackage == 0 ? nil : "WP\($0.workPackage)")
        },
        Field("kind", "Kind", shown: false) { .text($0.thing.rawValue) },
        Field("code", "Id", rank: .key) { .text($0.code) },
        Field("change", "Change", rank: .key) { .text($0.kind.rawValue) },
        Field("field", "Field") { .text(orEmpty: $0.field) },
        Field("before", "Then", rank: .main) { .text(orEmpty: $0.before) },
        Field("after", "Now", rank: .main) { .text(orEmpty: $0.after) },
      ], rows: comparison.changes)
  }
}
