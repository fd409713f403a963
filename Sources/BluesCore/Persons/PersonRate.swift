package import Basics
internal import Documents
internal import GRDB

/// What a person costs in a full-time year, valid from one day to another, and the hours of that year.
package struct PersonRate: Record {
  package let code: PersonRateCode
  package var to: Day?
  /// Whole hundredths of the currency.
  package var annualCost: Int?
  package var currency = Currency.eur
  /// Whole hundredths of an hour a year, for full time.
  package var productiveHours = Self.usualHours

  /// The productive hours of a year where nothing else is said, in hundredths.
  package static let usualHours = 172_000

  /// The person's share of full time, as the person has it.
  private(set) var employment: Int?

  package init(code: PersonRateCode) { self.code = code }

  /// Whether it is valid on a day.
  package func isValid(on day: Day) -> Bool { day >= code.from && day <= to ?? day }

  package var cost: Money { Money(cents: Int64(annualCost ?? 0), currency: currency) }

  package static let register = Register<PersonRate>(
    noun: "rate of pay", plural: "rates of pay", key: "rates", path: "partner person rate",
    example: "NP-1@2020-02-01", heading: "Rate", headings: "rate",
    table: RecordTable(
      name: "person_rate", columns: ["person_id", "starts_on"],
      selections: [
        "(SELECT code FROM person WHERE id = person_rate.person_id) AS who",
        "person_rate.starts_on",
      ], order: "who, person_rate.starts_on",
      bind: { code, context in
        [
          try context.id(code.person.text, in: Person.target).databaseValue,
          code.from.iso.databaseValue,
        ]
      },
      read: { row, at in
        PersonRateCode(
          try row.stored(at, "person_id") { try? PersonCode($0) },
          from: try row.stored(at + 1, "starts_on"))
      }),
    attributes: [
      .computed("person", "Person", "The person.", kind: .form("person")) {
        .text($0.code.person.text)
      },
      .computed("from", "From", "The first day it is valid.", kind: .day) { .day($0.code.from) },
      .day(
        "to", \.to, "To", "The last day it is valid.",
        headings: "end,until,valid to\(HeadingWords.lastDay)", column: "ends_on"),
      .annualCost(
        "annual_cost", "Annual cost",
        "What the person costs the partner in a full-time year, such as 720000 or \"720 000 CZK\"; of "
          + "half a post, twice what is paid.",
        headings: "annual personnel cost,yearly cost,cost per year\(HeadingWords.annualCost)"),
      .currency(
        "currency", \.currency, "Currency", "The currency of the annual cost; EUR unless given.",
        headings: "cur,currency code\(HeadingWords.currency)"),
      .hours(
        "productive_hours", \.productiveHours, in: 1...3000, "Productive hours",
        "The productive hours of a full-time year; 1720 unless given.",
        headings: "hours per year,annual productive hours\(HeadingWords.productiveHours)"),
    ],
    words: RecordWords(
      label: { "the rate \($0)" }, doubts: { rate, _ in [rate.partTimeDoubt].compactMap(\.self) }),
    rules: RecordRules(
      selections: ["(SELECT employment_hundredths FROM person WHERE id = person_id) AS employment"],
      derive: { _ in { rate, row in rate.employment = try row.value("employment") } },
      check: check, meant: meant),
    keys: RecordKeys(
      columns: [
        .init(
          name: "person", headings: "person code,short code,employee\(HeadingWords.person)"),
        .init(
          name: "from", headings: "start,valid from\(HeadingWords.firstDay)", isDay: true),
      ], joint: "@"))

  /// The hourly rate is the annual cost over the hours of full time, so that the cost of part of a year's
  /// work would be halved again.
  private var partTimeDoubt: String? {
    guard let employment, employment > 0, employment < 10_000, let annualCost,
      let whole = Fraction(Int128(annualCost) * 10_000, over: Int128(employment))
    else { return nil }
    let cost = Money(cents: Int64(clamping: whole.rounded()), currency: currency)
    return "\(code.person) works \(hundredthsText(employment)) %, and the annual cost is that of a "
      + "full-time year. If \(self.cost) is what the part costs, it is \(cost)."
  }

  /// A list may call the person by the full name.
  @Sendable private static func meant(
    _ code: PersonRateCode, _ said: [String: String], _ context: RecordContext
  ) throws -> MeantRecord<PersonRateCode> {
    let person = try context.code(code.person.text, in: Person.target)
    return MeantRecord(code: PersonRateCode(try PersonCode(person), from: code.from))
  }

  /// One rate at a time.
  private static func check(
    _ rate: inout PersonRate, _ was: PersonRate?, _ said: inout Changes, _ context: RecordContext
  ) throws {
    guard rate.annualCost != nil else {
      throw Refusal("annual_cost", rule: "annual_cost", expected: "an amount such as 720000")
    }
    try KnownCurrency.check(rate.currency, since: was?.currency, context.db)
    if let last = rate.to, last < rate.code.from {
      throw Refusal(
        "to", rule: "days", expected: "a day not before \(rate.code.from)", found: last.iso)
    }
    let other = try Row.fetchOne(
      context.db,
      sql: """
        SELECT starts_on, ends_on FROM person_rate
        WHERE person_id = ? AND starts_on <> ? AND starts_on <= ?
          AND (ends_on IS NULL OR ends_on >= ?)
        ORDER BY starts_on LIMIT 1
        """,
      arguments: [
        context.id(rate.code.person.text, in: Person.target), rate.code.from.iso,
        (rate.to ?? Day(number: .max)).iso, rate.code.from.iso,
      ])
    guard let other else { return }
    throw AttributeProblem(
      attribute: "from",
      problem: StaffProblem.overlap(
        rate.code, other: PersonRateCode(rate.code.person, from: try other.value(0)),
        to: try other.value(1)))
  }
}

extension Store {
  package var personRates: Records<PersonRate> { records() }
}
