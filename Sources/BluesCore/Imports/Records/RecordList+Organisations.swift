internal import Basics
internal import Documents
internal import GRDB

extension RecordList {
  /// Organisations: a row changes the one it names, or adds one.
  package static let organisations = RecordList(
    noun: "organisations", fields: OrganisationHeadings.fields,
    own: OwnColumns(
      listed: Organisation.fields.map(\.column), exported: Organisation.exported.map(\.column)),
    begin: { write, request in
      let rows = try OrganisationRows(write, request.decimal)
      return RecordList.Filling { row in try rows.put(row) }
    })
}

/// Stores the rows of a list of organisations.
///
/// Values are checked by the rules for contacts. A blank cell leaves what is known.
private final class OrganisationRows {
  private let write: Transaction
  private let known: KnownOrganisations
  private let named: NamedOrganisations
  private let earlier = EarlierRows<Int64>(OrganisationField.allCases.map(\.rawValue))
  private var check: ContactCheck

  init(_ write: Transaction, _ decimal: DecimalSign?) throws {
    self.write = write
    check = ContactCheck(decimal: decimal)
    known = try KnownOrganisations(write.db)
    named = try NamedOrganisations(write)
  }

  /// Everything that can be refused is refused before anything is written.
  func put(_ row: ImportRow) throws -> RecordList.Taken {
    let (values, doubts) = try values(of: row)
    let clusters = try (row.list("cluster") ?? []).map { try partner($0) }
    let present = try find(values, row)
    let isNew = present == nil
    let id = try present ?? named.add(values[.name] ?? "", values[.country])
    let said = Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
    let new = earlier.new(of: id, in: said)
    let wanted = values.filter { new.values[$0.key.rawValue] != nil }
    var isChanged = try change(id, wanted, isNew: isNew)
    known.note(id, wanted)
    earlier.note(id, said, line: row.line)
    for cluster in clusters where try named.join(id, cluster) { isChanged = true }
    var verdict: RecordList.Verdict = isNew ? .created : isChanged ? .updated : .unchanged
    if isChanged || isNew { verdict.doubts = doubts }
    return RecordList.Taken(verdict: verdict, repetition: new.repetition)
  }

  /// What the row says, in its normal form, and which of its figures are none.
  private func values(
    of row: ImportRow
  ) throws -> (values: [OrganisationField: String], doubts: Doubts) {
    var draft = ContactDraft()
    for field in OrganisationField.allCases { draft[field.ofContact] = row.text(field.rawValue) }
    guard draft[.organisation] != nil else {
      throw ImportRow.Refusal(field: "name", rule: "organisation", expected: "the name")
    }
    let warnings: [ContactCheck.Warning]
    do throws(ContactCheck.Refusal) {
      warnings = try check.normalise(&draft)
    } catch {
      let field = OrganisationField.allCases.first { $0.ofContact == error.field }
      throw ImportRow.Refusal(field: field?.rawValue, rule: error.rule, reason: error.reason)
    }
    let values = OrganisationField.allCases.reduce(into: [OrganisationField: String]()) {
      values, field in
      values[field] = draft[field.ofContact]
    }
    let figures = warnings.filter { $0.rule == .figure }
    return (values, Doubts(figures.map { "\($0.field.heading): \($0.reason)" }))
  }

  private func partner(_ code: String) throws -> Int64 {
    do {
      return try Partner.id(code, in: write.db)
    } catch RecordProblem.unknown(_, _, let known, _) {
      let list = known.joined(separator: ", ")
      throw ImportRow.Refusal(
        field: "cluster", rule: "partner", expected: known.isEmpty ? "a partner" : "one of \(list)")
    }
  }

  /// The organisation of a row: by the id of our export, else by VAT number or PIC where the name
  /// is the same but for spelling, else by name and country.
  private func find(_ values: [OrganisationField: String], _ row: ImportRow) throws -> Int64? {
    if let exported = row.text(RoundTrip.id.name).flatMap({ RoundTrip.rowID($0, letter: 0x4F) }) {
      let id = try Survivors.organisation(of: exported, write.db) ?? exported
      if known.has(id) { return id }
    }
    let byNumber = known.all(of: values)
    // Another number is another organisation, whatever its name.
    let byName = named.all(values[.name] ?? "", values[.country])
      .filter { !known.speaksAgainst($0, values) }
    let alike = try byNumber.filter { try isCalled(values[.name] ?? "", $0) }
    if let other = byNumber.first, alike.isEmpty {
      // Departments share the numbers of their university: a name is not changed on doubt.
      let code = "O\(RowID(other).running)"
      throw ImportRow.Refusal(
        field: values[.vat] == nil ? "pic" : "vat", rule: "organisation",
        reason: "\(code) has this number under another name. Correct the number, or rename it with "
          + "blues partner organisation set \(code) --name NAME.")
    }
    let both = alike.filter(byName.contains)
    let found = both.isEmpty ? alike + byName : both
    guard found.count < 2 else {
      let codes = found.prefix(9).map { "O\(RowID($0).running)" }.joined(separator: ", ")
      throw ImportRow.Refusal(
        field: "name", rule: "organisation",
        reason: "It could be any of \(found.count) organisations: \(codes). "
          + "Merge them with blues partner organisation merge, or name one by its blues_id.")
    }
    return found.first
  }

  /// Whether an organisation has a name, whatever the legal form, the accents and the order of words.
  private func isCalled(_ name: String, _ id: Int64) throws -> Bool {
    let statement = try write.db.cachedStatement(sql: "SELECT name FROM organisation WHERE id = ?")
    let present = try Row.fetchOne(statement, arguments: [id])?.value("name", as: String.self)
    guard let present else { return false }
    return Self.key(present).isSame(as: Self.key(name))
  }

  private static func key(_ name: String) -> String {
    NameTokens.ofOrganisation(name)?.sorted.joined(separator: " ") ?? Folding.folded(name)
  }

  /// Stores what the row says; answers whether that changed anything.
  private func change(
    _ id: Int64, _ values: [OrganisationField: String], isNew: Bool
  ) throws -> Bool {
    let said = OrganisationField.allCases.compactMap { field in
      values[field].map { (column: field.rawValue, value: $0) }
    }
    let row = try Row.fetchOne(
      write.db.cachedStatement(sql: "SELECT * FROM organisation WHERE id = ?"), arguments: [id])
    let changed = try said.filter { pair in
      let present: String? = try row?.value(pair.column)
      return !isSame(present, pair.value)
    }
    guard !changed.isEmpty else { return false }
    let pairs = changed.map { "\($0.column) = ?" }.joined(separator: ", ")
    let update = {
      try self.write.db.execute(
        sql: "UPDATE organisation SET \(pairs) WHERE id = ?",
        arguments: StatementArguments(changed.map(\.value)) + [id])
    }
    if isNew { try update() } else { try Organisations.noting(id, write, update) }
    if changed.contains(where: { $0.column == "name" || $0.column == "country" }) {
      try named.rename(id, write.db)
    }
    return true
  }
}
