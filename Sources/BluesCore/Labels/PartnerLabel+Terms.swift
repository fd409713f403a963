package import Basics
package import Documents
internal import GRDB

/// A time for which a label was given before it was renewed.
package struct LabelTerm: Sendable, Equatable {
  package let level: PartnerLabel.Level
  package let obtainedOn: Day?
  package let validTo: Day?
  package let score: Int?
}

extension LabelTerm {
  package static let fields: [Field<LabelTerm>] = [
    Field("level", "Level") { .text($0.level.rawValue) },
    Field("obtained_on", "Obtained") { .day(orEmpty: $0.obtainedOn) },
    Field("valid_to", "Valid to") { .day(orEmpty: $0.validTo) },
    Field("score", "Score") { $0.score.map { .decimal(hundredthsText($0)) } ?? .empty },
  ]
}

extension Records where R == PartnerLabel {
  /// The terms before the present one, oldest first.
  package func terms(_ code: LabelCode) throws -> [LabelTerm] {
    try store.read { db in
      let id = try PartnerLabel.register.one(
        code, RecordContext(db, store.invocation, store.hooks)
      ).id
      return try Row.fetchAll(
        db,
        sql: """
          SELECT level, obtained_on, valid_to, score_hundredths FROM label_term
          WHERE label_id = ? ORDER BY id
          """,
        arguments: [id]
      ).map { row in
        LabelTerm(
          level: try row.stored(0, "level") { PartnerLabel.Level(rawValue: $0) },
          obtainedOn: try row.storedOrNil(1, "obtained_on"),
          validTo: try row.storedOrNil(2, "valid_to"),
          score: try row.storedOrNil(3, "score_hundredths"))
      }
    }
  }

  /// Records that a label was given again; the earlier term is kept.
  ///
  /// Scores and areas to improve are those of the term; what is not known of the new one is blank.
  package func renew(
    _ code: LabelCode, on day: Day, validTo: Day?, level: PartnerLabel.Level? = nil
  ) throws -> PartnerLabel {
    let today = store.invocation.today
    guard day <= today else {
      throw RecordProblem.inTheFuture(code.description, on: day, today: today)
    }
    if let validTo, validTo < day { throw LabelProblem.endsBeforeStart(code, validTo) }
    let renewed = try step([code], told: { "renewed \($0) on \(day)" }) { write, id, label in
      if let earlier = label.obtainedOn, earlier >= day {
        throw LabelProblem.notLater(code, obtained: earlier)
      }
      try write.db.execute(
        sql: """
          INSERT INTO label_term (id, label_id, level, obtained_on, valid_to, score_hundredths)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          write.nextID("label_term"), id, label.level.rawValue, label.obtainedOn, label.validTo,
          label.score,
        ])
      try write.db.execute(
        sql: """
          UPDATE label SET level = ?, obtained_on = ?, valid_to = ?, score_hundredths = NULL,
            score_structure_hundredths = NULL, score_governance_hundredths = NULL,
            score_financing_hundredths = NULL, score_strategy_hundredths = NULL,
            score_services_hundredths = NULL, score_contacts_hundredths = NULL,
            score_achievements_hundredths = NULL, improvement_1 = NULL, improvement_2 = NULL,
            improvement_3 = NULL
          WHERE id = ?
          """,
        arguments: [(level ?? label.level).rawValue, day, validTo, id])
    }
    guard let label = renewed.first else { return try one(code) }
    return label
  }
}

extension PartnerLabel {
  /// The terms before the present one, as its page shows them.
  static func details(_ label: PartnerLabel, _ store: Store) throws -> [Block] {
    let terms = try store.labels.terms(label.code)
    let table = Table(noun: "terms", fields: LabelTerm.fields, rows: terms)
    return terms.isEmpty
      ? [.data("terms", .array([]))] : [.section("Earlier terms"), .table(table)]
  }
}

extension PartnerLabel.Level {
  /// As lists in six languages call it, alone or with the words of the association behind it.
  init?(listed text: String) {
    let first = Folding.folded(text).utf8.split { !$0.isAlphanumeric }.first
    switch first.map({ String(decoding: $0, as: UTF8.self) }) {
    case "bronze", "bronce", "braz", "brazowy", "brazowa", "bronz", "bronzovy": self = .bronze
    case "silver", "argent", "plata", "silber", "srebro", "srebrny", "stribro", "stribrny":
      self = .silver
    case "gold", "or", "oro", "zloto", "zloty", "zlato", "zlaty": self = .gold
    default: return nil
    }
  }
}

extension LabelStanding {
  var tone: Tone {
    switch self {
    case .valid: .good
    case .renew: .warning
    case .ended: .bad
    }
  }
}

extension PartnerLabel {
  /// How many months a label is valid where its own term does not tell.
  private static let usualMonths = 24

  /// The last day of a term as long as this one that is given on a day.
  package func nextEnd(from day: Day) -> Day {
    day.adding(months: monthsOfTerm ?? Self.usualMonths).adding(days: -1)
  }

  /// The whole months of the term, at least one; nil where it has no beginning or no end.
  private var monthsOfTerm: Int? {
    guard let obtainedOn, let validTo else { return nil }
    let (from, to) = (obtainedOn.civil, validTo.adding(days: 1).civil)
    return max(1, (to.year - from.year) * 12 + to.month - from.month)
  }
}

/// Why a label cannot be renewed.
package enum LabelProblem: Problem, Equatable {
  case endsBeforeStart(LabelCode, Day)
  case notLater(LabelCode, obtained: Day)

  package var message: String {
    switch self {
    case .endsBeforeStart(let code, let day): "\(code) would end on \(day), before it is given."
    case .notLater(let code, let day): "\(code) was given on \(day); a renewal is later."
    }
  }

  package var hint: String? {
    switch self {
    case .endsBeforeStart: "give the last day it is valid with --valid-to"
    case .notLater(let code, _): "correct a day with blues partner label set \(code)"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .endsBeforeStart: .usage
    case .notLater: .conflict
    }
  }
}
