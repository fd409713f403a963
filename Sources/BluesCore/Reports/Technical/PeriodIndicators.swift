internal import Basics
internal import Documents
internal import GRDB

/// An indicator in a reporting period: what it gained in it, and where it is at its end.
struct PeriodIndicator {
  let indicator: Indicator
  /// At the end of the period; nil where nothing was read.
  let toDate: Quantity?
  /// What the period added; nil for readings that do not add up.
  let inPeriod: Quantity?
  /// The last reading of the period in words.
  let words: String?

  static let fields: [Field<PeriodIndicator>] = [
    Field("code", "No", rank: .key) { .text($0.indicator.code.description) },
    Field("title", "Indicator", rank: .main) { .text($0.indicator.title) },
    Field("unit", "Unit") { .text(orEmpty: $0.indicator.unit) },
    Field("baseline", "Baseline", shown: false) { .quantity(orEmpty: $0.indicator.baseline) },
    Field("target", "Target") { .quantity(orEmpty: $0.indicator.target) },
    Field("this_period", "This period") { .quantity(orEmpty: $0.inPeriod) },
    Field("to_date", "To date") { .quantity(orEmpty: $0.toDate) },
    Field("share", "%") { row in
      Progress(
        baseline: row.indicator.baseline, value: row.toDate, target: row.indicator.target
      ).percent.map { .integer($0) } ?? .empty
    },
    Field("comment", "Comment") { .text(orEmpty: $0.words) },
  ]

  /// Every indicator in a period.
  static func all(_ store: Store, in days: ClosedRange<Day>) throws -> [PeriodIndicator] {
    let before = days.lowerBound.adding(days: -1)
    let indicators = try store.indicators.all()
    return try store.read { db in
      let readings = try IndicatorReading.byNumber(db)
      let held =
        indicators.contains { $0.counts == .exchanges }
        ? try Exchange.fetchAll(db, sql: Exchange.selection).filter(\.isCounted).map(\.lastDay) : []
      return try indicators.map { indicator in
        guard indicator.counts == .nothing else {
          let counted = IndicatorCount(
            kind: indicator.counts, invocation: store.invocation, exchanges: held)
          let end = try counted.number(on: days.upperBound, db)
          let start = try counted.number(on: before, db)
          return PeriodIndicator(
            indicator: indicator, toDate: Quantity(end), inPeriod: Quantity(end - start), words: nil
          )
        }
        let own = readings[indicator.code.number] ?? []
        let isCumulative = indicator.isCumulative == .yes
        let end = own.value(
          on: days.upperBound, isCumulative: isCumulative, from: indicator.baseline)
        let start =
          own.value(on: before, isCumulative: isCumulative, from: indicator.baseline)
          ?? indicator.baseline ?? Quantity(0)
        return PeriodIndicator(
          indicator: indicator, toDate: end,
          inPeriod: isCumulative
            ? end.map { Quantity(hundredths: $0.hundredths - start.hundredths) } : nil,
          words: own.last { days.contains($0.on) }?.words)
      }
    }
  }
}

/// What an indicator counts by itself, up to a day.
private struct IndicatorCount {
  let kind: Indicator.Counted
  let invocation: Invocation
  /// The last days of the exchanges that count.
  let exchanges: [Day]

  func number(on day: Day, _ db: Database) throws -> Int {
    switch kind {
    case .nothing: return 0
    case .entities: return try entities(on: day, db)
    case .exchanges: return exchanges.count { $0 <= day }
    case .deliverables:
      return try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM deliverable
          WHERE state IN ('submitted', 'accepted') AND coalesce(submitted_on, '') <= ?
          """, arguments: [day]) ?? 0
    case .events:
      return try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM activity
          WHERE status = 'delivered' AND coalesce(ends_on, starts_on, '') <= ? AND type IN
            ('training', 'feedback', 'joint-event', 'matchmaking', 'mission')
          """, arguments: [day]) ?? 0
    case .trained:
      let isTraining = """
        activity.type = 'training' AND activity.status = 'delivered'
          AND coalesce(activity.ends_on, activity.starts_on, '') <= ?
        """
      let contacts = """
        SELECT count(DISTINCT contact_id) FROM activity_contact
        JOIN activity ON activity.id = activity_id WHERE \(isTraining)
        """
      let counted = """
        SELECT coalesce(sum(persons), 0) FROM activity_count
        JOIN activity ON activity.id = activity_id WHERE \(isTraining)
        """
      return try [contacts, counted].reduce(0) {
        $0 + (try Int.fetchOne(db, sql: $1, arguments: [day]) ?? 0)
      }
    }
  }

  /// Members of the clusters that the project knew by then; rows are numbered in the order in which
  /// they came, and those of imports have a day.
  private func entities(on day: Day, _ db: Database) throws -> Int {
    let sql = """
      SELECT count(DISTINCT organisation_id) FROM membership
      WHERE id < coalesce(
        (SELECT min(membership.id) FROM membership JOIN operation ON operation.id = batch
         WHERE operation.at > ?), 9223372036854775807)
      """
    return try Int.fetchOne(db, sql: sql, arguments: [invocation.days.end(day)]) ?? 0
  }
}
