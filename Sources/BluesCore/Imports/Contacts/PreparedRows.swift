internal import Basics
internal import Tabular

/// Rows of a list made ready for the project: drawn up, checked and digested, in their order.
struct PreparedRows: Sendable {
  /// What became of a row.
  enum Row: Sendable {
    case rejected(Rejection)
    /// It says what an earlier row of the list says.
    case repeated
    /// A contact that no record in the project can be, by its place in the block.
    case new(Int)
    /// A contact that some record may be: by its digests, and as it was read unless a record
    /// says the same to the letter.
    case known(key: Int64, fingerprint: Int64, AsRead?)
    /// A person whom an earlier row of the list may be, and no record in the project.
    case again(key: Int64, fingerprint: Int64, AsRead)
    /// A row of an export of ours, with the contact that it names.
    case own(Int64, key: Int64, fingerprint: Int64, AsRead)
  }

  /// A row that an earlier record may answer to.
  struct AsRead: Sendable {
    let draft: ContactDraft
    let line: Int
    let cells: [String]
  }

  /// What is noted of a row that is taken all the same.
  struct Note: Sendable {
    let line: Int
    let warnings: [ContactCheck.Warning]
    /// What was noticed while the row was read.
    let seen: RowNote?
  }

  var block = ContactBlock(rows: 512)
  var notes: [Note] = []
  var rows: [Row] = []
  /// Rows in which no cell says anything.
  var blankRows = 0
  /// Lines of rows that add up the others.
  var totals: [Int] = []
  /// Lines of rows of persons on the stop list, of whom nothing else is kept.
  var stopped: [Int] = []
  var isFull: Bool { block.isFull || rows.count >= 1024 }
}

/// Makes the rows of a list ready; it knows nothing of the database and runs beside its load.
struct RowPreparation {
  let drafting: ContactDrafting
  let mapping: Mapping
  let known: KnownKeys
  let mode: ImportMode
  /// The list that the rows are from, where they do not say it themselves.
  private let source: String
  /// Whether a row is handed on as it was read though a record says the same to the letter: what a
  /// person made of that record since is to be replaced.
  private let isReplacing: Bool
  /// The short names of the partners, in capitals.
  let partners: Set<String>
  /// The partner whose copy of a shared project this is, which alone its contacts are of.
  private let copy: String?
  private var check: ContactCheck
  private var listed = ListedRows()
  private let keepsTotals: Bool
  private let stop: StopDigests
  private var drawn: [ContactCheck.Warning] = []
  /// What the row at hand says; one serves all rows.
  private var draft = ContactDraft()

  init(
    drafting: ContactDrafting, mapping: Mapping, known: KnownKeys, partners: Set<String>,
    copy: String? = nil, request: ImportRequest, stop: StopDigests, today: Day
  ) {
    self.copy = copy
    self.stop = stop
    self.drafting = drafting
    self.mapping = mapping
    self.known = known
    self.partners = partners
    mode = request.mode
    source = request.source ?? request.fileName
    isReplacing = request.edits == .replace
    keepsTotals = request.totals == .keep
    let given = request.given.compactMap { one in
      ContactField(key: one.field).map { ($0, one.value) }
    }
    check = ContactCheck(
      accepting: request.accepted, blankWords: BlankWords(request.blankWords),
      given: Dictionary(given) { first, _ in first },
      dateOrder: request.dateOrder, decimal: request.decimal, today: today)
  }

  /// Why a row of a partner is not taken.
  private func reason(against partner: String) -> String? {
    let name = partner.asciiRaised
    guard partners.contains(name) else {
      return "The project has no partner with this short name."
    }
    guard let copy, copy.asciiRaised != name else { return nil }
    return PartnersCopy.rejection(ofRowsOf: partner, among: copy)
  }

  mutating func prepare(_ row: borrowing Tabular.Row, into prepared: inout PreparedRows) {
    if let fault = row.fault {
      let rejection = Rejection(
        line: fault.line, column: fault.column, value: fault.found, rule: fault.rule,
        reason: fault.reason, cells: row.textsOrRaw)
      return prepared.rows.append(.rejected(rejection))
    }
    drawn.removeAll(keepingCapacity: true)
    drafting.draw(row, into: &draft, warnings: &drawn)
    if draft.mayAddUp {
      if TotalsRow.isBlank(row) { return prepared.blankRows += 1 }
      if !keepsTotals, TotalsRow.isOne(row) { return prepared.totals.append(row.line) }
    }
    // Before it is checked: a row that is rejected goes into a file.
    if stop.has(draft) { return prepared.stopped.append(row.line) }
    do throws(ContactCheck.Refusal) {
      let warnings = drawn + (try check.normalise(&draft))
      let seen = row.note.flatMap { mapping.takes($0.column) ? $0 : nil } ?? unheaded(row)
      if seen != nil || !warnings.isEmpty {
        prepared.notes.append(PreparedRows.Note(line: row.line, warnings: warnings, seen: seen))
      }
    } catch {
      return prepared.rows.append(.rejected(rejection(error, draft, row)))
    }
    if stop.has(draft) { return prepared.stopped.append(row.line) }
    if let partner = draft.partner, let reason = reason(against: partner) {
      return prepared.rows.append(
        .rejected(
          Rejection(
            line: row.line, column: (mapping.index(of: RoundTrip.partner.name) ?? -1) + 1,
            value: partner, rule: ContactRule.partner.rawValue,
            reason: reason, cells: row.texts)))
    }
    let fingerprint = draft.fingerprint
    let key = known.key(of: draft, fingerprint)
    if let own = draft.own {
      let asRead = PreparedRows.AsRead(draft: draft, line: row.line, cells: row.texts)
      return prepared.rows.append(.own(own, key: key, fingerprint: fingerprint, asRead))
    }
    let kind = listed.take(key: key, fingerprint: fingerprint)
    guard kind != .repeated else { return prepared.rows.append(.repeated) }
    guard known.contains(key) else {
      if mode == .update {
        return prepared.rows.append(.rejected(.notThere(row.line, row.texts)))
      }
      if kind == .further, draft.isPerson, listed.mayWait(key) {
        let asRead = PreparedRows.AsRead(draft: draft, line: row.line, cells: row.texts)
        return prepared.rows.append(.again(key: key, fingerprint: fingerprint, asRead))
      }
      let place = prepared.block.append(
        draft, source: source, key: key, fingerprint: fingerprint)
      return prepared.rows.append(.new(place))
    }
    let asRead =
      known.contains(key, fingerprint) && !isReplacing
      ? nil : PreparedRows.AsRead(draft: draft, line: row.line, cells: row.texts)
    prepared.rows.append(.known(key: key, fingerprint: fingerprint, asRead))
  }

  private func unheaded(_ row: borrowing Tabular.Row) -> RowNote? {
    drafting.unheadedValue(row).map { RowNote(line: row.line, column: $0, kind: .noHeading) }
  }

  private func rejection(
    _ refusal: ContactCheck.Refusal, _ draft: ContactDraft, _ row: borrowing Tabular.Row
  ) -> Rejection {
    let index = refusal.field.flatMap { mapping.index(of: $0.key) }
    return Rejection(
      line: row.line, column: index.map { $0 + 1 } ?? 0,
      value: refusal.field.flatMap { draft[$0] } ?? "", rule: refusal.rule,
      reason: refusal.reason, cells: row.texts)
  }
}
