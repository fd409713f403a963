/// What a known contact becomes when a row speaks of it, by what the import may do.
struct RowOverlay {
  let mode: ImportMode
  let blanks: BlankCells
  /// The fields that some column of the list feeds.
  let listed: Set<ContactField>

  init(_ request: ImportRequest, _ mapping: Mapping) {
    mode = request.mode
    blanks = request.blanks
    listed = Set(
      mapping.columns.flatMap(\.target.fields).compactMap { ContactField(key: $0) })
  }

  /// The contact with what the row says; nil when that changes nothing.
  ///
  /// White space around a value is no difference, because a list cannot say it.
  func result(
    of row: ContactDraft, on present: ContactDraft, kept: [ContactDraft.KeptCell]
  ) -> ContactDraft? {
    guard mode != .create else { return nil }
    var result = present
    var isChanged = false
    for field in ContactField.allCases {
      guard let value = value(row[field], present[field], field) else { continue }
      result[field] = value.isEmpty ? nil : value
      isChanged = true
    }
    if let partner = row.partner, mode != .fill || present.partner == nil,
      present.partner?.asciiRaised != partner.asciiRaised
    {
      result.partner = partner
      isChanged = true
    }
    result.kept = row.kept.filter { cell in
      guard let now = kept.first(where: { $0.heading.isSame(as: cell.heading) }) else {
        return true
      }
      return mode != .fill && !CellText.says(now.text, cell.text)
    }
    return isChanged || !result.kept.isEmpty ? result : nil
  }

  /// What a field becomes, empty when its value goes; nil when it stays as it is.
  private func value(_ said: String?, _ present: String?, _ field: ContactField) -> String? {
    guard let said else {
      let clears = blanks == .clear && mode != .fill && listed.contains(field)
      return clears && present != nil ? "" : nil
    }
    guard let present else { return said }
    return mode == .fill || CellText.says(present, said) ? nil : said
  }
}
