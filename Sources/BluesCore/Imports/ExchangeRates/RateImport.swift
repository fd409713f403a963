package import Basics
package import Documents
internal import GRDB

/// What a file of exchange rates brought.
package struct RateImport: Sendable, Equatable {
  /// A rate that the file has otherwise than the project had it.
  package struct Changed: Sendable, Equatable {
    package let currency: Currency
    package let day: Day
    package let was: ExactRate
    package let now: ExactRate
    /// Whether it stays as it was, since the period of its day is locked.
    package let isKept: Bool

    package static let fields: [Field<Changed>] = [
      Field("currency", "Currency", rank: .key) { .text($0.currency.code) },
      Field("day", "Day", rank: .key) { .day($0.day) },
      Field("was", "Was") { .decimal($0.was.description) },
      Field("now", "In the file") { .decimal($0.now.description) },
      Field("kept", "Kept") { .flag($0.isKept) },
    ]
  }

  package let read: Int
  package let created: Int
  package let changed: [Changed]
  package let currencies: Int
  package let days: ClosedRange<Day>?
  /// Rows of other series, such as monthly averages.
  package let passedOver: Int

  package var updated: Int { changed.count { !$0.isKept } }
  package var kept: Int { changed.count - updated }
  package var unchanged: Int { read - created - changed.count }
}

extension ExchangeRates {
  /// Stores the rates of a file: new ones are added, revised ones changed, equal ones left.
  ///
  /// A revised rate of a locked period stays as it was, and is told.
  ///
  /// - Throws: `RateFileProblem.twice` where the file has two rates of one currency on a day.
  package func take(_ file: RateFile, named name: String) throws -> RateImport {
    try store.write { write in
      var known = try KnownRates(file, write.db)
      let lock = try PeriodLock(write.db)
      var new: [RateFile.Observation] = []
      var changed: [RateImport.Changed] = []
      for one in file.observations {
        guard let stored = known.take(one) else {
          new.append(one)
          continue
        }
        guard stored.rate != one.rate else { continue }
        let currency = file.currencies[one.currency]
        guard let id = stored.id else {
          throw RateFileProblem.twice(
            file: name, currency, on: one.day, stored.rate, one.rate)
        }
        let isKept = lock.holds(one.day)
        changed.append(
          RateImport.Changed(
            currency: currency, day: one.day, was: stored.rate, now: one.rate, isKept: isKept))
        guard !isKept else { continue }
        try write.db.execute(
          sql: "UPDATE exchange_rate SET digits = ?, scale = ? WHERE id = ?",
          arguments: [one.rate.digits, one.rate.scale, id])
      }
      try Self.insert(new, of: file, write)
      let result = RateImport(
        read: file.observations.count, created: new.count, changed: changed,
        currencies: file.currencies.count, days: file.days, passedOver: file.passedOver)
      write.records(
        "imported exchange rates from \(name): \(result.created) created, \(result.updated) updated"
      )
      return result
    }
  }

  private static func insert(
    _ new: [RateFile.Observation], of file: RateFile, _ write: Transaction
  ) throws {
    guard !new.isEmpty else { return }
    let load = try BulkInsert(
      write,
      BulkInsert.Plan(
        table: "exchange_rate", columns: ["batch", "digits", "scale", "currency", "day"],
        references: ["batch"], numbers: ["digits", "scale"], texts: ["currency", "day"],
        suspending: ["exchange_rate_day"]),
      batch: write.operation)
    var day: (day: Day, iso: String)?
    for one in new {
      let iso = day.flatMap { $0.day == one.day ? $0.iso : nil } ?? one.day.iso
      day = (one.day, iso)
      try load.add(
        references: [write.operation], numbers: [one.rate.digits, Int64(one.rate.scale)],
        texts: [file.currencies[one.currency].code, iso])
    }
    try load.finish()
  }
}

/// The stored rates of the days of a file, each found by its currency and day.
private struct KnownRates {
  /// A rate with its row; a rate of the file itself has none.
  struct Known {
    let id: Int64?
    let rate: ExactRate
  }

  private let first: Int
  private let width: Int
  /// By currency and day, the place among `all`, counted from 1.
  private var places: [Int32]
  private var all: [Known] = []

  init(_ file: RateFile, _ db: Database) throws {
    let days = file.days ?? Day(number: 0)...Day(number: 0)
    first = Int(days.lowerBound.number)
    width = days.upperBound - days.lowerBound + 1
    places = Array(repeating: 0, count: width * max(1, file.currencies.count))
    let currencies = Dictionary(
      uniqueKeysWithValues: file.currencies.enumerated().map { ($1.code, $0) })
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, digits, scale, currency, day FROM exchange_rate WHERE day >= ? AND day <= ?
        """,
      arguments: [days.lowerBound, days.upperBound])
    while let row = try rows.next() {
      guard let currency = currencies[try row.value(3, as: String.self)] else { continue }
      let scale: Int = try row.value(2)
      let rate = try row.convert(1, "digits") { ExactRate(digits: $0, scale: scale) }
      all.append(Known(id: try row.value(0), rate: rate))
      places[place(currency, try row.value(4))] = Int32(all.count)
    }
  }

  private func place(_ currency: Int, _ day: Day) -> Int {
    currency * width + Int(day.number) - first
  }

  /// The rate that is known of a currency and day; a new one is known from now on.
  mutating func take(_ one: RateFile.Observation) -> Known? {
    let place = place(one.currency, one.day)
    if places[place] > 0 { return all[Int(places[place]) - 1] }
    all.append(Known(id: nil, rate: one.rate))
    places[place] = Int32(all.count)
    return nil
  }
}
