internal import Basics
package import Documents
internal import GRDB

/// The state of play of a risk in a reporting period, as the portal asks for it.
package struct RiskState: Sendable, Equatable {
  package let risk: RiskCode
  package let title: String
  /// The period, such as `RP1`.
  package let period: String
  /// Whether the measures against it were taken; nil where no state was recorded.
  package var mitigated: YesNo?
  /// Whether it happened in the period; nil where no state was recorded.
  package var occurred: YesNo?
  package var note: String?

  package var isMissing: Bool { mitigated == nil }

  private static func cell(_ answer: YesNo?, bad: YesNo) -> Cell {
    answer.map { .state($0.rawValue, $0 == bad ? .bad : .plain) } ?? .empty
  }

  /// The columns of the risks of one period.
  package static let fields: [Field<RiskState>] =
    [
      Field("code", "No", "The code of the risk, such as R1.", rank: .key) {
        .text($0.risk.description)
      },
      Field("title", "Risk", "What may happen.", rank: .main) { .text($0.title) },
      Field(
        "state", "State of play", "Whether its state in the period is recorded or missing.",
        kind: .word(["recorded", "missing"])
      ) {
        $0.isMissing ? .state("missing", .warning) : .state("recorded", .good)
      },
    ] + answers

  /// The columns of the periods of one risk.
  package static let ofRisk: [Field<RiskState>] =
    [Field("period", "Period", rank: .key) { .text($0.period) }] + answers

  private static let answers: [Field<RiskState>] = [
    Field(
      "mitigated", "Mitigated", "Whether the measures against it were taken.",
      kind: .words(of: YesNo.self)
    ) { cell($0.mitigated, bad: .no) },
    Field(
      "occurred", "Occurred", "Whether it happened in the period.", kind: .words(of: YesNo.self)
    ) { cell($0.occurred, bad: .yes) },
    Field("note", "Note", "A remark.") { .text(orEmpty: $0.note) },
  ]
}

/// The states of play of all risks: one for each risk and reporting period.
package struct RiskStates: Sendable {
  let store: Store

  /// Records the state of a risk in a period; the same again takes the place of the earlier one.
  package func record(
    _ code: RiskCode, in period: String, mitigated: YesNo, occurred: YesNo, note: String? = nil
  ) throws -> RiskState {
    let (id, period) = try store.read { try Self.period(period, $0) }
    _ = try store.risks.step([code], told: { "recorded the state of \($0) in \(period.name)" }) {
      write, risk, _ in
      try PeriodLock(write.db).refuse("the state of \(code)", in: period)
      try write.db.execute(
        sql: """
          UPDATE risk_state SET mitigated = ?, occurred = ?, note = ?
          WHERE risk_id = ? AND period_id = ?
          """,
        arguments: [mitigated.rawValue, occurred.rawValue, note, risk, id])
      guard write.db.changesCount == 0 else { return }
      try write.db.execute(
        sql: """
          INSERT INTO risk_state (id, risk_id, period_id, mitigated, occurred, note)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          write.nextID("risk_state"), risk, id, mitigated.rawValue, occurred.rawValue, note,
        ])
    }
    return RiskState(
      risk: code, title: try store.risks.one(code).title, period: period.name,
      mitigated: mitigated, occurred: occurred, note: note)
  }

  /// The risks of a period with their states; those that it asks for and that have none are missing.
  package func all(in name: String) throws -> [RiskState] {
    let (project, period) = try store.read { db in
      (try Project.fetch(db), try Self.period(name, db).period)
    }
    let recorded = try store.read { try Self.recorded($0) }.filter { $0.period == period.name }
    return try store.risks.all().compactMap { risk in
      if let state = recorded.first(where: { $0.risk == risk.code }) { return state }
      guard risk.matters(in: period.days(in: project)) else { return nil }
      return RiskState(risk: risk.code, title: risk.title, period: period.name)
    }
  }

  /// The risks whose state a period still needs before it is locked.
  package func missing(in period: String) throws -> [RiskCode] {
    try all(in: period).filter(\.isMissing).map(\.risk)
  }

  /// The states of one risk, period by period.
  package func of(_ code: RiskCode) throws -> [RiskState] {
    try store.read { try Self.recorded($0) }.filter { $0.risk == code }
  }

  /// All states, by period and risk.
  static func recorded(_ db: Database) throws -> [RiskState] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT risk.number, risk.title, period.number AS period, mitigated, occurred, risk_state.note
        FROM risk_state
        JOIN risk ON risk.id = risk_id
        JOIN period ON period.id = period_id
        ORDER BY period.number, risk.number
        """
    ).map { row in
      RiskState(
        risk: try row.stored(0, "number") { RiskCode(number: $0) }, title: try row.value("title"),
        period: "RP\(try row.value("period", as: Int.self))", mitigated: try row.value("mitigated"),
        occurred: try row.value("occurred"), note: try row.value("note"))
    }
  }

  /// The period of a name such as `RP1`, in any case, or of its number.
  private static func period(_ name: String, _ db: Database) throws -> (id: Int64, period: Period) {
    let all = try Period.all(db)
    let key = name.trimmed.asciiRaised
    guard let period = all.first(where: { $0.name == key || "\($0.number)" == key }),
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM period WHERE number = ?", arguments: [period.number])
    else {
      throw RecordProblem.unknown(
        name.trimmed, noun: "period", known: all.map(\.name), command: "project period")
    }
    return (id, period)
  }
}

extension Risk {
  /// Whether a period asks for its state: not where it was raised later or closed before.
  func matters(in days: ClosedRange<Day>) -> Bool {
    if let raisedOn, raisedOn > days.upperBound { return false }
    if state == .closed, let stateOn, stateOn < days.lowerBound { return false }
    return true
  }

  /// Its states of play, as its page shows them.
  static func details(_ risk: Risk, _ store: Store) throws -> [Block] {
    [
      .section("State of play"),
      .table(
        Table(
          noun: "states", emptySentence: "No state of play yet.", fields: RiskState.ofRisk,
          rows: try store.riskStates.of(risk.code))),
    ]
  }

  /// Gets ready the periods in which its state is known.
  static func derivation(_ context: RecordContext) throws -> (inout Risk, Row) throws -> Void {
    let periods = Dictionary(grouping: try RiskStates.recorded(context.db), by: \.risk)
    return { risk, _ in risk.statedIn = (periods[risk.code] ?? []).map(\.period) }
  }
}

extension Store {
  package var riskStates: RiskStates { RiskStates(store: self) }
}
