internal import Basics
internal import Documents
internal import GRDB

extension Attribute {
  /// The code of another record, or none.
  static func reference(
    _ name: String, _ path: any WritableKeyPath<R, String?> & Sendable, to target: RecordTarget,
    column: String? = nil, of table: String, _ heading: String, _ help: String,
    headings: String = "", uses: AttributeUses = .all, option: String? = nil
  ) -> Attribute {
    let column = column ?? "\(name)_id"
    return Attribute(
      name, heading, help, headings: headings, kind: .reference(target.command), uses: uses,
      option: option,
      cell: { .text(orEmpty: $0[keyPath: path]) },
      read: { texts, record, context in
        record[keyPath: path] = try context.code(texts.last ?? "", in: target)
      },
      clear: { $0[keyPath: path] = nil },
      storage: AttributeStorage(
        columns: [column],
        selections: [
          "(SELECT \(target.code) FROM \(target.table) AS target WHERE target.id = \(table).\(column))"
        ],
        load: { row, at, record in record[keyPath: path] = try row.storedOrNil(at, name) },
        bind: { record, context in
          [try record[keyPath: path].map { try context.id($0, in: target) }.databaseValue]
        }))
  }

  /// The code of another record that every record of the kind has: the second argument of add.
  static func requiredReference(
    _ name: String, _ path: any WritableKeyPath<R, String> & Sendable, to target: RecordTarget,
    of table: String, _ heading: String, _ help: String, headings: String = ""
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .reference(target.command),
      uses: [.shown, .argument, .listed],
      cell: { .text($0[keyPath: path]) },
      read: { texts, record, context in
        record[keyPath: path] = try context.code(texts.last ?? "", in: target)
      },
      storage: AttributeStorage(
        columns: ["\(name)_id"],
        selections: [
          "(SELECT \(target.code) FROM \(target.table) AS target WHERE target.id = \(table).\(name)_id)"
        ],
        load: { row, at, record in record[keyPath: path] = try row.stored(at, name) },
        bind: { record, context in
          [try context.id(record[keyPath: path], in: target).databaseValue]
        }))
  }

  /// The codes of other records, through a table of links.
  static func references<Code: RecordCode>(
    _ name: String, _ path: any WritableKeyPath<R, [Code]> & Sendable, _ links: RecordLinks,
    _ heading: String, _ help: String, headings: String = "", option: String
  ) -> Attribute {
    references(
      name, links, heading, help, headings: headings, option: option,
      codes: { $0[keyPath: path].map(\.description) },
      take: { codes, record in record[keyPath: path] = try codes.map { try Code($0) } })
  }

  /// The codes of other records as texts, through a table of links.
  static func references(
    _ name: String, _ path: any WritableKeyPath<R, [String]> & Sendable, _ links: RecordLinks,
    _ heading: String, _ help: String, headings: String = "", option: String
  ) -> Attribute {
    references(
      name, links, heading, help, headings: headings, option: option,
      codes: { $0[keyPath: path] }, take: { codes, record in record[keyPath: path] = codes })
  }

  private static func references(
    _ name: String, _ links: RecordLinks, _ heading: String, _ help: String, headings: String,
    option: String, codes: @escaping @Sendable (R) -> [String],
    take: @escaping @Sendable ([String], inout R) throws -> Void
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .references(links.target.command), uses: .all,
      option: option,
      cell: { .list(codes($0)) },
      read: { texts, record, context in
        var found: [String] = []
        for text in texts.flatMap(entries) {
          let code = try context.code(text, in: links.target)
          if !found.contains(code) { found.append(code) }
        }
        try take(found, &record)
      },
      clear: { try? take([], &$0) },
      storage: AttributeStorage(
        links, codes: codes,
        load: { row, at, record in
          let text: String? = try row.storedOrNil(at, name)
          try take((text ?? "").split(separator: "\n").map(String.init), &record)
        }))
  }

  /// The entries of a cell between semicolons, commas or bars.
  private static func entries(_ text: String) -> [String] {
    text.split { $0 == ";" || $0 == "," || $0 == "|" }.map { String($0).trimmed }
      .filter { !$0.isEmpty }
  }
}
