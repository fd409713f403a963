package import Basics

/// All lines of a project that statements add up, with what statements need besides.
package struct Ledger: Sendable {
  package let categories: CostCategories
  package let periods: ReportingPeriods
  package let rates: LedgerRates
  /// The short names of the partners, in the order in which they are listed.
  package let partners: [String]
  package internal(set) var lines: [LedgerLine] = []
  /// What came or was changed after a lock, and is declared nowhere since no open period follows.
  package internal(set) var late: [LedgerLine] = []
  /// The days on which costs count; nil for all.
  var eligible: EligibleDays?
  /// The costs outside those days, which no statement counts.
  var outside: [OutsideCost] = []
  /// What has no exchange rate, and so is no line.
  package internal(set) var unrated: [UnratedLine] = []
  /// What partners said of their statements, by partner and period.
  package var words: [StatementKey: StatementWord] = [:]
  /// The rules with the figures of each locked period, by its name.
  package internal(set) var books: [String: RuleBook] = [:]
  /// The categories with the rates of each locked period, by its name.
  var lockedCategories: [String: CostCategories] = [:]
  /// The numbers of the work packages that lines had so far.
  private var packages: [String: Int] = [:]

  package init(
    categories: CostCategories, periods: ReportingPeriods, rates: LedgerRates, partners: [String]
  ) {
    self.categories = categories
    self.periods = periods
    self.rates = rates
    self.partners = partners
  }

  /// Adds the costs that were typed in or imported.
  ///
  /// - Throws: `LedgerProblem` without a period.
  package mutating func add(costs: [CostLine]) throws { for cost in costs { try add(cost) } }

  mutating func add(_ cost: CostLine) throws {
    guard let day = cost.incurredOn else { return }
    if let eligible, !eligible.contain(day, cost.category) {
      if let period = periods.charged(cost.chargedIn, on: day) {
        outside.append(
          OutsideCost(
            source: cost.code.description, partner: cost.partner, period: period.name))
      }
      return
    }
    let amount = cost.eligible
    let net = Money(cents: Int64(cost.amount ?? 0), currency: cost.currency)
    let vat = amount == net ? nil : Money(cents: Int64(cost.vat ?? 0), currency: cost.currency)
    try add(
      Draft(
        partner: cost.partner, category: cost.category,
        workPackage: cost.workPackage.flatMap { number(of: $0) }, day: day,
        source: cost.code.description, description: cost.description,
        isForeseen: cost.isForeseen.map { $0 == .yes }, party: cost.supplier, amount: amount,
        chargedIn: cost.chargedIn, origin: .cost(net: net, vat: vat), personMonths: nil))
  }

  /// The number of a work package by its code.
  private mutating func number(of package: String) -> Int? {
    if let known = packages[package] { return known }
    let number = try? WorkPackageCode(package).number
    packages[package] = number
    return number
  }

  /// Adds what exchanges paid to visitors, as category C, in the work package that the budget has for
  /// it where that is a single one.
  package mutating func add(payments: [SupportPayment], in packages: [String: Int] = [:]) throws {
    for payment in payments {
      try add(
        Draft(
          partner: payment.partner, category: CostCategory.support,
          workPackage: packages[payment.partner], day: payment.on,
          source: payment.exchange.description, description: "Lump sum of \(payment.visitor)",
          isForeseen: true, party: payment.visitor, amount: payment.amount, chargedIn: nil,
          origin: .payment, personMonths: nil))
    }
  }

  /// Adds the work of persons, a line for each month, work package and rate of pay.
  package mutating func add(personnel: [PersonnelLine]) throws {
    for line in personnel {
      let hours = line.exactHours ?? Fraction(Int128(line.hours))
      let months = hours.divided(by: Fraction(Int128(line.productiveHours)))
        .map { $0 * Fraction(12) }
      try add(
        Draft(
          partner: line.partner.description, category: line.category,
          workPackage: line.workPackage?.number, day: line.first ?? line.month,
          source: "\(line.person) \(line.month.iso.prefix(7))",
          description: "\(hundredthsText(line.hours)) hours of \(line.person)",
          isForeseen: nil, party: line.person, amount: line.amount, chargedIn: nil,
          origin: .work(line), personMonths: months))
    }
  }

  /// A line before it is in euro and in a period.
  private struct Draft {
    let partner: String
    let category: String
    let workPackage: Int?
    let day: Day
    let source: String
    let description: String
    let isForeseen: Bool?
    let party: String?
    let amount: Money
    let chargedIn: String?
    let origin: LineArithmetic.Origin
    let personMonths: Fraction?
  }

  private mutating func add(_ draft: Draft) throws {
    guard let incurred = periods.incurred(on: draft.day),
      let charged = periods.charged(draft.chargedIn, on: draft.day)
    else { throw LedgerProblem.noPeriod(draft.source, draft.day) }
    let euro: Money
    do {
      euro = try rates.euro(draft.amount, in: incurred.name)
    } catch {
      unrated.append(
        UnratedLine(
          partner: draft.partner, category: draft.category, workPackage: draft.workPackage,
          source: draft.source, amount: draft.amount, charged: charged.name, problem: error))
      return
    }
    let isEuro = draft.amount.currency == .eur
    let rate = isEuro ? nil : rates.rate(draft.amount.currency, in: incurred.name)
    lines.append(
      LedgerLine(
        partner: draft.partner, category: draft.category, workPackage: draft.workPackage,
        day: draft.day, source: draft.source, description: draft.description,
        isForeseen: draft.isForeseen, party: draft.party, amount: draft.amount, euro: euro,
        incurred: incurred.name, charged: charged.name,
        workedOut: LineArithmetic(draft.origin, draft.amount, euro, rate),
        personMonths: draft.personMonths,
        reason: incurred.name == charged.name
          ? nil
          : draft.chargedIn != charged.name
            ? "came after \(incurred.name) was locked" : "declared later than incurred"))
  }

  /// The categories with the rates that hold in a period: of a locked one, those that its lock keeps.
  package func categories(in period: String) -> CostCategories {
    lockedCategories[period] ?? categories
  }

  /// The statement of a partner for a period.
  package func statement(of partner: String, in period: String) -> FinancialStatement {
    FinancialStatement(
      partner: partner, period: period, lines: lines,
      at: lines.indices.filter { lines[$0].partner == partner && lines[$0].charged == period },
      categories: categories(in: period),
      word: words[StatementKey(partner: partner, period: period)])
  }

  /// The statements of all partners for a period, or for every period; without their lines where their
  /// sums are all that is asked.
  package func statements(
    in period: String? = nil, withLines hasLines: Bool = true
  ) -> [FinancialStatement] {
    var places: [StatementKey: [Int]] = [:]
    for (place, line) in lines.enumerated() where period == nil || line.charged == period {
      let key = StatementKey(partner: line.partner, period: line.charged)
      places[key, default: []].append(place)
    }
    return periods.all.map(\.name).filter { period == nil || $0 == period }.flatMap { period in
      partners.map { partner in
        let key = StatementKey(partner: partner, period: period)
        return FinancialStatement(
          partner: partner, period: period, lines: lines, at: places[key] ?? [],
          categories: categories(in: period), word: words[key], hasLines: hasLines)
      }
    }
  }
}

extension LedgerRates.Rate {
  /// How an amount becomes euro: `14938.18 x 3 / 76.36`, or `/ 4.4430` for a rate by hand.
  func words(_ amount: String) -> String {
    let sum = sum.plain
    return count == 1 ? "\(amount) / \(sum)" : "\(amount) x \(count) / \(sum)"
  }
}

extension Fraction {
  /// As a decimal number where it is one of at most eight decimals, else as a fraction.
  var plain: String {
    for decimals in 0...8 {
      let scale = (0..<decimals).reduce(Int128(1)) { scale, _ in scale * 10 }
      if scale % denominator == 0 { return text(decimals: decimals) }
    }
    return description
  }
}

/// Why a ledger cannot be put together.
package enum LedgerProblem: Problem, Equatable {
  case noPeriod(String, Day)
  case noFigure(String, known: [String])

  package var message: String {
    switch self {
    case .noPeriod(let source, let day):
      "No reporting period holds \(day), the day of \(source)."
    case .noFigure(let name, _): "Unknown figure: \(name)."
    }
  }

  package var hint: String? {
    switch self {
    case .noPeriod: "add one: blues project period add --to M12"
    case .noFigure(_, let known): "known: \(known.joined(separator: ", "))"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .noPeriod: .badData
    case .noFigure: .usage
    }
  }
}
