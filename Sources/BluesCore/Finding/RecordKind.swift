internal import Basics
package import Documents
internal import GRDB

/// A kind of record with a register, for what goes over all kinds: its codes, pages and texts.
package struct RecordKind: Sendable {
  /// What one is called, such as `task`.
  package let noun: String
  /// The words of its command, such as `workpackage task`.
  package let path: String
  /// Whether a text is written as its codes are; never for codes of a free form, such as short
  /// names.
  package let hasForm: @Sendable (String) -> Bool
  /// Whether its codes are letters and numbers of a form.
  package let isFormed: Bool
  package let codes: @Sendable (Store) throws -> [String]
  /// The page of one, as the show command of its kind has it.
  ///
  /// - Throws: `RecordProblem.unknown` where there is none; `CodeProblem` for what is no code.
  package let page: @Sendable (String, Store) throws -> Document
  /// The table of its records.
  let table: String
  /// The codes by the rows of the table.
  let codesByRow: @Sendable (Store) throws -> [Int64: String]
  /// The row of a record by its code, and the code as the record writes it; nil where there is none.
  let place: @Sendable (String, Store) throws -> (place: RecordPlace, code: String)?
  /// Reads every record, so that a value that cannot be read is found.
  let readAll: @Sendable (Store) throws -> Void
  let find: @Sendable (SearchWords, Store) throws -> [Finding]

  /// Every kind with a register.
  package static let all: [RecordKind] = [
    RecordKind(WorkPackage.self), RecordKind(PlanTask.self),
    RecordKind(Deliverable.self, notes: deliverableNotes), RecordKind(Milestone.self),
    RecordKind(Risk.self), RecordKind(Indicator.self), RecordKind(Review.self),
    RecordKind(Activity.self), RecordKind(Decision.self), RecordKind(ActionPoint.self),
    RecordKind(PartnerLabel.self, notes: labelNotes), RecordKind(StrategyPaper.self),
    RecordKind(BudgetLine.self), RecordKind(CostLine.self), RecordKind(CostEstimate.self),
    RecordKind(GrantPayment.self),
    RecordKind(Person.self), RecordKind(PersonRate.self),
    RecordKind(Partner.self),
  ]

  /// The notes are those of its story, by its code.
  init<R: Record>(
    _ kind: R.Type, notes: @escaping @Sendable (Store) throws -> [String: [String]] = { _ in [:] }
  ) {
    let register = R.register
    noun = register.noun
    path = register.path
    let isFormed = R.Code.self is any NumberedCode.Type || R.Code.self is any PartCode.Type
    self.isFormed = isFormed
    hasForm = { isFormed && (try? R.Code($0)) != nil }
    codes = { try $0.records(R.self).codes() }
    page = { text, store in
      try register.page(store.records(R.self).one(R.Code(text)), in: store)
    }
    let table = register.table.name
    self.table = table
    codesByRow = { store in try store.read { try register.codesByRow($0) } }
    place = { text, store in
      guard let code = try? R.Code(text) else { return nil }
      let wanted = code.description.asciiRaised
      let rows = try store.read { try register.codesByRow($0) }
      return rows.first { $0.value.asciiRaised == wanted }
        .map { (RecordPlace(table: table, id: $0.key), $0.value) }
    }
    readAll = { _ = try $0.records(R.self).all() }
    find = { words, store in
      let notes = try notes(store)
      return try store.records(R.self).all().compactMap { record in
        let code = record.code.description
        let texts = register.texts(of: record) + (notes[code] ?? []).map { ("Note", $0) }
        return words.match(in: texts, besides: code).map { matched in
          Finding(register.noun, code, register.name(of: record), matched)
        }
      }
    }
  }

  /// Whether a record of the kind has a code, in any case of letters.
  package func holds(_ text: String, in store: Store) throws -> Bool {
    let wanted = text.trimmed.asciiRaised
    return try codes(store).contains { $0.asciiRaised == wanted }
  }

  /// What labels are, in words: they have no title.
  @Sendable private static func labelNotes(_ store: Store) throws -> [String: [String]] {
    let names = try Dictionary(
      uniqueKeysWithValues: store.partners.all().map { ($0.code.text, $0.name) })
    return try store.labels.all().reduce(into: [:]) { notes, label in
      let name = names[label.partner].map { " \($0)" } ?? ""
      notes[label.code.description] = ["\(label.level.rawValue) label of \(label.partner)\(name)"]
    }
  }

  /// What was said when a deliverable was submitted, decided on or postponed.
  @Sendable private static func deliverableNotes(_ store: Store) throws -> [String: [String]] {
    try store.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT 'D' || work_package.number || '.' || deliverable.number AS code, note
          FROM deliverable_step
          JOIN deliverable ON deliverable.id = deliverable_id
          JOIN work_package ON work_package.id = work_package_id
          WHERE note IS NOT NULL
          ORDER BY deliverable_step.id
          """)
      return try rows.reduce(into: [:]) { notes, row in
        notes[try row.value("code", as: String.self), default: []].append(try row.value("note"))
      }
    }
  }
}

extension Register {
  /// What a record is called.
  fileprivate func name(of record: R) -> String {
    let title = attributes.first { $0.uses.contains(.argument) }
    return title?.cell(record).shown ?? record.code.description
  }

  /// The texts that a record has, each under its heading.
  fileprivate func texts(of record: R) -> [(heading: String, text: String)] {
    attributes.filter { $0.kind == .text || $0.kind == .link }
      .map { ($0.heading, $0.cell(record).shown) }.filter { !$0.text.isEmpty }
  }
}
