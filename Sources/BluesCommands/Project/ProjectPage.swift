internal import BluesCore
internal import Documents

/// The project's own page.
enum ProjectPage {
  static func document(_ overview: ProjectDetails.Overview) -> Document {
    let project = overview.project
    var blocks: [Block] = [
      .facts(
        Facts(
          [
            Fact("acronym", "Acronym", .text(project.acronym)),
            Fact("title", "Title", .text(project.title)),
            Fact("grant", "Grant", .text(orEmpty: project.grantNumber)),
            Fact("programme", "Programme", .text(orEmpty: project.programme)),
            Fact("start", "Start", .day(project.start)),
            Fact("end", "End", .day(project.end)),
            Fact("months", "Months", .integer(project.months)),
            Fact("coordinator", "Coordinator", .text(orEmpty: overview.coordinator)),
          ] + overview.background)),
      .section("Reporting periods"),
      .table(periods(overview)),
    ]
    if !overview.amendments.isEmpty {
      blocks += [
        .section("Amendments"),
        .table(Table(noun: "amendments", fields: Amendment.fields, rows: overview.amendments)),
      ]
    }
    blocks += [
      .section("Facts and where they come from"),
      .table(
        Table(
          noun: "facts", emptySentence: "No facts.", fields: StatedFact.fields,
          rows: overview.facts)),
    ]
    return Document(schema: "blues.project/1", blocks: blocks)
  }

  static func periods(_ overview: ProjectDetails.Overview) -> Table {
    Table(
      noun: "periods", emptySentence: "No reporting periods.",
      fields: [
        Field("name", "Period") { .text($0.name) },
        Field("start_month", "From") { .text($0.startMonth.description) },
        Field("end_month", "To") { .text($0.endMonth.description) },
        Field("starts_on", "Starts") { .day($0.days(in: overview.project).lowerBound) },
        Field("ends_on", "Ends") { .day($0.days(in: overview.project).upperBound) },
      ], rows: overview.periods)
  }
}
