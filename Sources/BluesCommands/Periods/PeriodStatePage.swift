internal import Basics
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
    Field("number", "No", kind: .number, rank: .key) { .integer($0.number) },
    Field("step", "Step", rank: .key) { .text($0.kind.rawValue) },
    Field("on", "On", kind: .day, rank: .key) { .day($0.on) },
    Field("who", "Who") { .text($0.who) },
    Field("reason", "Reason", rank: .main) { .text(orEmpty: $0.reason) },
    Field("missing", "Missing then", kind: .list, shown: false) { .list($0.missing) },
  ]

  private static let missingFields: [Field<MissingThen>] = [
    Field("on", "Locked", kind: .day, rank: .key) { .day($0.on) },
    Field("requirement", "Kind", rank: .key) { .text($0.requirement) },
    Field("what", "Missing then", rank: .main) { .text($0.what) },
  ]

  static func document(_ standing: Periods.Standing, _ store: Store) throws -> Document {
    try Document(
      schema: "blues.period-state/1",
      blocks: [
        .facts(Facts(fields: fields, of: standing)),
        .section("Steps"),
        .table(
          Table(
            noun: "steps", emptySentence: "Nothing was recorded yet.", fields: stepFields,
            rows: standing.steps)),
      ] + missing(standing) + [
        .section("Kept by the lock"),
        .table(
          Table(
            noun: "documents", emptySentence: "The period is open.",
            fields: FrozenDocument.fields,
            rows: try store.frozenDocuments.all(in: standing.period.name))),
      ] + earlier(standing, store))
  }

  /// What was missing at the locks, a row each.
  private static func missing(_ standing: Periods.Standing) -> [Block] {
    let rows = standing.steps.flatMap { step in
      step.missing.map { MissingThen(on: step.on, $0) }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .section("Missing at the lock"),
      .table(Table(noun: "missing_then", fields: missingFields, rows: rows)),
    ]
  }

  /// What earlier locks kept.
  private static func earlier(_ standing: Periods.Standing, _ store: Store) throws -> [Block] {
    let kept = try store.frozenDocuments.earlier(in: standing.period.name)
    guard !kept.isEmpty else { return [] }
    let fields = FrozenDocument.fields.map { field in
      Field<FrozenDocument>(
        field.column.name, field.column.heading, field.column.help, kind: field.column.kind,
        shown: field.column.isShown || field.column.name == "lock", rank: field.column.rank,
        cell: field.cell)
    }
    return [
      .section("Kept by earlier locks"),
      .table(Table(noun: "earlier_documents", fields: fields, rows: kept)),
    ]
  }

  /// What is said when a period is opened again: what comes back to it, and where its documents stay.
  static func returning(to name: String, _ store: Store) throws -> [String] {
    let period = try store.periods.standing(name).period.name
    let ledger = try? store.statements.ledgerIfAny(withUnrated: true)
    let returning = ledger?.adjustments(of: period).map { charged, count in
      let verb = count == 1 ? "returns" : "return"
      let of = charged.map { " of \($0)" } ?? " that no statement has"
      return "\(counted(count, "adjustment"))\(of) \(verb) to \(period)."
    }
    let kept = try store.frozenDocuments.all(in: period)
    let example =
      kept.filter { $0.partner != nil }.max { $0.content.utf8.count < $1.content.utf8.count }
      ?? kept.first
    let stay = example.map { document in
      "What the lock of \(document.lockedOn) kept stays: blues report period frozen \(period) "
        + "\(document.kind)\(document.partner.map { " --partner \($0)" } ?? "") --lock \(document.lock)"
    }
    return (returning ?? []) + (stay.map { [$0] } ?? [])
  }

  /// The figures of the Agency that an earlier acceptance had, with the command that gives them again.
  static func former(of name: String, _ store: Store) throws -> [String] {
    let figures = try store.statements.formerFigures(of: name)
    guard !figures.isEmpty else { return [] }
    let words = figures.map { "\($0.partner) \($0.category) \(Money(cents: $0.cents).decimal)" }
    let period = try store.periods.standing(name).period.name
    return [
      "What the Agency accepted before no longer counts. To give it again: blues report period accept "
        + "\(period) --accepted \"\(words.joined(separator: ", "))\""
    ]
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
