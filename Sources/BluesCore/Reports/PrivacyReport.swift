internal import Basics
package import Documents

/// The records of processing (GDPR, Article 30): what is held of people, why, since when, from which
/// source, who got it, and which duties are overdue.
package struct PrivacyReport: Report {
  package static let name = "privacy"
  package static let abstract =
    "Records of processing: what is held of people, why, from where, who got it, what is overdue."
  package static let examples = [
    "blues report privacy", "blues report privacy -o privacy.pdf",
    "blues report privacy --at RP1.end --json",
  ]
  package static let note: String? = """
    It names no person but contacts with a duty, by their numbers. Exports, letters, dossiers and \
    payment orders leave a line in the history, and are listed with their recipient: --for.
    """

  package let store: Store

  package init(store: Store) { self.store = store }

  /// A duty that somebody has to do now.
  struct Duty {
    let what: String
    let count: Int
    let command: String

    static let fields: [Field<Duty>] = [
      Field("what", "Duty", "What is to be done.", rank: .main) { .text($0.what) },
      Field("count", "Contacts", "How many contacts.", kind: .number) {
        .integer($0.count, .bad)
      },
      Field("command", "Type", "The command for it.", kind: .form("command"), rank: .key) {
        .text($0.command)
      },
    ]
  }

  /// It is the controller's own, and no part of what the Agency gets.
  package func isDue(_ asked: ReportRequest, in period: String) throws -> Bool { false }

  package func content(_ asked: ReportRequest) throws -> Document {
    let project = try store.project.overview().project
    let figures = try PrivacyFigures(of: store)
    let duties = Self.duties(figures)
    var blocks: [Block] = [
      .facts(
        Facts([
          Fact("on", "On", .day(store.invocation.today)),
          Fact(
            "duties_overdue", "Duties overdue",
            .integer(duties.count, duties.isEmpty ? .good : .bad)),
          Fact("erased", "Persons erased", .integer(figures.erased)),
          Fact("stopped", "On the stop list", .integer(figures.stopped)),
        ])),
      .section("Duties overdue"),
      .table(
        Table(
          noun: "duties", emptySentence: "No duty is overdue.", fields: Duty.fields,
          rows: duties)),
      .section("What is held"),
      .table(
        Table(
          noun: "records", emptySentence: "Nothing is held of anybody.",
          fields: ProcessingRecord.fields, rows: figures.records)),
      .note(ProcessingRecord.source, .plain),
      .section("Grounds of the contacts"),
      .table(
        Table(
          noun: "grounds", emptySentence: "No contacts.", fields: PrivacyFigures.Ground.fields,
          rows: figures.grounds)),
    ]
    if let contact = figures.firstWithoutGround {
      blocks.append(
        .note(
          "Of \(counted(figures.withoutGround, "contact")) no ground is recorded. Record one: "
            + "blues partner contact set \(contact) --basis BASIS", .warning))
    }
    blocks += [
      .section("Where the contacts came from"),
      .table(
        Table(
          noun: "lists", emptySentence: "No contact came in with a list.",
          fields: PrivacyFigures.List.fields, rows: figures.lists)),
    ]
    if figures.byHand > 0 {
      blocks.append(
        .note(
          "\(counted(figures.byHand, "contact")) came in one by one or through other lists.",
          .plain))
    }
    blocks += [
      .section("Given out"),
      .table(
        Table(
          noun: "given", emptySentence: "Nothing was given out.",
          fields: PrivacyFigures.Given.fields, rows: figures.given)),
    ]
    return Document(
      schema: "blues.privacy-report/1",
      title: "\(project.acronym): personal data on \(store.invocation.today.spoken)",
      blocks: blocks)
  }

  private static func duties(_ figures: PrivacyFigures) -> [Duty] {
    var duties: [Duty] = []
    if let first = figures.doubtful.first {
      duties.append(
        Duty(
          what:
            "Erase the contacts that are persons who were erased before a restore, or keep them",
          count: figures.doubtful.count, command: "blues partner contact show \(first)"))
    }
    if !figures.due.isEmpty {
      duties.append(
        Duty(
          what: "Erase the contacts whose time is over", count: figures.due.count,
          command: "blues partner contact retention apply"))
    }
    if figures.withoutGround > 0 {
      duties.append(
        Duty(
          what: "Give the contacts without a ground one, or erase them",
          count: figures.withoutGround,
          command: "blues partner contact list --where basis="))
    }
    if let first = figures.unproved.first {
      duties.append(
        Duty(
          what: "Record the consent of contacts held by consent, of which the log has none",
          count: figures.unproved.count,
          command: "blues partner contact consent give \(first) --scope newsletter"))
    }
    return duties
  }
}
