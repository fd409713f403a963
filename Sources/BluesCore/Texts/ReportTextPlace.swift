internal import GRDB

/// A key whose section, work package, partner and period are known, with their rows.
struct ReportTextPlace {
  let key: ReportTextKey
  let section: ReportSection
  private let period: Period?
  private let ids: StatementArguments

  /// - Throws: `ReportTextProblem` where the section is unknown, or needs or has no part of the key;
  ///   the problem of the kind for an unknown work package, partner or period.
  init(_ key: ReportTextKey, _ context: RecordContext) throws {
    let sections = try Programme.of(context.project).reportSections()
    guard let section = sections[key.section.lowercased()] else {
      throw ReportTextProblem.unknownSection(
        key.section, known: sections.sections.map(\.id))
    }
    for (option, asked, isGiven) in [
      ("wp", section.workPackage, key.workPackage != nil),
      ("period", section.period, key.period != nil),
      ("partner", section.partner, key.partner != nil),
    ] {
      if asked == .needed, !isGiven {
        throw ReportTextProblem.needs(section.id, option: option)
      }
      if asked == nil, isGiven { throw ReportTextProblem.takesNone(section.id, option: option) }
    }
    let period = try key.period.map { try Periods.period($0, Period.all(context.db)) }
    self.section = section
    self.period = period
    self.key = ReportTextKey(
      section.id, workPackage: key.workPackage, period: period?.name,
      partner: try key.partner.map { try context.code($0, in: Partner.target) })
    ids = [
      try key.workPackage.map { try context.id($0.description, in: WorkPackage.target) },
      try key.partner.map { try context.id($0, in: Partner.target) },
      try period.map {
        try Int64.fetchOne(
          context.db, sql: "SELECT id FROM period WHERE number = ?", arguments: [$0.number])
      } ?? nil,
    ]
  }

  /// The row that there is, and its text.
  func present(_ db: Database) throws -> (id: Int64, content: String)? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT id, content FROM report_text
        WHERE section = ? AND work_package_id IS ? AND partner_id IS ? AND period_id IS ?
        """, arguments: [section.id] + ids)
    return try row.map { (try $0.value("id"), try $0.value("content")) }
  }

  /// Refuses a change of what a locked period says.
  func refuseLocked(_ db: Database) throws {
    if let period { try PeriodLock(db).refuse("the text \(key)", in: period) }
  }

  /// Keeps a text, and answers what was there before.
  func keep(
    _ text: String, _ write: Transaction
  ) throws -> (outcome: ReportTexts.Outcome, was: String?) {
    let present = try present(write.db)
    guard present?.content != text else { return (.unchanged, text) }
    try refuseLocked(write.db)
    if let present {
      try write.db.execute(
        sql: "UPDATE report_text SET content = ? WHERE id = ?", arguments: [text, present.id])
      return (.changed, present.content)
    }
    try write.db.execute(
      sql: """
        INSERT INTO report_text (id, section, work_package_id, partner_id, period_id, content)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [try write.nextID("report_text"), section.id] + ids + [text])
    return (.new, nil)
  }
}
