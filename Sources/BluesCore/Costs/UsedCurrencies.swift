internal import GRDB

extension ExchangeRates {
  /// The currencies that costs and rates of pay are in, by their codes.
  package func usedCurrencies() throws -> Set<Currency> {
    try store.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT currency FROM cost_line UNION SELECT currency FROM person_rate
          """)
      var used: Set<Currency> = []
      while let row = try rows.next() {
        used.insert(
          try row.stored(0, "currency") { (text: String) in Currency(text) })
      }
      return used
    }
  }
}
