internal import Basics
internal import GRDB

/// The periods whose rows nobody changes in this copy, since a submission of them stands.
///
/// In a partner's copy what it submitted, until it is returned or taken back; in every copy what was
/// accepted. Where the period is locked a change is an adjustment of a later one, as it always is.
struct FrozenPeriods {
  /// A period of a partner.
  private struct Frozen {
    let partner: Int64
    /// The number of the period.
    let number: Int
    let submission: Submission
  }

  private let frozen: [Frozen]
  private let periods: ReportingPeriods
  /// The numbers of the periods by their rows.
  private let numbers: [Int64: Int]
  private let isCoordinators: Bool
  private let coordinator: String

  var isEmpty: Bool { frozen.isEmpty }

  /// - Returns: None in a project that is not shared, and where nothing is frozen.
  init?(_ db: Database) throws {
    guard let identity = try CopyIdentity.fetch(db), let coordinator = try Partner.coordinator(db)
    else { return nil }
    let own = identity.organisation
    let standing = try Submission.all(db).filter { submission in
      submission.acceptedOn != nil || (submission.isOpen && submission.partner == own)
    }
    guard !standing.isEmpty else { return nil }
    let periods = try ReportingPeriods.of(db)
    frozen = try standing.compactMap { submission in
      guard let entry = periods.all.first(where: { $0.name == submission.period }),
        entry.state == .open
      else { return nil }
      return Frozen(
        partner: try Partner.id(submission.partner, in: db), number: entry.period.number,
        submission: submission)
    }
    guard !frozen.isEmpty else { return nil }
    self.periods = periods
    numbers = try Period.numbers(db)
    isCoordinators = own == coordinator
    self.coordinator = coordinator
  }

  /// Why a row with some values, before or after a change, is not to be changed; nil where it may be.
  func problem(
    _ table: DatedTable, _ values: [String: DatabaseValue], _ db: Database
  ) throws -> SubmissionProblem? {
    try table.place(values, db).flatMap { problem(table, $0) }
  }

  func problem(_ table: DatedTable, _ place: DatedTable.Place) -> SubmissionProblem? {
    guard let number = number(table.rule, place) else { return nil }
    // A partner's copy changes its own rows alone, so that it knows whose a row was that is gone.
    let found = frozen.first {
      $0.number == number
        && (place.partner == nil ? !isCoordinators : place.partner == $0.partner)
    }
    return found.map { frozen in
      let submission = frozen.submission
      if let day = submission.acceptedOn {
        return .accepted(
          place.words, partner: submission.partner, period: submission.period, on: day,
          coordinator: isCoordinators ? nil : coordinator)
      }
      return .submitted(
        place.words, period: submission.period, sequence: submission.sequence,
        coordinator: isCoordinators ? nil : coordinator)
    }
  }

  /// The open period that a row is reported in.
  private func number(_ rule: DatedTable.Rule, _ place: DatedTable.Place) -> Int? {
    let named = place.period.flatMap { numbers[$0] }
    if case .named = rule { return named }
    guard let day = place.day.flatMap({ WorkDate(stored: $0) })?.first else { return named }
    if case .day = rule { return periods.incurred(on: day)?.period.number }
    return periods.charged(named.map { "RP\($0)" }, on: day)?.period.number
  }
}
