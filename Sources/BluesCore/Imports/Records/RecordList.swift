internal import Basics
internal import Tabular

/// A kind of list that fills records of one kind, with its columns and how one row is stored.
package struct RecordList: Sendable {
  /// What storing a row did.
  struct Verdict {
    /// How the row is counted.
    enum Kind {
      case created, updated, unchanged
    }

    private(set) var kind: Kind
    /// What stays as a person made it.
    var kept: [ManualEdit] = []
    /// What the row changed in a known record.
    var changes: [ChangedField] = []
    /// What may be a slip in it, although it was taken.
    var doubts = Doubts()

    static let created = Verdict(kind: .created)
    static let updated = Verdict(kind: .updated)
    static let unchanged = Verdict(kind: .unchanged)

    /// Tells as well that the record took the code that the list has for it.
    mutating func renames(_ old: String, to new: String, line: Int) {
      kind = .updated
      changes =
        [ChangedField(line: line, code: new, field: "code", was: old, now: new)]
        + changes.map {
          ChangedField(line: $0.line, code: new, field: $0.field, was: $0.was, now: $0.now)
        }
    }
  }

  /// What became of a row.
  struct Taken {
    let verdict: Verdict
    /// Where an earlier row of the list was of the same record.
    var repetition: RowRepetition?
  }

  /// Stores a row by its cells.
  typealias PlainRow = (borrowing Tabular.Row) throws -> Verdict?

  /// How the rows of one import are stored.
  struct Filling {
    var put: (ImportRow) throws -> Taken
    /// Makes ready to store rows whose cells can be read as they stand, in a way of its own, which
    /// answers nil where a row has to take the way of every list; nil where there is none.
    var plain: (ListReader) -> PlainRow? = { _ in nil }
    /// Refuses a row, before a part of it is stored, whose figures an earlier row has otherwise.
    var checkRepeats: (ImportRow) throws -> Void = { _ in }
    /// Stores what rows say of other records of the list, once all rows are stored.
    var settle: () throws -> [Settled] = { [] }
    /// The records that rows were of so far, each by what tells it from others.
    var given: () -> [String] = { [] }
    /// The records that no row was of, and taking one away; nil where a list need not be whole.
    var absent: Absent?
  }

  /// What came of that part of a row that had to wait for the others.
  struct Settled {
    let line: Int
    /// How the row was counted at first.
    let first: Verdict.Kind
    let verdict: Verdict
  }

  /// Known records that a list no longer has.
  struct Absent {
    let codes: () throws -> [String]
    /// Takes one away; answers why it has to stay, or nil.
    let remove: (String) throws -> String?
  }

  /// The plural, for the history: `deliverables`.
  package let noun: String
  /// Whether rows with one key can be records of their own.
  package internal(set) var keepsRepeats = false
  /// The table that it fills, where rows have figures that a later row must not replace unseen.
  var kind: String?
  package let fields: [ImportField]
  /// The columns of our own lists of these records.
  let own: OwnColumns
  /// Whether the records keep the cells of columns that no field takes, where anyone can see them.
  package let keepsOthers: Bool
  /// Whether what was found in a rejected row is told: not where it may be of persons.
  package internal(set) var showsValues = false
  /// Makes ready what serves all rows of one import, and hands over how a row is stored.
  ///
  /// A row that is refused has written nothing.
  var begin: @Sendable (Transaction, ImportRequest) throws -> Filling
  /// Whether the verdicts name what was changed.
  let tellsChanges: Bool

  init(
    noun: String, fields: [ImportField], own: OwnColumns, keepsOthers: Bool = false,
    tellsChanges: Bool = false,
    begin: @escaping @Sendable (Transaction, ImportRequest) throws -> Filling
  ) {
    self.noun = noun
    self.fields = own.named(fields)
    self.own = own
    self.keepsOthers = keepsOthers
    self.tellsChanges = tellsChanges
    self.begin = begin
  }
}

extension Register {
  /// The list that adds and changes records of this kind.
  package var list: RecordList {
    var list = RecordList(
      noun: plural, fields: importFields, own: ownColumns, tellsChanges: true
    ) { write, request in
      filling(try ListedRecords(self, write, request))
    }
    list.kind = table.name
    list.keepsRepeats = rules.key.map { !$0.isUnique } ?? false
    // What belongs to the plan is of nobody; lists of persons say theirs in the rejected rows alone.
    list.showsValues = path.hasPrefix("workpackage")
    return list
  }

  func filling(_ reading: ListedRecords<R>) -> RecordList.Filling {
    RecordList.Filling(
      put: { row in try put(row, reading) },
      checkRepeats: { row in try checkRepeats(row, reading) },
      settle: { try settle(reading) }, given: { reading.earlier.records.map(\.description) },
      absent: rules.key == nil ? absent(reading.seen, reading.write, reading.context) : nil)
  }

  /// The columns of the list: the code, then what attributes read.
  package var importFields: [ImportField] {
    codeFields
      + listed.map { ImportField($0.name, $0.headings, content: $0.kind.content) }
  }

  private var codeFields: [ImportField] {
    guard let keys else {
      return [ImportField("code", headings, isRequired: rules.key == nil)]
    }
    return keys.columns.map {
      ImportField(
        $0.name, $0.headings, isRequired: true, content: $0.isDay ? .day : .name)
    }
  }

  private func put(_ row: ImportRow, _ list: ListedRecords<R>) throws -> RecordList.Taken {
    let said = row.texts(of: list.names)
    return try refusing {
      let (code, isNew) = try list.code(of: row, said, self)
      let meant = try rules.meant(code, said, list.context)
      list.seen.codes.formUnion([meant.code, meant.laterCode])
      let new = list.earlier.new(of: meant.laterCode, in: said, list.repeats)
      try refuseFigures(new.repetition, list)
      let (now, later) = parted(new.values)
      let changes = Changes(now, extra: row.extra)
      var verdict = try store(
        meant.code, isNew: isNew && meant.code == code, changes, row.line, list)
      if let newCode = meant.newCode {
        try rules.rename(meant.code, newCode, list.write, list.context)
        verdict.renames(
          meant.code.description, to: newCode.description, line: row.line)
      }
      list.earlier.note(meant.laterCode, said, line: row.line)
      if !later.isEmpty {
        list.waiting.add(meant.laterCode, Changes(later), line: row.line, first: verdict.kind)
      }
      return RecordList.Taken(verdict: verdict, repetition: new.repetition)
    }
  }

  /// The code of a row, which may be made up of several columns.
  func code(of row: ImportRow) throws -> R.Code {
    let expected = "\(indefinite(noun)) such as \(example)"
    guard let keys else {
      return try row.require("code", "code", expected) { try R.Code(listed: $0) }
    }
    let texts = try keys.columns.map { column in
      let expected = column.isDay ? "a date such as 2020-07-31" : "a value"
      return try row.require(column.name, column.isDay ? "date" : column.name, expected) {
        column.isDay ? Day(iso: $0)?.iso : $0
      }
    }
    do {
      return try R.Code(listed: texts.joined(separator: keys.joint))
    } catch {
      throw ImportRow.Refusal(
        field: keys.columns[0].name, rule: keys.columns[0].name, problem: error)
    }
  }

  /// Adds a record, or changes it where nobody changed it here since its list said so.
  ///
  /// One that is sure to be new is not looked for.
  func store(
    _ code: R.Code, isNew: Bool = false, _ said: Changes, _ line: Int, _ list: ListedRecords<R>
  ) throws -> RecordList.Verdict {
    let (write, context) = (list.write, list.context)
    guard !isNew, let was = try find(code, context) else {
      let now = try insert(code, said, write, context).record
      return RecordList.Verdict(
        kind: .created,
        doubts: try doubts(now, since: nil, context) + Doubts(list.returned(now, self))
          + list.took(now))
    }
    let settled = try settle(
      said, on: was, list.edits, keepingEdits: list.isKeepingEdits, context)
    try refuseReplacing(was.record, settled.changes, list)
    let now = try update(was, settled.changes, write, context)
    for (name, text) in settled.relisted { try list.edits.relist(was.id, name, text) }
    return RecordList.Verdict(
      kind: now == nil ? .unchanged : .updated,
      kept: settled.kept.map { manualEdit($0, was.record, line) },
      changes: now == nil ? [] : try changes(of: was.record, line, context),
      doubts: try now.map { try doubts($0, since: was.record, context) + list.took($0) }
        ?? Doubts())
  }

  private func doubts(_ now: R, since was: R?, _ context: RecordContext) throws -> Doubts {
    Doubts(words.doubts(now, since: was, in: context.project))
  }
}
