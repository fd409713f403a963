internal import Basics
internal import GRDB

/// The last submission of a partner for a period, and what became of it, as this copy knows.
struct Submission: Sendable {
  /// How far its parcel is here.
  enum Arrival: Equatable, Sendable {
    /// It is of this copy.
    case sent
    case waiting
    /// Conflicts of it wait.
    case partly
    /// With what of it was not applied.
    case applied(remainder: String?)
  }

  let partner: String
  let period: String
  let sequence: Int
  /// The key of who submitted.
  let key: String?
  /// The last parcel of the coordinator that the partner had applied then.
  let base: Int?
  let arrival: Arrival
  /// The number of a parcel of the partner that is not applied yet.
  let waiting: Int?
  /// The step that closed it: accepted, returned or taken back.
  let closing: SubmissionStep?

  /// Whether it stands: submitted, and not accepted, returned or taken back.
  var isOpen: Bool { closing == nil }
  var acceptedOn: Day? { closing?.kind == .accepted ? closing?.on : nil }

  /// Those of all partners here, or in a partner's copy of itself; none where nothing is shared.
  static func all(_ db: Database) throws -> [Submission] {
    guard let identity = try CopyIdentity.fetch(db), let coordinator = try Partner.coordinator(db)
    else { return [] }
    let steps = try SubmissionStep.all(db)
    let sent = try Row.fetchAll(
      db,
      sql: """
        SELECT sender, period, sequence, public_key, base FROM parcel
        WHERE purpose = 'submit' AND period IS NOT NULL AND sender <> ?
          AND state NOT IN ('forked', 'refused')
        ORDER BY sequence, id
        """, arguments: [coordinator])
    var last: [Place: Sent] = [:]
    for row in sent {
      let place = Place(partner: try row.value("sender"), period: try row.value("period"))
      last[place] = Sent(
        sequence: try row.value("sequence"), key: try row.value("public_key"),
        base: try row.value("base"))
    }
    // Those of the coordinator, and those whose parcels a copy that was made anew does not know.
    for step in steps where step.kind == .submitted || last[Place(step)] == nil {
      last[Place(step)] = Sent(sequence: step.sequence, key: step.key?.text, base: nil)
    }
    var parcels = Parcels(own: identity.organisation, db: db)
    return try last.sorted { ($0.key.partner, $0.key.period) < ($1.key.partner, $1.key.period) }
      .map { place, sent in
        let (arrival, waiting) = try parcels.arrival(of: place.partner, from: sent.sequence)
        return Submission(
          partner: place.partner, period: place.period, sequence: sent.sequence, key: sent.key,
          base: sent.base, arrival: arrival, waiting: waiting,
          closing: closing(steps.filter { Place($0) == place }, sent.sequence))
      }
  }

  static func one(_ partner: String, _ period: String, _ db: Database) throws -> Submission? {
    try all(db).first { $0.partner == partner && $0.period == period }
  }

  /// What was accepted stays so, whatever crossed it on its way.
  private static func closing(_ steps: [SubmissionStep], _ sequence: Int) -> SubmissionStep? {
    steps.last { $0.kind == .accepted }
      ?? steps.last { $0.kind == .returned && $0.sequence >= sequence }
      ?? steps.last { $0.kind == .withdrawn && $0.sequence >= sequence }
  }

  /// A partner and a period.
  private struct Place: Hashable {
    let partner: String
    let period: String

    init(partner: String, period: String) { (self.partner, self.period) = (partner, period) }

    init(_ step: SubmissionStep) { (partner, period) = (step.partner, step.period) }
  }

  /// What a submission says of itself.
  private struct Sent {
    let sequence: Int
    let key: String?
    let base: Int?
  }

  /// What became of the parcels of partners, read once each.
  private struct Parcels {
    let own: String
    let db: Database
    private var known: [String: [(sequence: Int, state: String, reason: String?)]] = [:]

    init(own: String, db: Database) { (self.own, self.db) = (own, db) }

    /// Each parcel has all, so that what came later than the submission stands for it as well.
    mutating func arrival(
      of partner: String, from sequence: Int
    ) throws -> (Arrival, waiting: Int?) {
      guard partner != own else { return (.sent, nil) }
      let all = try known[partner] ?? read(partner)
      known[partner] = all
      let later = all.filter { $0.sequence >= sequence }
      let applied = later.last { $0.state == "applied" }
      let open = later.last {
        ["waiting", "partly"].contains($0.state) && $0.sequence > applied?.sequence ?? 0
      }
      let arrival: Arrival =
        if let applied {
          .applied(remainder: applied.reason)
        } else {
          later.contains { $0.state == "partly" } ? .partly : .waiting
        }
      return (arrival, open?.sequence)
    }

    private func read(
      _ partner: String
    ) throws -> [(sequence: Int, state: String, reason: String?)] {
      try Row.fetchAll(
        db,
        sql: """
          SELECT sequence, state, reason FROM parcel
          WHERE direction = 'received' AND sender = ? AND state NOT IN ('forked', 'refused')
          ORDER BY sequence, id
          """, arguments: [partner]
      ).map {
        (try $0.value("sequence"), try $0.value("state"), try $0.value("reason"))
      }
    }
  }
}
