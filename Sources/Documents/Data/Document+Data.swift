internal import Basics

extension Document {
  /// One object: the schema, then what each block holds, in order.
  var json: JSONValue {
    .object(Document.unique([JSONMember("schema", .string(schema))] + blocks.flatMap(\.members)))
  }

  /// A line for each row of the main table, or one for all facts, or one for each meter.
  var jsonLines: [JSONValue] {
    if let table = firstTable { return table.objects }
    let facts = facts
    if !facts.isEmpty {
      return [.object(Document.unique(facts.map { JSONMember($0.name, $0.cell.json) }))]
    }
    return meters.map(\.json)
  }

  /// What a data file holds: the main table, or the facts or meters as one.
  var dataTable: Table? {
    if let table = firstTable { return table }
    let facts = facts
    if !facts.isEmpty {
      return Table(
        noun: "facts", columns: [Column("name", "Name"), Column("value", "Value")],
        rows: facts.map { [.text($0.name), $0.cell] })
    }
    return meters.isEmpty ? nil : meters.table
  }

  private var firstTable: Table? {
    let tables = blocks.compactMap { block -> Table? in
      guard case .table(let table, _) = block else { return nil }
      return table
    }
    return tables.first(where: \.isMain) ?? tables.first
  }

  private var facts: [Fact] {
    blocks.flatMap { block in
      guard case .facts(let facts) = block else { return [Fact]() }
      return facts.items
    }
  }

  private var meters: [Meter] {
    blocks.flatMap { block in
      guard case .meters(let meters, _) = block else { return [Meter]() }
      return meters
    }
  }
}

extension Block {
  /// What the block adds to the document's JSON object.
  fileprivate var members: [JSONMember] {
    switch self {
    case .section, .heading, .paragraph, .note, .gantt, .pageBreak: return []
    case .prose(let text, let key): return key.map { [JSONMember($0, .string(text))] } ?? []
    case .facts(let facts):
      let members = facts.items.map { JSONMember($0.name, $0.cell.json) }
      return facts.key.map { [JSONMember($0, .object(Document.unique(members)))] } ?? members
    case .table(let table, _): return [JSONMember(table.noun, .array(table.objects))]
    case .meters(let meters, let key): return [JSONMember(key, .array(meters.map(\.json)))]
    case .signatures(let lines):
      let parties = lines.map { line in
        JSONValue.object([
          JSONMember("party", .string(line.party)),
          JSONMember("name", line.name.map { .string($0) } ?? .null),
        ])
      }
      return [JSONMember("signatures", .array(parties))]
    case .data(let key, let value): return [JSONMember(key, value)]
    }
  }
}

extension Table {
  /// Each row as an object with every column.
  fileprivate var objects: [JSONValue] {
    let keys = Document.unique(columns.map { JSONMember($0.name, .null) }).map(\.key)
    return rows.map { row in .object(zip(keys, row).map { JSONMember($0, $1.json) }) }
  }
}

extension [Meter] {
  /// The meters as a table of figures.
  var table: Table {
    Table(
      noun: "meters",
      columns: [
        Column("label", "Label"), Column("value", "Value"), Column("target", "Target"),
        Column("detail", "Detail"),
      ],
      rows: map { meter in
        [
          .text(meter.label), .integer(meter.value), meter.target.map { .integer($0) } ?? .empty,
          meter.detail.map { .text($0) } ?? .empty,
        ]
      })
  }
}

extension Meter {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("label", .string(label)), JSONMember("value", .integer(value)),
      JSONMember("target", target.map { .integer($0) } ?? .null),
      JSONMember("detail", detail.map { .string($0) } ?? .null),
    ])
  }
}

extension Document {
  /// The members with a number behind a key that is taken, since an object has each key only once.
  static func unique(_ members: [JSONMember]) -> [JSONMember] {
    var taken: Set<String> = []
    return members.map { member in
      var key = member.key
      var count = 1
      while !taken.insert(key).inserted {
        count += 1
        key = "\(member.key)_\(count)"
      }
      return JSONMember(key, member.value)
    }
  }
}
