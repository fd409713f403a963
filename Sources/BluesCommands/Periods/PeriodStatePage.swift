internal import BluesCore
internal import Documents

/// The state of a reporting period as a list and as a page.
enum PeriodStatePage {
  static let fields: [Field<Periods.Standing>] = [
    Field("period", "Period", "The reporting period, such as RP1.", rank: .key) {
      .text($0.period.name)
    },
    Field("starts_on", "Starts", "Its first day.", kind: .day) { .day($0.days.lowerBound) },
    Field("ends_on", "Ends", "Its last day.", kind: .day) { .day($0.days.upperBound) },
    Field(
      "state", "State", "open, locked, submitted or accepted.",
      kind: .words(of: PeriodState.self), rank: .key
    ) { .state($0.state.rawValue, $0.state.tone) },
    Field("since", "Since", "The day of the last step.", kind: .day) {
      .day(orEmpty: $0.steps.last?.on)
    },
    Field("reason", "Reason", "The reason of the last step.", rank: .main) {
      .text(orEmpty: $0.steps.last?.reason)
    },
  ]

  private static let stepFields: [Field<PeriodStep>] = [
    Field("step", "Step", rank: .key) { .text($0.kind.rawValue) },
    Field("on", "On", kind: .day, rank: .key) { .day($0.on) },
    Field("who", "Who") { .text($0.who) },
    Field("reason", "Reason", rank: .main) { .text(orEmpty: $0.reason) },
    Field("missing", "Missing then", kind: .list) { .list($0.missing) },
  ]

  static func document(_ standing: Periods.Standing, _ store: Store) throws -> Document {
    Document(
      schema: "blues.period-state/1",
      blocks: [
        .facts(Facts(fields: fields, of: standing)),
        .section("Steps"),
        .table(
          Table(
            noun: "steps", emptySentence: "Nothing was recorded yet.", fields: stepFields,
            rows: standing.steps)),
        .section("Kept by the lock"),
        .table(
          Table(
            noun: "documents", emptySentence: "The period is open.",
            fields: FrozenDocument.fields,
            rows: try store.frozenDocuments.all(in: standing.period.name))),
      ])
  }

  static func answer(
    _ verb: String, _ standing: Periods.Standing, _ store: Store, remarks: [String] = []
  ) throws -> Answer {
    let day = standing.steps.last.map { " on \($0.on)" } ?? ""
    return Answer(
      "\(verb) \(standing.period.name)\(day).", try document(standing, store), remarks: remarks)
  }
}

extension PeriodState {
  fileprivate var tone: Tone {
    switch self {
    case .open: .plain
    case .locked, .submitted: .warning
    case .accepted: .good
    }
  }
}

extension Store {
  /// Reads what the Agency accepted, as `report period accept` takes it.
  func acceptedFigures(_ texts: [String]) throws -> [AcceptedFigure] {
    guard !texts.isEmpty else { return [] }
    let partners = try partners.all().map(\.code.description)
    let categories = try costCategories()
    return try texts.flatMap { try AcceptedFigure.read($0, partners: partners, categories) }
  }
}
