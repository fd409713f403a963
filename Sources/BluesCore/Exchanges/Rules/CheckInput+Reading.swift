internal import Basics
internal import GRDB

extension CheckInput {
  /// Gathers from the file what the rules ask.
  static func of(_ exchange: Exchange, on today: Day, _ db: Database) throws -> CheckInput {
    let number = exchange.code.number
    let host = try profile("host_id", number, db)
    let visitor = try profile("visitor_id", number, db)
    var found = CheckInput(
      subject: exchange.code.description,
      stay: StayRules.Stay(
        visitor: exchange.visitor,
        visitorCountry: exchange.visitorCountry.flatMap { CountryCode($0) },
        hostCountry: exchange.hostCountry.flatMap { CountryCode($0) },
        firstDay: exchange.firstDay, lastDay: exchange.lastDay, mode: exchange.mode,
        otherVisits: try otherVisits(number, db)),
      visitor: Party(visitor), host: Party(host),
      distance: StayDistance(of: exchange, visitor: visitor, host: host), today: today)
    found.agreed = exchange.agreed
    found.paid = exchange.paid
    found.completedOn = try day(of: .completed, number, db)
    found.validatedOn = try day(of: .validated, number, db)
    found.paidOn = try day(of: .paid, number, db)
    let papers = try Row.fetchAll(
      db,
      sql: """
        SELECT kind, max(dated) FROM paper
        JOIN exchange ON exchange.id = paper.exchange_id
        WHERE exchange.number = ? GROUP BY kind
        """, arguments: [number])
    for row in papers {
      let kind: String = try row.value(0)
      found.paperDays[kind] = try row.value(1, as: Day.self)
    }
    found.papers = Set(found.paperDays.keys)
    return found
  }

  private static func profile(_ side: String, _ number: Int, _ db: Database) throws -> Profile {
    let profile = try Profile.fetchOne(
      db,
      sql: """
        \(Profile.selection)
        WHERE profile.id = (SELECT \(side) FROM exchange WHERE number = ?)
        """, arguments: [number])
    guard let profile else {
      throw StoreProblem.failed(detail: "an exchange in it has lost its \(side)")
    }
    return profile
  }

  /// The funded visits of the same visitor that take place or may do so; one that the Agency
  /// allowed beyond the first bars no other.
  private static func otherVisits(_ number: Int, _ db: Database) throws -> [String] {
    try Int.fetchAll(
      db,
      sql: """
        SELECT number FROM exchange
        WHERE visitor_id = (SELECT visitor_id FROM exchange WHERE number = :number)
          AND number <> :number AND mode <> 'virtual'
          AND state NOT IN ('cancelled', 'withdrawn', 'no_show')
          AND NOT EXISTS (
            SELECT 1 FROM exchange_approval
            WHERE exchange_id = exchange.id AND rule = 'one-funded-visit')
        ORDER BY number
        """, arguments: ["number": number]
    ).map { try Exchanges.code($0).description }
  }

  /// The last day the exchange came into a state.
  private static func day(
    of state: Exchange.State, _ number: Int, _ db: Database
  ) throws -> Day? {
    try Day.fetchOne(
      db,
      sql: """
        SELECT happened_on FROM exchange_step
        JOIN exchange ON exchange.id = exchange_id
        WHERE exchange.number = ? AND step = ?
        ORDER BY exchange_step.id DESC LIMIT 1
        """, arguments: [number, state.rawValue])
  }
}

extension CheckInput.Party {
  /// A side as its profile has it.
  package init(_ profile: Profile) {
    self.init(
      name: profile.organisation, category: profile.category,
      cluster: profile.eccp ?? profile.clusters.first,
      partnership: profile.partnership,
      rejection: profile.assessment == .rejected
        ? profile.assessmentNote ?? "no reason given" : nil)
  }
}

extension StayDistance {
  /// The distance given, else the great circle between the places of both profiles.
  init(of exchange: Exchange, visitor: Profile, host: Profile) {
    if let kilometres = exchange.distance {
      self = .known(kilometres: kilometres, basis: exchange.distanceBasis ?? "as given")
      return
    }
    do {
      let (from, start) = try Self.point(of: visitor)
      let (to, end) = try Self.point(of: host)
      self = .known(
        kilometres: from.wholeKilometres(to: to), basis: "great circle from \(start) to \(end)")
    } catch {
      let ask = "blues exchange set \(exchange.code) --distance KM"
      self = .unknown(asks: "\(error.message) Give the distance: `\(ask)`.")
    }
  }

  /// Where a profile says its organisation is, and how it says so.
  private static func point(
    of profile: Profile
  ) throws(DistanceProblem) -> (Coordinates, String) {
    do {
      if let text = profile.coordinates {
        let point = try Coordinates(text)
        return (point, profile.city ?? point.description)
      }
      if let city = profile.city, let country = profile.country.flatMap({ CountryCode($0) }) {
        let place = try Gazetteer.place(city, in: country)
        return (place.coordinates, place.name)
      }
    } catch {
      throw DistanceProblem(message: error.message)
    }
    throw DistanceProblem(
      message: "The place of \(profile.organisation) is not known: its profile has no city.")
  }
}

/// Why the distance cannot be worked out, in a sentence.
private struct DistanceProblem: Error {
  let message: String
}
