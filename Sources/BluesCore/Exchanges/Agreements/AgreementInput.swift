internal import Basics
internal import GRDB

/// Everything a paper about one exchange speaks of.
struct AgreementInput {
  let exchange: Exchange
  let project: Project
  let host: Side
  let visitor: Side
  /// The book that holds for the exchange, what it is checked against, and its lump sum.
  let check: ExchangeCheck

  var book: RuleBook { check.book }

  /// One side of the exchange.
  struct Side {
    let organisation: String
    let country: CountryCode?
    let city: String?
    let vat: String?
    /// As it is kept, which need not be an IBAN.
    let iban: String?
    /// Name and role of each person.
    let people: [String]
    /// The partnership that manages it, and the partner within it where it is ours.
    let partnership: String?
  }

  static func fetch(
    _ code: ExchangeCode, on today: Day, _ db: Database
  ) throws -> AgreementInput {
    let exchange = try Exchanges.fetch(code, db)
    let project = try Project.fetch(db)
    return AgreementInput(
      exchange: exchange, project: project, host: try side("host", code, project, db),
      visitor: try side("visitor", code, project, db),
      check: try .of(code, on: today, db))
  }

  private static func side(
    _ side: String, _ code: ExchangeCode, _ project: Project, _ db: Database
  ) throws -> Side {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT organisation.name, organisation.country, organisation.vat, organisation.iban,
               profile.city, profile.partnership, partner.name AS partner
        FROM exchange
        JOIN profile ON profile.id = exchange.\(side)_id
        JOIN organisation ON organisation.id = profile.organisation_id
        LEFT JOIN partner ON partner.id = profile.managing_partner_id
        WHERE exchange.number = ?
        """, arguments: [code.number])
    guard let row else { throw ExchangeProblem.unknown(code, known: []) }
    let people = try Row.fetchAll(
      db,
      sql: """
        SELECT contact_id, role FROM exchange_person
        JOIN exchange ON exchange.id = exchange_id
        WHERE exchange.number = ? AND side = ? ORDER BY exchange_person.id
        """, arguments: [code.number, side]
    ).compactMap { person -> String? in
      guard let contact = try Contact.fetchOne(person.value("contact_id"), db) else { return nil }
      let role: String? = try person.value("role") ?? contact.known[.position]
      return [contact.title, role].compactMap(\.self).joined(separator: ", ")
    }
    let partner: String? = try row.value("partner")
    let other: String? = try row.value("partnership")
    return Side(
      organisation: try row.value("name"),
      country: try row.value("country", as: String?.self).flatMap { CountryCode($0) },
      city: try row.value("city"), vat: try row.value("vat"), iban: try row.value("iban"),
      people: people,
      partnership: other ?? partner.map { "\($0), for \(project.acronym)" })
  }

  /// The days at the host that count, when the country's holidays are known.
  var workingDays: [Day] {
    guard let country = host.country else { return [] }
    let (first, last) = (Int(exchange.firstDay.number), Int(exchange.lastDay.number))
    return (first...max(first, last)).lazy.map { Day(number: $0) }
      .filter { WorkingDays.isWorkingDay($0, in: country) }
  }
}
