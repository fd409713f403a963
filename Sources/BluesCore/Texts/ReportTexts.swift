internal import Basics
internal import GRDB

/// The texts of all reports of a project, read and changed.
package struct ReportTexts: Sendable {
  /// What became of a text that was given.
  package enum Outcome: String, Sendable, CaseIterable { case new, changed, unchanged, empty }

  /// A text that was kept.
  package struct Kept: Sendable, Equatable {
    package let text: ReportText
    package let outcome: Outcome
    /// Whether its headings were moved down below those of the report.
    package let isMoved: Bool
  }

  let store: Store

  /// The sections of the programme.
  package func sections() throws -> ReportSections {
    try store.read { try Programme.of($0).reportSections() }
  }

  /// Every text, by period, section, work package and partner.
  package func all() throws -> [ReportText] { try store.read { try Self.fetch($0) } }

  /// The key as the project writes it, whether or not there is a text.
  package func settled(_ key: ReportTextKey) throws -> ReportTextKey {
    try store.read { db in
      try ReportTextPlace(key, RecordContext(db, store.invocation, store.hooks)).key
    }
  }

  /// A text by its key.
  ///
  /// - Throws: `ReportTextProblem.none` where nothing was written.
  package func one(_ key: ReportTextKey) throws -> ReportText {
    let key = try settled(key)
    guard let found = try all().first(where: { $0.key == key }) else {
      throw ReportTextProblem.none(key)
    }
    return found
  }

  /// The changes of a text, oldest first.
  package func changes(of key: ReportTextKey) throws -> [HistoryEntry] {
    try store.history.changes(of: settled(key).description, by: "report text")
  }

  /// Keeps a text in the place of an earlier one.
  ///
  /// `before` is what the text has to be still, where it was edited meanwhile; nil inside for none.
  package func set(
    _ key: ReportTextKey, to raw: String, before: String?? = nil
  ) throws -> Kept {
    try store.write { write in
      let context = try RecordContext(write.db, write.invocation, write.hooks)
      let place = try ReportTextPlace(key, context)
      if let before, try place.present(write.db)?.content != before {
        throw ReportTextProblem.meanwhile(place.key)
      }
      let body = try TextBody(raw)
      let outcome = try place.keep(body.text, write)
      let was = outcome.was.map { "\(counted(ReportText.words($0), "word")) → " } ?? ""
      let verb = outcome.was == nil ? "wrote" : "changed"
      write.records(
        "\(verb) the text \(place.key): \(was)\(counted(ReportText.words(body.text), "word"))",
        affecting: [place.key.description])
      return Kept(
        text: ReportText(key: place.key, section: place.section, text: body.text),
        outcome: outcome.outcome, isMoved: body.isMoved)
    }
  }

  /// Takes a text away; undo brings it back.
  package func remove(_ key: ReportTextKey) throws -> ReportTextKey {
    try store.write { write in
      let place = try ReportTextPlace(
        key, RecordContext(write.db, write.invocation, write.hooks))
      guard let present = try place.present(write.db) else {
        throw ReportTextProblem.none(place.key)
      }
      try place.refuseLocked(write.db)
      try write.db.execute(sql: "DELETE FROM report_text WHERE id = ?", arguments: [present.id])
      write.records("removed the text \(place.key)", affecting: [place.key.description])
      return place.key
    }
  }

  /// Every text in the order of the reports.
  static func fetch(_ db: Database) throws -> [ReportText] {
    let sections = try? Programme.of(db).reportSections()
    let partners = try String.fetchAll(
      db, sql: "SELECT code FROM partner ORDER BY role <> 'coordinator', code")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT section, content, work_package.number AS package, partner.code AS partner,
          period.number AS period
        FROM report_text
        LEFT JOIN work_package ON work_package.id = work_package_id
        LEFT JOIN partner ON partner.id = partner_id
        LEFT JOIN period ON period.id = period_id
        """)
    let texts = try rows.map { row in
      let section: String = try row.value("section")
      let package: Int? = try row.value("package")
      let period: Int? = try row.value("period")
      return ReportText(
        key: ReportTextKey(
          section, workPackage: package.flatMap { WorkPackageCode(number: $0) },
          period: period.map { "RP\($0)" }, partner: try row.value("partner")),
        section: sections?[section], text: try row.value("content"))
    }
    func order(_ text: ReportText) -> (Int, Int, Int, Int) {
      (
        text.key.period.flatMap { Int($0.dropFirst(2)) } ?? .max,
        sections?.place(text.key.section) ?? 0, text.key.workPackage?.number ?? 0,
        text.key.partner.map { (partners.firstIndex(of: $0) ?? partners.count) + 1 } ?? 0
      )
    }
    return texts.sorted { order($0) < order($1) }
  }
}

extension Store {
  package var reportTexts: ReportTexts { ReportTexts(store: self) }
}
