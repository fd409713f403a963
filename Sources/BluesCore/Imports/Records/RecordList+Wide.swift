internal import Basics

extension RecordList {
  /// The field that a column of a wide list stands for.
  struct WideField {
    /// The field that the heading says, such as `category`, and the one that the cells say.
    let field: String
    let amount: String
    /// What the columns are, in the plural: `categories`.
    let noun: String
  }

  /// The same list, which may also have a row for several records, with a column for each value of a field.
  ///
  /// The columns are named as the field's values.
  func widened(by wide: WideField, _ columns: [ImportField]) -> RecordList {
    let names = columns.map(\.name)
    var list = RecordList(
      noun: noun,
      fields: fields + columns + [
        ImportField("total", "sum\(HeadingWords.total)", content: .amount)
      ],
      own: own, tellsChanges: tellsChanges,
      begin: { write, request in
        let filling = try begin(write, request)
        return RecordList.Filling(
          put: { row in try Self.put(row, wide, names, filling) }, settle: filling.settle,
          given: filling.given, absent: filling.absent)
      })
    list.showsValues = showsValues
    list.kind = kind
    return list
  }

  private static func put(
    _ row: ImportRow, _ wide: WideField, _ names: [String], _ filling: RecordList.Filling
  ) throws -> RecordList.Taken {
    let filled = names.filter { row.text($0) != nil }
    guard row.text(wide.field) == nil, !filled.isEmpty else { return try filling.put(row) }
    var row = row
    // Beside columns of categories a column called "Summe" adds them up.
    if let amount = row.text(wide.amount) {
      guard row.text("total") == nil else { return try filling.put(row) }
      row = row.saying([wide.amount: nil, "total": amount])
    }
    for name in filled {
      let amount = try row.amount(name, "an amount such as 12000.00")
      if let currency = amount.currency, Currency(currency) != .eur {
        throw ImportRow.Refusal(
          field: name, rule: "currency", expected: "an amount in EUR, as the grant is")
      }
    }
    try checkTotal(row, filled, wide.noun)
    let emptied = row.saying(Dictionary(uniqueKeysWithValues: filled.map { ($0, nil) }))
    let lines = filled.map { emptied.saying([wide.field: $0, wide.amount: row.text($0)]) }
    for (line, name) in zip(lines, filled) {
      do {
        try filling.checkRepeats(line)
      } catch let refusal as ImportRow.Refusal {
        throw ImportRow.Refusal(
          field: refusal.field == wide.amount ? name : refusal.field, rule: refusal.rule,
          reason: refusal.reason)
      }
    }
    var verdict = RecordList.Verdict.unchanged
    var repetition: RowRepetition?
    for line in lines {
      let taken = try filling.put(line)
      verdict.join(taken.verdict)
      repetition = repetition ?? taken.repetition
    }
    return RecordList.Taken(verdict: verdict, repetition: repetition)
  }

  /// A total that the cells do not add up to tells of a cell that was misread.
  private static func checkTotal(_ row: ImportRow, _ filled: [String], _ noun: String) throws {
    guard let text = row.text("total"), let total = WrittenAmount(text, decimal: nil) else {
      return
    }
    let sum = filled.compactMap { row.text($0) }.compactMap { WrittenAmount($0, decimal: nil) }
      .reduce(0) { $0 + $1.cents }
    guard sum == total.cents else {
      throw ImportRow.Refusal(
        field: "total", rule: "total",
        reason: "The \(noun) add up to \(Money(cents: Int64(sum)).decimal), not to "
          + "\(Money(cents: Int64(total.cents)).decimal).")
    }
  }
}

extension RecordList.Verdict {
  /// Adds what storing another part of the same row did.
  fileprivate mutating func join(_ other: RecordList.Verdict) {
    let kind: Kind =
      switch (self.kind, other.kind) {
      case (.created, _), (_, .created): .created
      case (.updated, _), (_, .updated): .updated
      default: .unchanged
      }
    var joined = RecordList.Verdict(kind: kind)
    joined.kept = kept + other.kept
    joined.changes = changes + other.changes
    joined.doubts = doubts + other.doubts
    self = joined
  }
}
