extension Register {
  /// Refuses a row before a part of it is stored; see `refuseFigures` and `refuseReplacing`.
  func checkRepeats(_ row: ImportRow, _ list: ListedRecords<R>) throws {
    guard list.repeats == .once else { return }
    let said = row.texts(of: list.names)
    try refusing {
      let code = try list.code(of: row, said, self).code
      let meant = try rules.meant(code, said, list.context)
      let new = list.earlier.new(of: meant.laterCode, in: said)
      try refuseFigures(new.repetition, list)
      guard list.mended != nil, let was = try find(meant.code, list.context) else { return }
      let settled = try settle(
        Changes(parted(new.values).now), on: was, list.edits, keepingEdits: list.isKeepingEdits,
        list.context)
      try refuseReplacing(was.record, settled.changes, list)
    }
  }

  /// Refuses a row that has another figure than an earlier row of the same record.
  func refuseFigures(_ repetition: RowRepetition?, _ list: ListedRecords<R>) throws {
    guard list.repeats != .replace, let repetition,
      let name = repetition.differing.first(where: isFigure)
    else { return }
    let way = rules.key.map {
      $0.isUnique ? "Add them up in one row." : "--repeats keep takes both."
    }
    let sentence = "Line \(repetition.line) is of the same \(noun), with another value in \(name)."
    throw ImportRow.Refusal(
      field: name, rule: "repeats",
      reason: [sentence, way].compactMap(\.self).joined(separator: " "))
  }

  /// Refuses a mended row that would replace a figure which another row of its list may have given.
  func refuseReplacing(_ was: R, _ said: Changes, _ list: ListedRecords<R>) throws {
    guard list.repeats != .replace, let mended = list.mended,
      mended.mayHaveGiven(was.code.description)
    else { return }
    var now = was
    try read(said, into: &now, list.context)
    let (before, after) = (listedTexts(of: was), listedTexts(of: now))
    for name in list.names where isFigure(name) && before[name] != after[name] {
      guard let figure = before[name] else { continue }
      let way =
        switch rules.key?.isUnique {
        case true?: "Add them up in this row, with --repeats replace."
        case false?: "--repeats keep takes both, --repeats replace this one."
        case nil: "--repeats replace takes this one."
        }
      throw ImportRow.Refusal(
        field: name, rule: "repeats",
        reason: "\(was.code) has \(figure) already, this row \(after[name] ?? "none"). \(way)")
    }
  }

  private func isFigure(_ name: String) -> Bool { attribute(name)?.kind.content == .amount }
}
