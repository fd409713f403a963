internal import Basics
internal import Documents
internal import GRDB
package import Tabular

/// Brings a list of records in: one transaction, one step of the history.
package struct RecordImport: Sendable {
  let store: Store

  package func run(
    _ list: RecordList, _ reader: RowReader, _ request: ImportRequest, rejects: any RejectionSink
  ) throws -> ImportOutcome {
    let mapping = try Mapping.settle(
      header: reader.header, width: reader.width, fields: list.fields, request: request,
      sample: reader.firstRows(Mapping.sampledRows), otherSheets: reader.reading.otherSheets)
    let header = mapping.columns.map(\.heading)
    let names = mapping.keptNames()
    return try store.write { write in
      var outcome = ImportOutcome(mapping: mapping, reading: reader.reading.words)
      let isGuarded = reader.reading.isText && RoundTrip.isOne(header)
      let store = try list.begin(write)
      let unheaded = mapping.columns.filter { $0.reason == .blankColumn }.map { $0.number - 1 }
      var days = ListedDays(order: request.dateOrder)
      try reader.forEach { row in
        if TotalsRow.isBlank(row) { return outcome.blankRows += 1 }
        if request.totals == .leave, row.fault == nil, TotalsRow.isOne(row) {
          return outcome.countTotals(line: row.line)
        }
        var rejection: Rejection?
        if let fault = row.fault {
          rejection = Rejection(
            line: fault.line, column: fault.column, value: fault.found, rule: fault.rule,
            reason: fault.reason, cells: row.textsOrRaw)
        } else if let column = Self.filled(unheaded, of: row) {
          rejection = Rejection(
            line: row.line, column: column + 1, value: row.text(column),
            rule: ContactRule.noHeading.rawValue,
            reason: "A value stands in a column that has no heading.", cells: row.texts)
        } else {
          rejection = try put(
            Self.row(row, mapping, names, request, &days, isGuarded: isGuarded), line: row.line,
            cells: row.texts, &outcome, store)
        }
        guard let rejection else { return }
        outcome.count(rejection)
        try rejects.take(rejection, header: header)
        if let most = request.mostRejected, outcome.rejected > most {
          throw ImportProblem.tooManyRejected(most)
        }
      }
      try rejects.finish()
      outcome.reading += reader.remarks + days.remarks
      write.records(
        "imported \(list.noun) from \(request.fileName): \(outcome.created) created, "
          + "\(outcome.updated) updated")
      return outcome
    }
  }

  /// Stores one row wholly or not at all; answers with the reason when it cannot stand.
  private func put(
    _ row: ImportRow, line: Int, cells: @autoclosure () -> [String],
    _ outcome: inout ImportOutcome, _ store: (ImportRow) throws -> RecordList.Verdict
  ) throws -> Rejection? {
    func rejection(_ field: String?, _ rule: String, _ reason: String) -> Rejection {
      let column = field.flatMap { outcome.mapping.index(of: $0) }.map { $0 + 1 }
      return Rejection(
        line: line, column: column ?? 0, value: field.flatMap { row.text($0) } ?? "",
        rule: rule, reason: reason, cells: cells())
    }
    let verdict: RecordList.Verdict
    do {
      verdict = try store(row)
    } catch let refusal as ImportRow.Refusal {
      let isEitherWay = refusal.field.flatMap { row.text($0) }.map(WrittenDay.isEitherWay) ?? false
      return rejection(
        refusal.field, refusal.rule,
        isEitherWay ? "It can be two days; say --date-order dmy or mdy." : refusal.reason)
    } catch let problem as any Problem where !(problem is StoreProblem) {
      return rejection("code", "record", problem.message)
    }
    switch verdict {
    case .created: outcome.created += 1
    case .updated: outcome.updated += 1
    case .unchanged: outcome.unchanged += 1
    }
    return nil
  }

  /// The first of some columns in which a row has a value.
  private static func filled(_ columns: [Int], of row: borrowing Tabular.Row) -> Int? {
    for index in columns where index < row.count {
      if !CellText.trimmed(row[index]).isEmpty { return index }
    }
    return nil
  }

  static func row(
    _ row: borrowing Tabular.Row, _ mapping: Mapping, _ names: [String], _ request: ImportRequest,
    _ days: inout ListedDays, isGuarded: Bool
  ) -> ImportRow {
    var values: [String: String] = [:]
    var kept: [ExtraCell] = []
    for (index, column) in mapping.columns.enumerated() where index < row.count {
      var text = String(decoding: CellText.trimmed(row[index]), as: UTF8.self)
      guard !text.isEmpty else { continue }
      if isGuarded { text = SpreadsheetGuard.unguarded(text) }
      switch column.target {
      case .field, .fields, .more:
        let parts = column.transformation?.parts(of: text) ?? [text]
        for (name, part) in zip(column.target.fields, parts) {
          values[name] = part.map { days.read($0, of: name) }
        }
      case .kept: kept.append(.init(heading: names[index], text: text))
      case .ignored: break
      }
    }
    for given in request.given where values[given.field] == nil {
      values[given.field] = given.value
    }
    return ImportRow(values: values, kept: kept)
  }
}

extension Store {
  package var recordImport: RecordImport { RecordImport(store: self) }
}
