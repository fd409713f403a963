internal import Basics
internal import Documents
internal import GRDB

extension Records where R == Indicator {
  /// Records what an indicator was on a day.
  ///
  /// - Throws: `IndicatorProblem` where it counts by itself or the reading is there already;
  ///   `RecordProblem.inTheFuture` for a day to come.
  package func record(
    _ code: IndicatorCode, _ reading: IndicatorReading, evidence: EvidenceFile? = nil
  ) throws -> Indicator {
    try store.checkHappened(code.description, on: reading.on)
    if let words = reading.words { _ = try Quantity(typed: words) }
    let what = reading.value.map { ": \($0)" } ?? ""
    return try step(
      [code], evidence: evidence, told: { "recorded \($0) on \(reading.on)\(what)" }
    ) { write, id, was in
      guard try reading.insert(for: (id, was), write) else {
        throw IndicatorProblem.alreadyRecorded(code, on: reading.on)
      }
    }[0]
  }

  /// Sets what partners are to reach; nil takes a partner's target away.
  package func aim(_ code: IndicatorCode, _ targets: [(partner: String, target: Quantity?)]) throws
    -> Indicator
  {
    let told = targets.map { "\($0.partner) \($0.target?.description ?? "none")" }
    return try step([code], told: { "set targets of \($0): \(told.joined(separator: ", "))" }) {
      write, id, _ in
      for one in targets {
        let partner = try Partner.id(one.partner, in: write.db)
        guard let target = one.target else {
          try write.db.execute(
            sql: "DELETE FROM indicator_target WHERE indicator_id = ? AND partner_id = ?",
            arguments: [id, partner])
          continue
        }
        try write.db.execute(
          sql: """
            UPDATE indicator_target SET target_hundredths = ?
            WHERE indicator_id = ? AND partner_id = ?
            """,
          arguments: [target.hundredths, id, partner])
        guard write.db.changesCount == 0 else { continue }
        try write.db.execute(
          sql: """
            INSERT INTO indicator_target (id, indicator_id, partner_id, target_hundredths)
            VALUES (?, ?, ?, ?)
            """,
          arguments: [write.nextID("indicator_target"), id, partner, target.hundredths])
      }
    }[0]
  }

  /// The readings of an indicator, the oldest first.
  package func readings(_ code: IndicatorCode) throws -> [IndicatorReading] {
    try store.read { try IndicatorReading.byNumber($0)[code.number] ?? [] }
  }
}

extension IndicatorReading {
  /// Adds it to those of an indicator; false where the same is there already.
  ///
  /// - Throws: `IndicatorProblem` for what is no reading or an indicator that counts by itself;
  ///   `PeriodLockProblem` on a day of a locked period.
  func insert(for indicator: (id: Int64, record: Indicator), _ write: Transaction) throws -> Bool {
    let code = indicator.record.code
    guard !text.isEmpty else { throw IndicatorProblem.emptyReading(code) }
    guard value != nil || isInWords else { throw IndicatorProblem.notANumber(code, text) }
    let counts = indicator.record.counts
    guard counts == .nothing else { throw IndicatorProblem.countsItself(code, counts) }
    let partner = try partner.map { try Partner.id($0, in: write.db) }
    let same = try Int.fetchOne(
      write.db,
      sql: """
        SELECT count(*) FROM indicator_reading
        WHERE indicator_id = ? AND read_on = ? AND partner_id IS ? AND value_hundredths IS ?
          AND words IS ? AND source IS ? AND evidence IS ?
        """,
      arguments: [indicator.id, on, partner, value?.hundredths, words, source, evidence])
    guard same == 0 else { return false }
    try PeriodLock(write.db).refuse("a reading of \(code) on \(on)", on: on)
    try write.db.execute(
      sql: """
        INSERT INTO indicator_reading
          (id, indicator_id, read_on, value_hundredths, words, partner_id, source, evidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        write.nextID("indicator_reading"), indicator.id, on, value?.hundredths, words, partner,
        source, evidence,
      ])
    return true
  }
}

extension Indicator {
  /// Its readings and the shares of the partners, as its page shows them.
  static func details(_ indicator: Indicator, _ store: Store) throws -> [Block] {
    let readings = Table(
      noun: "readings",
      emptySentence: indicator.counts == .nothing
        ? "No reading yet." : "It counts \(indicator.counts.rawValue) by itself.",
      fields: IndicatorReading.fields, rows: try store.indicators.readings(indicator.code))
    let shares = Table(noun: "partners", fields: PartnerShare.fields, rows: indicator.shares)
    return [.section("Readings"), .table(readings)]
      + (indicator.shares.isEmpty
        ? [.data("partners", .array([]))] : [.section("By partner"), .table(shares)])
  }
}
