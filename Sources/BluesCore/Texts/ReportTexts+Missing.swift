extension ReportTexts {
  /// The texts that the report of a period needs and that nobody wrote yet.
  ///
  /// The text of one partner is enough where a section may have one of each.
  package func missing(in period: String) throws -> [ReportTextState] {
    let name = try Periods.period(period, store.periods.all()).name
    return try missing(.periodic, AskedTexts.Request(period: name))
  }

  /// The same for the final report, or for that of a partner that leaves.
  package func missing(
    _ kind: ReportSection.Kind, _ request: AskedTexts.Request
  ) throws -> [ReportTextState] {
    var request = request
    request.kind = kind
    let sections = try sections()
    let texts = try all()
    return try asked(request).items.filter { item in
      !item.isOptional
        && !texts.contains { text in
          text.key.section == item.key.section && text.key.workPackage == item.key.workPackage
            && text.key.period == item.key.period
            && (request.partner == nil || text.key.partner == request.partner)
        }
    }.map { item in
      ReportTextState(key: item.key, section: sections[item.key.section], text: nil)
    }
  }
}
