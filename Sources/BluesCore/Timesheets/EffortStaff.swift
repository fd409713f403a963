internal import Basics
internal import GRDB

/// The persons who have hours or a declaration of full time, with what these are counted by, by their rows.
struct EffortStaff {
  /// A person with the rates of pay.
  struct Member {
    let person: Person
    let partner: PartnerCode
    let partnerID: Int64
    /// The country of the partner, whose holidays count.
    let country: CountryCode?
    var rates: [PersonRate] = []

    /// The share of full time in hundredths of a per cent.
    var employment: Int { person.employment ?? 10_000 }

    var isFullTime: Bool { person.isFullTime }

    /// The rate of pay valid on a day; of a month that of its first day, else of its last.
    func rate(of worked: WorkDate) -> PersonRate? { EffortStaff.rate(of: worked, rates) }

    func line(
      _ package: WorkPackageCode, _ first: Day, _ hours: Fraction, _ rate: PersonRate?,
      _ staff: EffortStaff
    ) -> EffortLine {
      EffortLine(
        partner: partner, person: person.code.text, category: person.category.rawValue,
        workPackage: package, first: first, hours: hours,
        productiveHours: rate?.productiveHours ?? staff.hoursPerYear, annualCost: rate?.cost,
        rateFrom: rate?.code.from)
    }
  }

  /// The rate of some that is valid on a day; of a month that of its first day, else of its last.
  static func rate(of worked: WorkDate, _ rates: [PersonRate]) -> PersonRate? {
    rates.first { $0.isValid(on: worked.first) } ?? rates.first { $0.isValid(on: worked.last) }
  }

  private(set) var members: [Int64: Member] = [:]
  /// The productive hours of a year where no rate says it, in hundredths.
  let hoursPerYear: Int

  /// Reads those of the project, or of one partner by its row.
  init(_ db: Database, of partner: Int64? = nil) throws {
    hoursPerYear = try RuleBook.inForce(db).rule("person-month").whole("hours_per_year") * 100
    let shares = try Person.shares(db)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT person.id, person.code, partner.code, partner.id, partner.country,
          employment_hundredths, category, starts_on, ends_on
        FROM person JOIN partner ON partner.id = partner_id
        WHERE (?1 IS NULL OR partner_id = ?1)
          AND (EXISTS (SELECT 1 FROM timesheet WHERE person_id = person.id)
            OR person.id IN (SELECT person_id FROM person_share))
        """, arguments: [partner])
    while let row = try rows.next() {
      var person = Person(code: try row.stored(1, "code") { try? PersonCode($0) })
      let partner = try row.stored(2, "partner_id") { try? PartnerCode($0) }
      person.partner = partner.text
      person.employment = try row.value(5)
      person.category = try row.stored(6, "category") { Person.Category(rawValue: $0) }
      person.from = try row.value(7)
      person.to = try row.value(8)
      person.shares = shares[person.code.text] ?? []
      let country: String? = try row.value(4)
      members[try row.value(0)] = Member(
        person: person, partner: partner, partnerID: try row.value(3),
        country: country.flatMap { CountryCode($0) })
    }
    try readRates(db)
  }

  private mutating func readRates(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT person_id, starts_on, ends_on, annual_cost_hundredths, currency,
          productive_hours_hundredths
        FROM person_rate ORDER BY person_id, starts_on
        """)
    while let row = try rows.next() {
      let id: Int64 = try row.value(0)
      guard let code = members[id]?.person.code else { continue }
      var rate = PersonRate(code: PersonRateCode(code, from: try row.value(1)))
      rate.to = try row.value(2)
      rate.annualCost = try row.value(3)
      rate.currency = try row.stored(4, "currency") { Currency($0) }
      rate.productiveHours = try row.value(5)
      members[id]?.rates.append(rate)
    }
  }
}
