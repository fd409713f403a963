extension Register {
  /// Refuses a row before a part of it is stored; see `refuseFigures`.
  func checkRepeats(_ row: ImportRow, _ list: ListedRecords<R>) throws {
    guard list.repeats == .once else { return }
    let said = row.texts(of: list.names)
    try refusing {
      let code = try list.code(of: row, said, self).code
      let key = try rules.meant(code, said, list.context).laterCode
      try refuseFigures(list.earlier.new(of: key, in: said).repetition, list)
    }
  }

  /// Refuses a row that has another figure than an earlier row of the same record.
  func refuseFigures(_ repetition: RowRepetition?, _ list: ListedRecords<R>) throws {
    guard let repetition, let name = repetition.differing.first(where: isFigure) else { return }
    let way = rules.key.map {
      $0.isUnique ? "Add them up in one row." : "--repeats keep takes both."
    }
    let sentence = "Line \(repetition.line) is of the same \(noun), with another value in \(name)."
    throw ImportRow.Refusal(
      field: name, rule: "repeats",
      reason: [sentence, way].compactMap(\.self).joined(separator: " "))
  }

  private func isFigure(_ name: String) -> Bool { attribute(name)?.kind.content == .amount }
}
