internal import Documents

/// The texts of the period's report; none where nothing was written.
enum TextsDocument: PeriodDocument {
  static let kind = "report-texts"

  static func documents(_ context: PeriodContext) throws -> [DrawnDocument] {
    let texts = try context.store.reportTexts.all().filter {
      $0.key.period == context.period.name
    }
    guard !texts.isEmpty else { return [] }
    return [
      try DrawnDocument(
        kind,
        Document(
          schema: "blues.report-texts/1",
          blocks: [
            .table(
              Table(
                noun: "texts", fields: ReportTextState.exported,
                rows: texts.map { ReportTextState($0) }))
          ]))
    ]
  }
}
