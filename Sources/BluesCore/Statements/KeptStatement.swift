internal import Basics
package import Documents

/// The statement of a locked period, as its lock keeps it.
package struct KeptStatement: Sendable {
  /// What the lock calls it.
  package static let kind = "financial-statement"

  /// The acronym of the project at the lock.
  package let project: String
  /// The page; as JSON it is what was frozen, to the byte.
  package let document: Document
}

extension Statements {
  /// The statement of a partner as the lock of a period keeps it; nil for an open period, and where the
  /// lock kept none.
  package func kept(
    of partner: String, in entry: ReportingPeriods.Entry
  ) throws -> KeptStatement? {
    guard entry.state != .open,
      let frozen = try store.frozenDocuments.find(
        KeptStatement.kind, in: entry.name, partner: partner)
    else { return nil }
    try store.read { try KeptFigures.check($0) }
    let kept = try KeptContent.read(frozen)
    let content = try kept.content(or: frame(of: partner, in: entry))
    let day = frozen.lockedOn
    var document = content.document([
      .note(
        "The statement as it was locked on \(day). What came later is an adjustment of a later "
          + "period.", .plain)
    ]).with(
      footer: content.page.footer,
      imprint: Imprint(
        author: content.page.author, running: content.page.running, day: day,
        emblem: content.page.emblem, state: "As locked on \(day.spoken)."))
    document.kept = frozen.content
    return KeptStatement(project: kept.project, document: document)
  }

  /// The statement of a partner as a document: of a locked period what its lock keeps.
  package func document(
    of partner: String, in entry: ReportingPeriods.Entry, _ ledger: @autoclosure () throws -> Ledger
  ) throws -> Document {
    if let kept = try kept(of: partner, in: entry) { return kept.document }
    return try page(of: partner, in: entry, ledger())
  }

  /// The frame of a statement whose lock kept none.
  private func frame(
    of partner: String, in entry: ReportingPeriods.Entry
  ) throws -> StatementFrame {
    let statement = try ledger().statement(of: partner, in: entry.name)
    return try StatementFrame(statement, entry.days).closed(
      store.reportFooter(), store.imprint())
  }
}
