internal import Basics
package import Documents
internal import GRDB

/// The description of one kind of record: what lists, options, imports, exports and SQL of it
/// are derived from.
package struct Register<R: Record>: Sendable {
  /// What one is called, such as `task`.
  package let noun: String
  /// What several are called, and the key of their list in JSON.
  package let plural: String
  package let key: String
  /// The words of its command, such as `workpackage task`.
  package let path: String
  /// The code of one, such as `T1.1`.
  package let example: String
  /// The heading of its code.
  package let heading: String
  /// What lists call the code, as `ImportField` reads it.
  package let headings: String
  package let attributes: [Attribute<R>]
  /// The choices of its list beside `--where`, such as `--late`.
  package let filters: [RecordFilter<R>]
  package let words: RecordWords<R>
  /// What its page shows below the attributes.
  package let details: @Sendable (R, Store) throws -> [Block]
  let table: RecordTable<R.Code>
  /// Tables whose rows belong to a record and go with it, with the column that says to which.
  let parts: [RecordPart]
  /// Whether its page tells what its own verbs did, so that the history tells the rest alone.
  let hasStory: Bool
  let rules: RecordRules<R>
  /// The attributes that lists have instead of the code, which they make up; none where lists have
  /// the code.
  let keys: RecordKeys?
  /// Attributes that one verb says at once: where one stays as a person made it, all do.
  let together: [[String]]
  /// Attributes that stand in the database, in the order in which they are selected.
  let stored: [(attribute: Attribute<R>, storage: AttributeStorage<R>)]
  /// The attributes that an import reads.
  let listed: [Attribute<R>]
  /// Its SQL, made once for all rows of a list.
  let sql: RegisterSQL

  init(
    noun: String, plural: String? = nil, key: String? = nil, path: String, example: String,
    heading: String, headings: String, table: RecordTable<R.Code>, attributes: [Attribute<R>],
    filters: [RecordFilter<R>] = [], parts: [RecordPart] = [], hasStory: Bool = false,
    words: RecordWords<R> = RecordWords(), rules: RecordRules<R> = RecordRules(),
    together: [[String]] = [], keys: RecordKeys? = nil,
    details: @escaping @Sendable (R, Store) throws -> [Block] = { _, _ in [] }
  ) {
    self.noun = noun
    self.plural = plural ?? Basics.plural(noun)
    self.key = key ?? self.plural
    self.path = path
    self.example = example
    self.heading = heading
    self.headings = headings
    self.table = table
    self.attributes = attributes
    self.filters = filters
    self.parts = parts
    self.hasStory = hasStory
    self.words = words
    self.rules = rules
    self.together = together
    self.keys = keys
    self.details = details
    // Loops: arrays of a generic element cost a search of the runtime at map and filter (0002).
    var stored: [(attribute: Attribute<R>, storage: AttributeStorage<R>)] = []
    var listed: [Attribute<R>] = []
    for attribute in attributes {
      if let storage = attribute.storage { stored.append((attribute, storage)) }
      if attribute.isRead { listed.append(attribute) }
    }
    self.stored = stored
    self.listed = listed
    sql = RegisterSQL(table, stored, further: rules.selections)
  }

  /// The name and version of its JSON shape.
  package var schema: String { "blues.\(noun.filter { $0 != " " })/1" }

  /// The columns of its list: the code, then the attributes.
  package var fields: [Field<R>] {
    // A loop: arrays of a generic element cost a search of the runtime at map and filter (0002).
    var fields = [codeField]
    for attribute in attributes where attribute.isColumn { fields.append(attribute.field) }
    return fields
  }

  /// The columns that its import takes and its export gives.
  package var exported: [Field<R>] {
    naming + attributes.filter { $0.uses.contains(.listed) }.map(\.field)
  }

  /// The columns that name a record in lists: its code, or what makes that up.
  package var naming: [Field<R>] {
    keys.map { $0.columns.compactMap { attribute($0.name)?.field } } ?? [codeField]
  }

  private var codeField: Field<R> {
    Field("code", heading, "The code of the \(noun), such as \(example).", rank: .key) {
      .text($0.code.description)
    }
  }

  /// The attributes that options of set can say; add takes one of them as an argument.
  package var said: [Attribute<R>] {
    attributes.filter { $0.uses.contains(.option) || $0.uses.contains(.argument) }
  }

  /// The attributes that options of set say, with the reasons of a change.
  package var settable: [Attribute<R>] { said + attributes.filter { $0.uses.contains(.told) } }

  func attribute(_ name: String) -> Attribute<R>? { attributes.first { $0.name == name } }

  /// The page of one record.
  package func page(_ record: R) -> Document {
    Document(schema: schema, blocks: [.facts(Facts(fields: fields, of: record))])
  }

  /// The page of one record with what belongs to it.
  ///
  /// What a table below lists is not counted above it, where JSON has one key for both.
  package func page(_ record: R, in store: Store) throws -> Document {
    let details =
      try details(record, store) + documents(of: record, in: store) + changes(record, in: store)
    let listed = details.compactMap { block in
      if case .table(let table, _) = block { table.noun } else { nil }
    }
    let facts = fields.filter { !listed.contains($0.column.name) }
    return Document(schema: schema, blocks: [.facts(Facts(fields: facts, of: record))] + details)
  }

  /// How the history calls a record.
  func label(_ code: R.Code) -> String { words.label(code.description) }
}

/// A choice of a list, such as those that are late.
package struct RecordFilter<R: Record>: Sendable {
  /// The option without its dashes.
  package let name: String
  package let help: String
  /// The title of the list that is left, and the sentence where nothing is.
  package let title: String
  package let empty: String
  package let holds: @Sendable (R) -> Bool
  /// The order of what is left, where it is not that of the codes.
  package var precedes: (@Sendable (R, R) -> Bool)?
}

/// Rows of another table that belong to a record.
struct RecordPart: Sendable {
  let table: String
  let column: String
}

/// The columns of a list that make up the code of a record together, such as a person and a day.
struct RecordKeys: Sendable {
  /// One of them; its name is that of an attribute.
  struct Column: Sendable {
    let name: String
    /// What lists call it, as `ImportField` reads it.
    let headings: String
    var isDay = false
  }

  let columns: [Column]
  /// What is between their texts in the code.
  let joint: String
}

/// The sentences of a kind of record that its noun alone does not give.
package struct RecordWords<R: Record>: Sendable {
  /// How sentences and the history call a record by its code.
  package let label: @Sendable (String) -> String
  /// What add answers beyond "Added D1.1", such as ", due M6 (2020-07-31)".
  package let added: @Sendable (R) -> String
  /// What may be a slip in a record that is taken as it stands, a sentence each; nil where nothing
  /// is looked at.
  package let doubts: (@Sendable (R, Project) -> [String])?
  /// What else would slip where a record ends later than it did, in lines.
  ///
  /// It is given the record as it was and as it is.
  package let slips: (@Sendable (R, R, Store) throws -> [String])?

  init(
    label: @escaping @Sendable (String) -> String = { $0 },
    added: @escaping @Sendable (R) -> String = { _ in "" },
    doubts: (@Sendable (R, Project) -> [String])? = nil,
    slips: (@Sendable (R, R, Store) throws -> [String])? = nil
  ) {
    self.label = label
    self.added = added
    self.doubts = doubts
    self.slips = slips
  }

  /// The doubts that a change brings: those of the record that it did not raise before.
  package func doubts(_ now: R, since was: R? = nil, in project: Project) -> [String] {
    guard let doubts else { return [] }
    let earlier = was.map { doubts($0, project) } ?? []
    return doubts(now, project).filter { !earlier.contains($0) }.map { "Warning: \($0)" }
  }
}
