internal import Basics

extension RecordList {
  /// The lines of a budget: a row for each, or a row for each partner, and perhaps work package,
  /// with a column for each category.
  package static func budget(_ categories: CostCategories) -> RecordList {
    let long = BudgetLine.register.list
    let taken = Set(long.fields.flatMap(\.synonyms))
    let columns = categories.all.map { category in
      ImportField(
        category.code,
        category.headings { !taken.contains(ImportField.key($0)) }, content: .amount)
    }
    return RecordList(
      noun: long.noun,
      fields: long.fields + columns + [
        ImportField("total", "sum\(HeadingWords.total)", content: .amount)
      ],
      own: long.own, tellsChanges: true,
      begin: { write, request in
        let filling = try long.begin(write, request)
        return RecordList.Filling(
          put: { row in try put(row, categories.codes, filling) }, absent: filling.absent)
      })
  }

  private static func put(
    _ row: ImportRow, _ codes: [String], _ filling: RecordList.Filling
  ) throws -> RecordList.Taken {
    let filled = codes.filter { row.text($0) != nil }
    guard row.text("category") == nil, !filled.isEmpty else { return try filling.put(row) }
    var row = row
    // Beside columns of categories a column called "Summe" adds them up.
    if let amount = row.text("amount") {
      guard row.text("total") == nil else { return try filling.put(row) }
      row = row.saying(["amount": nil, "total": amount])
    }
    for code in filled {
      _ = try row.read(code, "amount", "an amount such as 12000.00") {
        WrittenAmount($0, decimal: nil)
      }
    }
    try checkTotal(row, filled)
    let emptied = row.saying(Dictionary(uniqueKeysWithValues: filled.map { ($0, nil) }))
    let lines = filled.map { emptied.saying(["category": $0, "amount": row.text($0)]) }
    for (line, code) in zip(lines, filled) {
      do {
        try filling.checkRepeats(line)
      } catch let refusal as ImportRow.Refusal {
        throw ImportRow.Refusal(field: code, rule: refusal.rule, reason: refusal.reason)
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
  private static func checkTotal(_ row: ImportRow, _ filled: [String]) throws {
    guard let text = row.text("total"), let total = WrittenAmount(text, decimal: nil) else {
      return
    }
    let sum = filled.compactMap { row.text($0) }.compactMap { WrittenAmount($0, decimal: nil) }
      .reduce(0) { $0 + $1.cents }
    guard sum == total.cents else {
      throw ImportRow.Refusal(
        field: "total", rule: "total",
        reason: "The categories add up to \(Money(cents: Int64(sum)).decimal), not to "
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
