internal import Basics
internal import Documents

/// One row of the report on effort: person-months planned and worked, and how far they are apart.
struct EffortRow {
  var partner: String?
  var workPackage: WorkPackageCode?
  var month: Day?
  var person: String?
  /// Of the whole action; nil where the plan is not divided this way.
  var planned: Fraction?
  /// The share of the planned ones that is due by time elapsed.
  var due: Fraction?
  /// The day on which that share is over, and the share itself.
  var dueOn: Day?
  var elapsed: Fraction?
  var inPeriod = Fraction.zero
  var toDate = Fraction.zero
  /// What the person-months to date that have a rate of pay cost, by currency, in cents.
  var costs: [Currency: Int64] = [:]
  /// The person-months to date that have a rate of pay.
  var paid = Fraction.zero
  /// Whether the deviation asks for an explanation, and what was said.
  var isToExplain = false
  var words: String?

  var deviation: EffortDeviation? {
    planned.map { EffortDeviation(planned: $0, actual: toDate) }
  }

  /// How far the person-months to date are from those due.
  var lag: EffortDeviation? {
    due.map { EffortDeviation(planned: $0, actual: toDate) }
  }

  /// The same in a word.
  var lagWord: String? {
    guard let lag else { return nil }
    if planned == .zero, lag.actual != .zero { return "unplanned" }
    return lag.actual == lag.planned ? "as due" : lag.actual > lag.planned ? "over" : "under"
  }

  /// Cost over person-months, where all of it is in one currency.
  var monthlyRate: Money? {
    guard costs.count == 1, let (currency, cents) = costs.first,
      let rate = Fraction(Int128(cents)).divided(by: paid)
    else { return nil }
    return Money(cents: Int64(clamping: rate.rounded()), currency: currency)
  }

  private var explanation: Cell {
    if let words { return .text(words) }
    return isToExplain ? .state("missing", .bad) : .empty
  }

  /// The columns, as the report is divided; those of the whole action are beside its plan.
  static func fields(
    _ division: EffortReport.Division, isWhole: Bool = false
  ) -> [Field<EffortRow>] {
    var fields: [Field<EffortRow>] = []
    if division == .pair || division == .partner {
      fields.append(
        Field("partner", "Partner", kind: .form("partner"), rank: .key) {
          .text(orEmpty: $0.partner)
        })
    }
    if division == .pair || division == .workPackage {
      fields.append(
        Field("work_package", "WP", kind: .form("work package"), rank: .key) {
          .text(orEmpty: $0.workPackage?.description)
        })
    }
    if division == .month {
      fields.append(
        Field("month", "Month", kind: .form("month"), rank: .key) {
          .text(orEmpty: $0.month.map { WorkDate(month: $0).text })
        })
    }
    if division == .person {
      fields += [
        Field("person", "Person", kind: .form("person"), rank: .key) { .text(orEmpty: $0.person) },
        Field("partner", "Partner", kind: .form("partner")) { .text(orEmpty: $0.partner) },
      ]
    }
    return fields + figures(division, isWhole)
  }

  private static func figures(
    _ division: EffortReport.Division, _ isWhole: Bool
  ) -> [Field<EffortRow>] {
    let isPlanned = division != .month && division != .person
    let plan: [Field<EffortRow>] = [
      Field("planned", "Planned", "Person-months of the whole action.", kind: .number, rank: .key) {
        $0.planned.map { .decimal($0.text(decimals: 2)) } ?? .empty
      }
    ]
    let worked: [Field<EffortRow>] = [
      Field("this_period", "This period", "Person-months of the period.", kind: .number, rank: .key)
      {
        .decimal($0.inPeriod.text(decimals: 2))
      },
      Field(
        "to_date", "To date", "Person-months until the end of the period.", kind: .number,
        rank: .key
      ) {
        .decimal($0.toDate.text(decimals: 2))
      },
    ]
    let deviation: [Field<EffortRow>] = [
      Field(
        "due", "Due", "Person-months planned, times the share of the action that is over.",
        kind: .number
      ) {
        $0.due.map { .decimal($0.text(decimals: 2)) } ?? .empty
      },
      Field(
        "due_on", "Due on", "The day until which the share of the action is counted.", kind: .day,
        shown: false
      ) { .day(orEmpty: $0.dueOn) },
      Field(
        "elapsed_percent", "Over, %", "The share of the action's days that is over on that day.",
        kind: .number, shown: false
      ) {
        $0.elapsed.map { .decimal(($0 * Fraction(100)).text(decimals: 2)) } ?? .empty
      },
      Field(
        "deviation", "From plan", "Person-months to date less those of the whole action.",
        kind: .number, shown: isWhole
      ) {
        $0.deviation.map { .decimal($0.personMonths.text(decimals: 2)) } ?? .empty
      },
      Field(
        "deviation_percent", "From plan, %", "The same in per cent of the plan.", kind: .number,
        shown: isWhole
      ) {
        ($0.deviation?.text).map { .decimal($0) } ?? .empty
      },
      Field(
        "direction", "Of the plan", "over, under, unplanned or as planned, of the whole action.",
        shown: isWhole
      ) {
        $0.deviation.map { .state($0.word, $0.word == "unplanned" ? .bad : .plain) } ?? .empty
      },
      Field(
        "from_due", "From due", "Person-months to date less those due.", kind: .number, rank: .key
      ) {
        $0.lag.map { .decimal($0.personMonths.text(decimals: 2)) } ?? .empty
      },
      Field(
        "from_due_percent", "From due, %", "The same in per cent of those due.", kind: .number,
        rank: .key
      ) {
        ($0.lag?.text).map { .decimal($0) } ?? .empty
      },
      Field(
        "from_due_direction", "Which is", "over, under, as due, or unplanned.", rank: .usual
      ) {
        $0.lagWord.map { .state($0, $0 == "unplanned" ? .bad : .plain) } ?? .empty
      },
    ]
    let rate: [Field<EffortRow>] = [
      Field(
        "monthly_rate", "Monthly rate", "Cost to date over person-months to date.", kind: .amount,
        rank: .usual
      ) {
        $0.monthlyRate.map { .money(cents: Int($0.cents), currency: $0.currency.code) } ?? .empty
      },
      Field("currency", "Currency", "The currency of the rate.", shown: false) {
        .text(orEmpty: $0.monthlyRate?.currency.code)
      },
    ]
    let explained: [Field<EffortRow>] =
      division == .pair
      ? [
        Field(
          "explanation", "Explanation", "What was said of a deviation, or missing.", rank: .wanted
        ) { $0.explanation }
      ] : []
    return (isPlanned ? plan : []) + worked + (isPlanned ? deviation : []) + rate + explained
  }
}
