internal import Basics

/// What a known contact becomes when a row speaks of it, by what the import may do.
struct UpdatePolicy {
  let mode: ImportMode
  let blanks: BlankCells
  let edits: EditedFields
  /// The fields that some column of the list feeds.
  let listed: Set<ContactField>

  init(_ request: ImportRequest, _ mapping: Mapping) {
    mode = request.mode
    blanks = request.blanks
    edits = request.edits
    listed = Set(
      mapping.columns.flatMap(\.target.fields).compactMap { ContactField(key: $0) })
  }

  /// What a row does to a contact.
  struct Result {
    /// Whether the row is of an export of ours, which says what the contact did when it was made.
    let isOwn: Bool
    /// The contact with what the row says; nil when that changes nothing.
    var contact: ContactDraft?
    /// Fields that a person changed and that stay so.
    var kept: [Kept] = []
    /// What the row says now of fields that a person changed.
    var relisted: [(field: String, text: String?)] = []
  }

  /// A field that stays as a person made it.
  struct Kept {
    let field: String
    let present: String?
    let listed: String?
    /// Whether the row says something else than its list did before.
    let isConflict: Bool
  }

  /// What the row does to a contact, of which a person may have changed fields.
  ///
  /// White space around a value is no difference, because a list cannot say it.
  func result(
    of row: ContactDraft, on present: ContactDraft, kept: [ExtraCell],
    edited: ContactEdits = ContactEdits(), isOwn: Bool = false
  ) -> Result {
    var result = Result(isOwn: isOwn)
    guard mode != .create else { return result }
    var contact = present
    var isChanged = false
    for field in ContactField.allCases {
      guard let word = word(row[field], present[field], field),
        isTaken(word, present[field], edited[field.key], field.key, &result)
      else { continue }
      contact[field] = word.text
      isChanged = true
    }
    if let partner = row.partner, mode != .fill || present.partner == nil {
      let edit = edited[ContactEdits.partner]
      // Short names are the same in any case of their letters.
      let known = [present.partner, edit?.listed].compactMap(\.self)
        .first { $0.asciiRaised.isSame(as: partner.asciiRaised) }
      let word = Word(text: known ?? partner)
      if isTaken(word, present.partner, edit, ContactEdits.partner, &result) {
        contact.partner = partner
        isChanged = true
      }
    }
    contact.kept = row.kept.filter { cell in
      guard let now = kept.first(where: { $0.heading.isSame(as: cell.heading) }) else {
        return true
      }
      return mode != .fill && !CellText.says(now.text, cell.text)
    }
    if isChanged || !contact.kept.isEmpty { result.contact = contact }
    return result
  }

  /// What a row says of a field; no text takes the value away.
  private struct Word {
    let text: String?
  }

  /// What the row says of a field as far as the import may change it; nil when it says nothing.
  private func word(_ said: String?, _ present: String?, _ field: ContactField) -> Word? {
    guard let said else {
      let clears = blanks == .clear && mode != .fill && listed.contains(field)
      return clears ? Word(text: nil) : nil
    }
    return mode == .fill && present != nil ? nil : Word(text: said)
  }

  /// Whether the field becomes what the row says; one that a person changed is noted instead.
  private func isTaken(
    _ word: Word, _ present: String?, _ edit: ContactEdits.Edit?, _ field: String,
    _ result: inout Result
  ) -> Bool {
    let isAgreed = says(present, word)
    guard let edit else { return !isAgreed }
    if result.isOwn {
      // The export is from before the change; any other value is a correction of it.
      guard !isAgreed, edits == .keep, edit.wasOnce({ says($0, word) }) else { return !isAgreed }
      result.kept.append(
        Kept(field: field, present: present, listed: word.text, isConflict: false))
      return false
    }
    let isAsBefore = says(edit.listed, word)
    if !isAsBefore { result.relisted.append((field, word.text)) }
    guard !isAgreed, edits == .keep, !isSame(edit.listed, present) else { return !isAgreed }
    result.kept.append(
      Kept(field: field, present: present, listed: word.text, isConflict: !isAsBefore))
    return false
  }

  private func says(_ known: String?, _ word: Word) -> Bool {
    guard let known, let text = word.text else { return known == nil && word.text == nil }
    return CellText.says(known, text)
  }
}
