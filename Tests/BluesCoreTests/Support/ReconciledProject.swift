import Basics
import Testing

@testable import BluesCore

/// Projects whose figures have to agree in every view, format and program.
enum ReconciledProject: String, CaseIterable {
  /// Partners with books in złoty and koruna, over two periods, with what came after a lock.
  case currencies
  /// Transfers in the budget, an amendment, and estimates.
  case amended
  /// A figure at every threshold, to the cent.
  case thresholds

  func store() throws -> Store {
    let store = try Store.blues(on: "2021-03-31")
    switch self {
    case .currencies: try Self.fillCurrencies(store)
    case .amended: try Self.fillAmended(store)
    case .thresholds: try Self.fillThresholds(store)
    }
    return store
  }

  private static func cost(
    _ store: Store, _ number: Int, _ partner: String, _ category: String, _ amount: String,
    _ more: [String: String] = [:]
  ) throws {
    _ = try store.costs.add(
      .init("K\(number)"),
      Costs.texts(
        ["partner": partner, "category": category, "amount": amount].merging(more) { $1 }))
  }

  private static func budget(_ store: Store, _ lines: [[String]], amendment: Int = 0) throws {
    for (number, line) in lines.enumerated() {
      var texts = [
        "partner": line[0], "category": line[1], "amount": line[3], "amendment": "\(amendment)",
      ]
      if !line[2].isEmpty { texts["work_package"] = line[2] }
      _ = try store.budget.add(
        .init("B\(amendment * 100 + number + 1)"), Changes(texts.mapValues { [$0] }))
    }
  }

  private static func fillCurrencies(_ store: Store) throws {
    for (currency, period, rate) in [
      ("CZK", "RP1", "26.455"), ("CZK", "RP2", "25.64"), ("PLN", "RP1", "4.443"),
      ("PLN", "RP2", "4.5652"),
    ] {
      _ = try store.exchangeRates.set(
        #require(Currency(currency)), in: period, to: #require(ExactRate(rate.utf8)),
        because: "A fixture")
    }
    for (person, partner, cost, currency) in [
      ("NP-1", "NP", "720000", "CZK"), ("MC-1", "MCICT", "98765.43", "PLN"),
    ] {
      _ = try store.persons.add(.init(person), ["partner": partner])
      _ = try store.personRates.add(
        .init("\(person)@2020-01-01"), ["annual_cost": cost, "currency": currency])
    }
    try store.importHours(
      """
      Person,Month,Work package,Hours
      NP-1,2020-05,WP1,37.5
      NP-1,2020-05,WP5,20
      NP-1,2021-02,WP1,33.33
      MC-1,2020-06,WP2,71.25
      MC-1,2021-03,WP2,18.1

      """)
    let may = ["incurred_on": "2020-05-14"]
    try cost(
      store, 1, "NP", "D.1", "12345.60", may.merging(["currency": "CZK", "vat": "2592.58"]) { $1 })
    try cost(store, 2, "MCICT", "D.3", "777.77", may.merging(["currency": "PLN"]) { $1 })
    try cost(
      store, 3, "MCICT", "D.1", "-45.10",
      may.merging(["currency": "PLN", "work_package": ""]) { $1 })
    try cost(store, 4, "AV", "B", "1000.00", may)
    try cost(store, 5, "NP", "D.3", "99.99", ["incurred_on": "2021-02-14", "currency": "CZK"])
    try budget(
      store,
      [
        ["NP", "A.1", "WP1", "21000.00"], ["NP", "D.1", "WP5", "900.01"],
        ["MCICT", "D.3", "", "500.00"],
      ])
    _ = try store.periodCheck.lock("RP1", on: .of("2021-03-31"), because: "A fixture")
    _ = try store.costs.set(.init("K1"), ["amount": "12000.00"])
    try store.costs.remove(.init("K3"))
    try cost(store, 6, "MCICT", "D.2", "1234.56", may.merging(["currency": "PLN"]) { $1 })
    _ = try store.grantFigures.set(
      "indirect-costs", "rate", to: "5 %", because: "A fixture")
  }

  private static func fillAmended(_ store: Store) throws {
    try budget(
      store,
      [
        ["NP", "D.1", "WP5", "1000.00"], ["NP", "D.1", "WP1", "333.33"],
        ["AV", "D.1", "WP2", "500.00"],
        ["AV", "C", "WP3", "830.00"], ["ZINNAE", "A.1", "", "12000.07"],
      ])
    try budget(
      store,
      [
        ["NP", "D.1", "WP5", "500.00"], ["NP", "D.1", "WP1", "333.33"],
        ["AV", "D.1", "WP2", "1000.00"],
        ["AV", "C", "WP3", "1245.00"], ["ZINNAE", "A.1", "", "11585.07"],
      ], amendment: 1)
    try cost(store, 1, "NP", "D.1", "444.44")
    try cost(store, 2, "AV", "D.1", "0.01", ["work_package": "WP2"])
    try cost(store, 3, "AV", "C", "415.00", ["work_package": "WP3", "outside_exchanges": "yes"])
    try cost(
      store, 4, "ZINNAE", "A.1", "3333.33", ["incurred_on": "2021-02-01", "work_package": ""])
    for (number, estimate) in [
      ("NP", "D.1", "2021-05", "100.01"), ("NP", "D.1", "2020-05", "999.00"),
      ("ZINNAE", "A.1", "2021-06", "4000.00"),
    ].enumerated() {
      _ = try store.estimates.add(
        .init("EST\(number + 1)"),
        [
          "partner": estimate.0, "category": estimate.1, "month": estimate.2,
          "amount": estimate.3,
        ])
    }
  }

  /// The maximum grant is requested, the certificate is due to the cent, and the advances reach their ceiling.
  private static func fillThresholds(_ store: Store) throws {
    // 325000.00 is 75 % of 433333.33, which is 404984.42 and 7 % of it.
    try cost(store, 1, "NP", "D.3", "404984.42")
    // 360000.00 - 325000.00 = 35000.00 of support, in full.
    try cost(
      store, 2, "AV", "C", "35000.00", ["outside_exchanges": "yes", "incurred_on": "2021-02-02"])
    try budget(store, [["NP", "D.3", "WP5", "404984.42"], ["AV", "C", "WP5", "35000.00"]])
    _ = try store.grantPayments.add(
      .init("PAY1"), ["kind": "pre-financing", "amount": "324000.00", "paid_on": "2020-03-02"])
  }
}
